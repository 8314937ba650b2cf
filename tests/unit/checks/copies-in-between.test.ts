import { expect, it } from 'vitest';
import { flagCopies } from '../../../src/lib/checks/copies/copy-flags.ts';
import type { Narrative, Section } from '../../../src/lib/checks/narrative.ts';
import { openNative } from '../../../src/lib/database/native.ts';

const YEARS = [2023, 2024, 2025];
const UNITS = Array.from({ length: 600 }, (_, index) => `U${index}`);
const offices = () => Promise.resolve(UNITS.map((code) => ({ code, name: `${code}街道`, formerNames: [] })));

/** Characters that depend on the key alone. */
function words(key: number, length: number): string {
  let state = key * 7919 + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 12) % 5000));
  }).join('');
}

/** Every unit fills in its district's text of the year, so that each is compared with very many. */
const sections = YEARS.flatMap((year) =>
  UNITS.map((unit, index): Section => {
    const text = words(year, 300) + words(year * UNITS.length + index, 60);
    return { unit, year, position: 1, key: 'problems', title: '五、', text };
  })
);

function narrativeOf(asked: number[]): Narrative {
  return {
    isReadWhole: false,
    claims: () => Promise.resolve([]),
    sections(sieve) {
      const year = Number(/year = (\d+)/.exec(sieve)?.[1]);
      asked.push(year);
      return Promise.resolve(sections.filter((section) => section.year === year));
    },
    sectionYears: () => Promise.resolve(YEARS)
  };
}

it('a question to the database is answered while very many texts are compared', async () => {
  const database = await openNative();
  let isDone = false;
  const judged = flagCopies(narrativeOf([]), offices).finally(() => (isDone = true));
  let answered = 0;
  while (!isDone) {
    await database.query('SELECT 1 AS one');
    answered++;
  }
  expect(await judged).toHaveLength(YEARS.length * UNITS.length);
  // The last may have waited for the end.
  expect(answered).toBeGreaterThan(1);
  await database.close();
});

it('of some reports is judged by the texts of their years and the ones before alone, and as among all', async () => {
  const asked: number[] = [];
  const only = [
    { unit: 'U3', year: 2025 },
    { unit: 'U4', year: 2025 }
  ];
  const flags = await flagCopies(narrativeOf(asked), offices, only);
  expect(asked).toEqual([2024, 2025]);
  const all = await flagCopies(narrativeOf([]), offices);
  expect(flags).toHaveLength(2);
  expect(flags).toEqual(all.filter(({ unit, year }) => year === 2025 && ['U3', 'U4'].includes(unit)));
});
