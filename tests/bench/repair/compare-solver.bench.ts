/** `npm run bench -- repair`: the size of the smallest sets against HiGHS on thousands of random cases. */
import { expect, it } from 'vitest';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { findSmallestSets } from '../../../src/lib/checks/repair/search.ts';
import { buildSystem, partsOf } from '../../../src/lib/checks/repair/system.ts';
import { randomCase } from '../../unit/repair/random-case.ts';
import { smallestSetByHighs } from '../../unit/repair/solve-by-highs.ts';

const CASES = Number(process.env['CASES'] ?? 3000);
const FIRST_SEED = 100_000;
const LIMITS = { maximumCells: 5, maximumSets: 5000, isExpired: () => false };

it(`needs as few figures as HiGHS in ${CASES} cases`, { timeout: 3_600_000 }, () => {
  const sizes = new Map<number, number>();
  const wrong: string[] = [];
  for (let seed = FIRST_SEED; seed < FIRST_SEED + CASES; seed += 1) {
    for (const part of partsOf(buildSystem(randomCase(seed).years, IDENTITIES))) {
      const expected = smallestSetByHighs(part)?.length ?? Infinity;
      const found = findSmallestSets(part, LIMITS).sets[0]?.assignments[0]?.size ?? Infinity;
      if (found !== (expected > LIMITS.maximumCells ? Infinity : expected))
        wrong.push(`${seed}: ${found}, ${expected}`);
      sizes.set(expected, (sizes.get(expected) ?? 0) + 1);
    }
  }
  process.stdout.write(`parts by smallest size: ${JSON.stringify([...sizes].sort(([a], [b]) => a - b))}\n`);
  expect(wrong).toEqual([]);
});
