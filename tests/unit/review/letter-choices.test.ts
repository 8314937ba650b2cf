import { expect, test } from 'vitest';
import { KeptRecords } from '../../../src/lib/imports/kept-records.svelte.ts';
import { MemoryStorage } from '../../../src/lib/imports/memory-storage.ts';
import { NO_RECORDS } from '../../../src/lib/imports/stored.ts';
import { letterBasis } from '../../../src/lib/review/letter-basis.ts';
import { LetterChoices } from '../../../src/lib/review/letter-choices.svelte.ts';

function connected(): { choices: LetterChoices; kept: KeptRecords } {
  const kept = new KeptRecords(new MemoryStorage(), NO_RECORDS);
  const choices = new LetterChoices();
  choices.connect(kept);
  return { choices, kept };
}

const person = { year: 2025, cell: 't3.granted.person', from: 10, to: 55 };
const lastYear = { year: 2024, cell: 't3.carried-out.total', from: 5, to: 2 };
const report = {
  unit: 'U1',
  year: 2025,
  form: '2021' as const,
  layout: '2021' as const,
  status: 'read' as const,
  file: null,
  format: null,
  issues: 0,
  cells: { 't3.granted.person': 10 }
};

test('a choice replaces what was chosen for the unit in the same years, and is taken back', async () => {
  const { choices, kept } = connected();
  await choices.choose('U1', [2024, 2025], [lastYear, person]);
  await choices.choose('U2', [2025], [person]);
  expect(await choices.choose('U1', [2025], [{ ...person, cell: 't3.granted.company' }])).toBe(true);
  expect(choices.of('U1').map(({ cell }) => cell)).toEqual(['t3.carried-out.total', 't3.granted.company']);
  await choices.choose('U1', [2024, 2025], []);
  expect(choices.of('U1')).toEqual([]);
  expect(kept.current.chosen.map(({ unit }) => unit)).toEqual(['U2']);
});

test('a choice is about the figure that stood there, and about no other', async () => {
  const { choices } = connected();
  await choices.choose('U1', [2025], [person]);
  const found = { reports: [report], repairs: [], absent: [] };
  expect(letterBasis(found, choices.of).chosen).toEqual([{ unit: 'U1', ...person }]);
  const readAnew = { ...report, cells: { 't3.granted.person': 11 } };
  expect(letterBasis({ ...found, reports: [readAnew] }, choices.of).chosen).toEqual([]);
});

test('of a cell without a figure a choice says why', async () => {
  const { choices } = connected();
  await choices.choose('U1', [2025], [{ ...person, from: null }]);
  const absent = [{ unit: 'U1', year: 2025, cell: person.cell, kind: 'missing' as const, raw: '' }];
  const [change] = letterBasis({ reports: [{ ...report, cells: {} }], repairs: [], absent }, choices.of).chosen;
  expect(change).toMatchObject({ from: null, absence: 'missing' });
});

test('what letters say of their sender stays, each part by itself', async () => {
  const { choices, kept } = connected();
  expect(choices.letterhead).toEqual({ sender: '', contact: '', deadline: null });
  // The second is given while the first is being saved.
  await Promise.all([
    choices.setLetterhead({ sender: '政务公开办' }),
    choices.setLetterhead({ deadline: '2026-02-09' })
  ]);
  expect(kept.current.letterhead).toEqual({ sender: '政务公开办', contact: '', deadline: '2026-02-09' });
  await kept.commit({ clear: true });
  expect(choices.letterhead.sender).toBe('');
});
