import { IDENTITIES } from './identities.ts';
import type { YearCell, YearCells } from './repair/year-cells.ts';
import type { Identity } from './rule.ts';

/** What is left of an identity when its terms are added up; null where one of them has no number. */
export interface Residual {
  readonly identity: Identity;
  readonly year: number;
  readonly value: number | null;
}

/**
 * The exact identities of some years' reports with what is left of each: 0 where it holds. An identity that reaches a
 * year of which there is no report is not asked, as in the checks.
 */
export function residualsOf(
  reports: readonly YearCells[],
  years: readonly number[],
  identities: readonly Identity[]
): Residual[] {
  const byYear = new Map(reports.map((report) => [report.year, report]));
  return years.flatMap((year) => {
    const report = byYear.get(year);
    if (!report) return [];
    return identities
      .filter(({ severity, layouts }) => severity === 'error' && layouts.includes(report.layout))
      .filter(({ terms }) => terms.every(({ yearOffset }) => byYear.has(year + yearOffset)))
      .map((identity) => ({ identity, year, value: residualOf(identity, year, byYear) }));
  });
}

const ACROSS = IDENTITIES.filter(({ kind }) => kind === 'carry-over');

/**
 * The same with figures in place of the reported ones: those of `years`, and of the years after them the carry-over, on
 * which a changed year bears as well.
 */
export function residualsWith(
  reports: readonly YearCells[],
  years: readonly number[],
  figures: readonly (YearCell & { readonly to: number })[]
): Residual[] {
  const given = reports.map((report) => {
    const own = figures.filter(({ year }) => year === report.year).map(({ cell, to }) => [cell, to] as const);
    return own.length === 0 ? report : { ...report, cells: { ...report.cells, ...Object.fromEntries(own) } };
  });
  const after = years.map((year) => year + 1).filter((year) => !years.includes(year));
  return [...residualsOf(given, years, IDENTITIES), ...residualsOf(given, after, ACROSS)];
}

export const isBroken = ({ value }: Residual): boolean => value !== null && value !== 0;

function residualOf({ terms }: Identity, year: number, byYear: ReadonlyMap<number, YearCells>): number | null {
  let sum = 0;
  for (const { cell, coefficient, yearOffset } of terms) {
    const value = byYear.get(year + yearOffset)?.cells[cell] ?? null;
    if (value === null) return null;
    sum += coefficient * value;
  }
  return sum;
}
