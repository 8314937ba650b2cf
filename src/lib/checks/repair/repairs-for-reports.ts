import type { Identity } from '../rule.ts';
import { findRepairs } from './find-repairs.ts';
import type { RepairOptions, RepairResult } from './repair.ts';
import type { YearCells } from './year-cells.ts';
import { buildSystem, residualOf } from './system.ts';

export interface UnitReport extends YearCells {
  readonly unit: string;
}

/** The repairs of one report, or of neighbouring years whose carry-over breaks. */
export interface UnitRepairs extends RepairResult {
  readonly unit: string;
  readonly years: readonly number[];
}

/** Those that a report is among; undefined where nothing was found to repair. */
export function repairsOf(
  repairs: readonly UnitRepairs[],
  { unit, year }: Pick<UnitReport, 'unit' | 'year'>
): UnitRepairs | undefined {
  return repairs.find((each) => each.unit === unit && each.years.includes(year));
}

/** In the order of units as given, then of years; reports with nothing to repair are left out. */
export function repairsForReports(
  reports: readonly UnitReport[],
  identities: readonly Identity[],
  options: Omit<RepairOptions, 'neighbours'> = {}
): UnitRepairs[] {
  const units = new Map<string, UnitReport[]>();
  for (const report of reports) {
    const known = units.get(report.unit);
    if (known) known.push(report);
    else units.set(report.unit, [report]);
  }
  return [...units].flatMap(([unit, own]) =>
    repairUnit(own, identities, options)
      .filter(({ repairs, unsettled }) => repairs.length > 0 || unsettled.length > 0)
      .map((result) => ({ unit, ...result }))
  );
}

type YearsResult = RepairResult & { readonly years: readonly number[] };

function repairUnit(
  reports: readonly UnitReport[],
  identities: readonly Identity[],
  options: RepairOptions
): YearsResult[] {
  const ordered = [...reports].sort((a, b) => a.year - b.year);
  // Of two reports for one year neither can be compared with other years: nobody knows which one counts.
  const isAlone = ({ year }: UnitReport): boolean => ordered.filter((other) => other.year === year).length > 1;
  const comparable = ordered.filter((report) => !isAlone(report));
  const alone = ordered.filter(isAlone).map((report): YearsResult => {
    return { ...findRepairs([report], identities, options), years: [report.year] };
  });

  const groups: UnitReport[][] = [];
  for (const report of comparable) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && breaksCarryOver(before, report, identities)) group.push(report);
    else groups.push([report]);
  }
  const together = groups.flatMap((group) => repairGroup(group, comparable, identities, options));
  return [...together, ...alone].sort((a, b) => (a.years[0] ?? 0) - (b.years[0] ?? 0));
}

/** Years that are too broken to be repaired together are tried one by one; their carry-over then stays broken. */
function repairGroup(
  group: readonly UnitReport[],
  reports: readonly UnitReport[],
  identities: readonly Identity[],
  options: RepairOptions
): YearsResult[] {
  const years = group.map(({ year }) => year);
  const neighbours = reports.filter(
    ({ year }) => !years.includes(year) && (years.includes(year + 1) || years.includes(year - 1))
  );
  const result = findRepairs(group, identities, { ...options, neighbours });
  if (group.length === 1 || result.unsettled.length === 0) return [{ ...result, years }];
  return group.map((report) => {
    const intact = neighbours.filter(({ year }) => Math.abs(year - report.year) === 1);
    const single = findRepairs([report], identities, { ...options, neighbours: intact });
    const unsettled = result.unsettled.filter(
      ({ rule, year }) => year === report.year && rule.startsWith('carry-over.')
    );
    return { ...single, complete: false, unsettled: [...single.unsettled, ...unsettled], years: [report.year] };
  });
}

function breaksCarryOver(before: UnitReport, report: UnitReport, identities: readonly Identity[]): boolean {
  if (before.year !== report.year - 1) return false;
  const across = identities.filter(({ terms }) => terms.some(({ yearOffset }) => yearOffset !== 0));
  const { variables, equations } = buildSystem([before, report], across);
  const values = variables.map(({ reported }) => reported);
  return equations.some((equation) => (residualOf(equation, values) ?? 0) !== 0);
}
