import { unitsOfNames, type ResolveUnit } from '../lib/database/resolve-units.ts';
import type { DocumentResult, Report } from '../lib/report/report.ts';
import type { Unit } from '../lib/report/unit.ts';

/** A report with its place among the others. */
export interface PlacedReport {
  readonly file: string;
  readonly report: Report;
  readonly unit: Unit;
  readonly year: number;
}

export interface UnknownName {
  readonly file: string;
  readonly name: string;
  /** Units it may mean, for a person to choose from. */
  readonly candidates: readonly Unit[];
}

export interface Placement {
  /** One report a unit and year: these are compared across years. */
  readonly placed: readonly PlacedReport[];
  /** All reports of a unit and year that has more than one: nobody knows which one counts. */
  readonly doubled: readonly (readonly PlacedReport[])[];
  /** No unit or no year could be read. */
  readonly unnamed: readonly { readonly file: string; readonly report: Report }[];
  /** The printed name is not certainly that of a known unit. */
  readonly unknown: readonly UnknownName[];
}

/** Sorts the reports of all documents by unit and year, in the documents' order. */
export function placeReports(results: readonly DocumentResult[], resolve: ResolveUnit): Placement {
  const unnamed: { file: string; report: Report }[] = [];
  const unknown: UnknownName[] = [];
  const byPlace = new Map<string, PlacedReport[]>();
  for (const { file, reports } of results) {
    for (const report of reports) {
      if (report.unit === null || report.year === null) {
        unnamed.push({ file, report });
        continue;
      }
      const resolution = resolve(report.unit);
      if (resolution.match === 'unknown' || resolution.match === 'candidates') {
        const candidates = resolution.match === 'candidates' ? resolution.candidates : [];
        unknown.push({ file, name: report.unit, candidates });
        continue;
      }
      const { unit } = resolution;
      const key = `${report.year} ${unit.code}`;
      const same = byPlace.get(key);
      const entry = { file, report, unit, year: report.year };
      if (same) same.push(entry);
      else byPlace.set(key, [entry]);
    }
  }
  const groups = [...byPlace.values()];
  return {
    placed: groups.filter((group) => group.length === 1).flat(),
    doubled: groups.filter((group) => group.length > 1),
    unnamed,
    unknown
  };
}

/** The register, or without one the units by their printed names. */
export function unitsOf(register: readonly Unit[] | null, results: readonly DocumentResult[]): readonly Unit[] {
  return register ?? unitsOfNames(printedNames(results));
}

export function printedNames(results: readonly DocumentResult[]): string[] {
  return results.flatMap(({ reports }) => reports.flatMap(({ unit }) => unit ?? []));
}
