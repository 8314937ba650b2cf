import { describe, expect, it } from 'vitest';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { findSmallestSets } from '../../../src/lib/checks/repair/search.ts';
import { buildSystem, partsOf, type System } from '../../../src/lib/checks/repair/system.ts';
import { randomCase } from './random-case.ts';
import { smallestSetByHighs } from './solve-by-highs.ts';

const LIMITS = { maximumCells: 5, maximumSets: 5000, isExpired: () => false };

function setsOf(part: System): string[] {
  const { sets, complete } = findSmallestSets(part, LIMITS);
  expect(complete || sets.length === 0).toBe(true);
  return sets.map(({ assignments: [first] }) => [...(first ?? new Map<number, number>()).keys()].join());
}

describe('findSmallestSets', () => {
  it.each(Array.from({ length: 200 }, (_, seed) => seed))('changes as few figures as HiGHS does, case %i', (seed) => {
    const { years } = randomCase(seed);
    for (const part of partsOf(buildSystem(years, IDENTITIES))) {
      const expected = smallestSetByHighs(part)?.length ?? Infinity;
      const { sets } = findSmallestSets(part, LIMITS);
      const found = sets[0]?.assignments[0]?.size ?? Infinity;
      expect(found).toBe(expected > LIMITS.maximumCells ? Infinity : expected);
    }
  });

  it('finds every smallest set that HiGHS finds when told to leave out those before', () => {
    let compared = 0;
    for (let seed = 0; seed < 40; seed += 1) {
      const { years } = randomCase(seed, 2);
      for (const part of partsOf(buildSystem(years, IDENTITIES))) {
        const found = setsOf(part);
        if (found.length === 0 || found.length > 12 || found[0] === '') continue;
        const expected: number[][] = [];
        for (;;) {
          const next = smallestSetByHighs(part, expected);
          if (!next || (expected[0] && next.length > expected[0].length)) break;
          expected.push(next);
        }
        expect(found.sort()).toEqual(expected.map((set) => set.join()).sort());
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });
});
