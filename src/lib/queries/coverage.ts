import type { GridStatus } from './grid-statuses.ts';

/** How many of how many units have reported in a year, and how much was flagged. */
export interface Coverage {
  readonly year: number;
  /** Units that should report. */
  readonly units: number;
  readonly reports: number;
  readonly unitsWithErrors: number;
  readonly errors: number;
  /** Warnings and what could not be checked. */
  readonly doubts: number;
}

/** The grid's rows counted by year, years ascending. */
export function coverageByYear(grid: readonly GridStatus[]): Coverage[] {
  const years = [...new Set(grid.map((row) => row.year))].sort((a, b) => a - b);
  return years.map((year) => {
    const rows = grid.filter((row) => row.year === year);
    const sum = (count: (row: GridStatus) => number): number => rows.reduce((total, row) => total + count(row), 0);
    return {
      year,
      units: rows.length,
      reports: sum((row) => Number(row.submitted)),
      unitsWithErrors: sum((row) => Number(row.errors > 0)),
      errors: sum((row) => row.errors),
      doubts: sum((row) => row.doubts)
    };
  });
}
