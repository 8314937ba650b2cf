import { group } from 'd3-array';
import type { ResolveUnit } from '../database/resolve-units.ts';
import { unitYearKey } from '../report/unit-year.ts';
import type { Unit } from '../report/unit.ts';
import { matchUnit } from './match-unit.ts';
import { PUBLISHED, reportKey, type Decision, type ImportedDocument } from './stored.ts';

/** One report of an imported document. */
export interface ImportedReport {
  readonly key: string;
  readonly document: ImportedDocument;
  readonly index: number;
  /** As the report prints them. */
  readonly printed: ImportedDocument['reports'][number];
  readonly decision: Decision;
}

export interface PlacedImport extends ImportedReport {
  readonly unit: string;
  readonly year: number;
}

export interface UnitQuestion {
  /** null: the reports print no unit; each is asked for by itself. */
  readonly printed: string | null;
  readonly candidates: readonly Unit[];
  /** All that print the same name. */
  readonly reports: readonly ImportedReport[];
}

/** More than one report for a unit and year. */
export interface RivalQuestion {
  readonly unit: string;
  readonly year: number;
  /** Whether the published dataset has one. */
  readonly published: boolean;
  readonly reports: readonly PlacedImport[];
  /** The report that was chosen before is gone: removed, or moved to another unit or year. */
  readonly lost: boolean;
}

/** Where the imports stand, and what is still to be asked. */
export interface Survey {
  readonly reports: readonly ImportedReport[];
  /** The reports that count: at most one a unit and year. */
  readonly standing: readonly PlacedImport[];
  readonly units: readonly UnitQuestion[];
  readonly years: readonly ImportedReport[];
  readonly rivals: readonly RivalQuestion[];
}

/** What an import is placed among. */
export interface Surroundings {
  readonly resolve: ResolveUnit;
  /** The unit that a code of a decision means now; null when it is to be asked for again. */
  readonly unitOf: (code: string) => string | null;
  readonly isPublished: (unit: string, year: number) => boolean;
}

/** What is certain about a document's reports when it comes in. */
export function firstDecisions(document: ImportedDocument, resolve: ResolveUnit, at: string): Decision[] {
  return document.reports.map((report, index) => {
    const match = matchUnit(report.unit, document.file, resolve);
    const unit = match.state === 'certain' ? match.unit.code : null;
    return { document: document.id, index, unit, year: report.year, choice: null, rivals: [], at };
  });
}

export function surveyImports(
  documents: readonly ImportedDocument[],
  decisions: ReadonlyMap<string, Decision>,
  { resolve, unitOf, isPublished }: Surroundings
): Survey {
  const reports = documents.flatMap((document) => reportsOf(document, decisions, unitOf));
  const placed = reports.flatMap((report) => placedOf(report) ?? []);
  const groups = [...group(placed, unitYearKey).values()];
  const rivals = groups.flatMap((each) => rivalsOf(each, isPublished) ?? []);
  return {
    reports,
    standing: groups.flatMap((each) => standingOf(each, isPublished) ?? []),
    units: unitQuestions(
      reports.filter(({ decision: { unit } }) => unit === null),
      resolve
    ),
    years: reports.filter(({ decision }) => decision.year === null),
    rivals
  };
}

/** The register may be another than when the unit was chosen: a code that means nothing any more is asked for again. */
function reportsOf(
  document: ImportedDocument,
  decisions: ReadonlyMap<string, Decision>,
  unitOf: Surroundings['unitOf']
): ImportedReport[] {
  return document.reports.map((printed, index) => {
    const key = reportKey({ document: document.id, index });
    const decision = decisions.get(key) ?? {
      document: document.id,
      index,
      unit: null,
      year: printed.year,
      choice: null,
      rivals: [],
      at: document.importedAt
    };
    const unit = decision.unit === null ? null : unitOf(decision.unit);
    return { key, document, index, printed, decision: { ...decision, unit } };
  });
}

function placedOf(report: ImportedReport): PlacedImport | null {
  const { unit, year } = report.decision;
  return unit === null || year === null ? null : { ...report, unit, year };
}

/** What other documents give for a unit and year. */
export function othersAt(
  reports: readonly ImportedReport[],
  { id }: ImportedDocument,
  unit: string,
  year: number
): ImportedReport[] {
  return reports.filter(
    ({ document, decision }) => document.id !== id && decision.unit === unit && decision.year === year
  );
}

/** All imports of one unit and year. */
type Group = readonly PlacedImport[];

/** Everything there is for one unit and year. */
function contenders(imports: Group, published: boolean): string[] {
  return [...(published ? [PUBLISHED] : []), ...imports.map(({ key }) => key)];
}

function isPublishedGroup([first]: Group, isPublished: Surroundings['isPublished']): boolean {
  return first !== undefined && isPublished(first.unit, first.year);
}

/**
 * A question while a report came in after the choice, while nothing or too much was chosen, or once the chosen one is
 * gone: what was set aside never comes to count by itself.
 */
function rivalsOf(imports: Group, isPublished: Surroundings['isPublished']): RivalQuestion | null {
  const [first] = imports;
  const published = isPublishedGroup(imports, isPublished);
  const all = contenders(imports, published);
  if (!first || isAlone(first, all)) return null;
  const kept = imports.filter(({ decision }) => decision.choice === 'kept').length;
  const known = imports.every(
    ({ decision: { choice, rivals } }) => choice !== null && all.every((key) => rivals.includes(key))
  );
  const lost = kept === 0 && imports.some(({ decision }) => decision.rivals.some((key) => !all.includes(key)));
  const settled = known && !lost && (kept === 1 || (kept === 0 && (published || all.length === 1)));
  return settled ? null : { unit: first.unit, year: first.year, published, reports: imports, lost };
}

/** The only report there is, and never set aside. */
function isAlone({ decision }: PlacedImport, all: readonly string[]): boolean {
  return all.length === 1 && decision.choice !== 'set-aside';
}

/** The only one there is, else the one that was chosen; while nothing is, none, so that the published one stands. */
function standingOf(imports: Group, isPublished: Surroundings['isPublished']): PlacedImport | null {
  const [first] = imports;
  if (first && isAlone(first, contenders(imports, isPublishedGroup(imports, isPublished)))) return first;
  const kept = imports.filter(({ decision }) => decision.choice === 'kept');
  const earliest = kept.sort((a, b) => (a.decision.at < b.decision.at ? -1 : 1))[0];
  return earliest ?? null;
}

/** `winner`: a report's key, or `PUBLISHED`; null sets all of them aside. */
export function chooseRival({ reports, published }: RivalQuestion, winner: string | null, at: string): Decision[] {
  const rivals = contenders(reports, published);
  return reports.map(({ key, decision }) => ({
    ...decision,
    choice: key === winner ? 'kept' : 'set-aside',
    rivals,
    at
  }));
}

function unitQuestions(reports: readonly ImportedReport[], resolve: ResolveUnit): UnitQuestion[] {
  const groups = group(reports, ({ key, printed }) => printed.unit ?? `\n${key}`);
  return [...groups.values()].map((same) => {
    const printed = same[0]?.printed.unit ?? null;
    const matches = same.map(({ document }) => matchUnit(printed, document.file, resolve));
    const candidates = new Set(matches.flatMap((match) => (match.state === 'ask' ? match.candidates : [match.unit])));
    return { printed, candidates: [...candidates], reports: same };
  });
}
