import { expect, test } from 'vitest';
import type { ListedFlag } from '../../../src/lib/queries/list-flags.ts';
import type { OverviewAnswer } from '../../../src/lib/queries/overview.ts';
import { coverageByYear } from '../../../src/lib/queries/coverage.ts';
import { withoutDismissed } from '../../../src/lib/review/without-dismissed.ts';
import { textFlag } from './flags.ts';

const grid = [
  { unit: 'U1', year: 2024, submitted: true, errors: 1, doubts: 0 },
  { unit: 'U1', year: 2025, submitted: true, errors: 1, doubts: 1 },
  { unit: 'U2', year: 2025, submitted: true, errors: 2, doubts: 0 }
];
const answer: OverviewAnswer = {
  absentees: [],
  grid,
  flaggedUnits: [
    { unit: 'U2', name: '长桥镇', district: '东区', errors: 2, doubts: 0 },
    { unit: 'U1', name: '青石街道', district: '东区', errors: 1, doubts: 1 }
  ],
  flaggedRules: [
    { kind: 'carry-over', errors: 3, doubts: 0 },
    { kind: 'text.new', errors: 0, doubts: 1 }
  ],
  errors: [],
  districts: [],
  sums: {},
  coverage: coverageByYear(grid)
};

const flag = (unit: string, year: number, kind: string, severity: 'error' | 'warning'): ListedFlag => {
  return { ...textFlag({ unit, year, severity, rule: kind }), kind };
};

test('what was dismissed is left out of the headline, the grid and the tables', () => {
  const dismissed = [
    flag('U1', 2025, 'text.new', 'warning'),
    flag('U2', 2025, 'carry-over', 'error'),
    flag('U2', 2025, 'carry-over', 'error'),
    // Not on the page: another year, another district's unit.
    flag('U1', 2024, 'carry-over', 'error'),
    flag('U9', 2025, 'carry-over', 'error')
  ];
  const left = withoutDismissed(answer, dismissed, 2025);
  expect(
    left.coverage.map(({ year, errors, doubts, unitsWithErrors }) => [year, errors, doubts, unitsWithErrors])
  ).toEqual([
    [2024, 0, 0, 0],
    [2025, 1, 0, 1]
  ]);
  expect(left.grid.map(({ errors, doubts }) => [errors, doubts])).toEqual([
    [0, 0],
    [1, 0],
    [0, 0]
  ]);
  expect(left.flaggedUnits.map(({ unit, errors, doubts }) => [unit, errors, doubts])).toEqual([['U1', 1, 0]]);
  expect(left.flaggedRules).toEqual([{ kind: 'carry-over', errors: 1, doubts: 0 }]);
});

test('nothing dismissed, nothing changed', () => {
  expect(withoutDismissed(answer, [], 2025)).toBe(answer);
});
