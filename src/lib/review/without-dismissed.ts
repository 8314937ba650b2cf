import { descending } from 'd3-array';
import { coverageByYear } from '../queries/coverage.ts';
import type { ListedFlag } from '../queries/list-flags.ts';
import type { OverviewAnswer } from '../queries/overview.ts';

interface Counts {
  readonly errors: number;
  readonly doubts: number;
}

/** The overview's counts of flags less those that a person dismissed: what is left to do. `year`: the page's. */
export function withoutDismissed(
  answer: OverviewAnswer,
  dismissed: readonly ListedFlag[],
  year: number
): OverviewAnswer {
  if (dismissed.length === 0) return answer;
  // The page may be one district's; its grid has all the units that it counts.
  const units = new Set(answer.grid.map(({ unit }) => unit));
  const counted = dismissed.filter((flag) => flag.year === year && units.has(flag.unit));
  const grid = answer.grid.map((row) => {
    return less(row, dismissed, (flag) => flag.unit === row.unit && flag.year === row.year);
  });
  return {
    ...answer,
    grid,
    coverage: coverageByYear(grid),
    flaggedUnits: mostFirst(answer.flaggedUnits.map((row) => less(row, counted, ({ unit }) => unit === row.unit))),
    flaggedRules: mostFirst(answer.flaggedRules.map((row) => less(row, counted, ({ kind }) => kind === row.kind)))
  };
}

function less<T extends Counts>(row: T, flags: readonly ListedFlag[], isOf: (flag: ListedFlag) => boolean): T {
  const own = flags.filter(isOf);
  const errors = own.filter(({ severity }) => severity === 'error').length;
  return { ...row, errors: row.errors - errors, doubts: row.doubts - (own.length - errors) };
}

/** In the query's order, which sorting keeps among equals. */
const mostFirst = <T extends Counts>(rows: readonly T[]): T[] =>
  rows
    .filter(({ errors, doubts }) => errors + doubts > 0)
    .sort((a, b) => descending(a.errors, b.errors) || descending(a.doubts, b.doubts));
