import { cellOf, cellsOfLayout, layoutOf, type Layout } from '../form/form.ts';
import { unitYearKey, unitYearSchema } from '../report/unit-year.ts';
import { absencesOf } from '../report/absence.ts';
import { faultsOf } from '../report/figure-faults.ts';
import type { Issue } from '../report/issue.ts';
import type { DocumentResult, Report } from '../report/report.ts';
import type { Unit } from '../report/unit.ts';
import type { Database, Row } from './database.ts';
import type { Schema } from './schema.ts';

/** A file that was looked at. `id` is the caller's, unique in the dataset: the path it was given as, or an import's key. */
export interface LoadedDocument {
  readonly id: string;
  readonly file: string;
  readonly format: string | null;
  readonly status: DocumentResult['status'];
  readonly issues: readonly Issue[];
}

/**
 * A report whose unit was resolved to the register's code. When `unit` or `year` is null it cannot stand in the report
 * table: its issues are kept with its document, and `load` gives it back among the unplaced.
 */
export interface LoadedReport {
  readonly document: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly report: Report;
}

export interface Loading {
  readonly units: readonly Unit[];
  readonly documents: readonly LoadedDocument[];
  readonly reports: readonly LoadedReport[];
}

/** Two reports for one unit and year. Which one counts is a person's choice, made before loading. */
export class DuplicateReportError extends Error {
  constructor(
    readonly unit: string,
    readonly year: number,
    readonly documents: readonly string[]
  ) {
    super(`two reports for ${unit} in ${year}: ${documents.join(', ')}`);
    this.name = 'DuplicateReportError';
  }
}

/** A report of a unit that is neither among the units given nor in the database. */
export class UnknownUnitError extends Error {
  constructor(readonly unit: string) {
    super(`no such unit: ${unit}`);
    this.name = 'UnknownUnitError';
  }
}

/**
 * Checks everything before it inserts anything. Gives back the reports that have no unit or no year.
 * Throws `DuplicateReportError` and `UnknownUnitError`; a report already in the same schema counts as one of the two.
 */
export async function load(
  database: Database,
  { units, documents, reports }: Loading,
  schema: Schema = 'main'
): Promise<{ unplaced: LoadedReport[] }> {
  const placed = reports.flatMap((loaded) => placedReport(loaded) ?? []);
  await refuseUnknownUnits(database, placed, units);
  await refuseDuplicates(database, placed, schema);

  const rows: [string, Row[]][] = [
    ['unit', units.map(unitRow)],
    ['document', documents.map(documentRow)],
    ['report', placed.map(reportRow)],
    ['cell_note', placed.flatMap(noteRows)],
    ['claim', placed.flatMap(claimRows)],
    ['section', placed.flatMap(sectionRows)],
    ['issue', [...documents.flatMap(documentIssueRows), ...reports.flatMap(reportIssueRows)]]
  ];
  for (const [table, tableRows] of rows) await database.insert(`${schema}.${table}`, tableRows);
  return { unplaced: reports.filter((loaded) => placedReport(loaded) === null) };
}

/** Takes imported reports out again, with all that belongs to them; their documents stay. */
export async function removeReports(
  database: Database,
  reports: readonly { readonly unit: string; readonly year: number }[],
  schema: Schema
): Promise<void> {
  for (const { unit, year } of reports) {
    for (const table of ['report', 'cell_note', 'claim', 'section', 'issue', 'flag']) {
      await database.query(`DELETE FROM ${schema}.${table} WHERE unit = ? AND year = ?`, [unit, year]);
    }
  }
}

interface PlacedReport extends LoadedReport {
  readonly unit: string;
  readonly year: number;
  readonly layout: Layout;
}

function placedReport(loaded: LoadedReport): PlacedReport | null {
  const { unit, year, report } = loaded;
  if (unit === null || year === null) return null;
  return { ...loaded, unit, year, layout: layoutOf(report.form, Object.keys(report.cells)) };
}

async function refuseUnknownUnits(database: Database, reports: readonly PlacedReport[], units: readonly Unit[]) {
  const stored = await database.query('SELECT code FROM unit');
  const known = new Set<unknown>([...units.map((unit) => unit.code), ...stored.map((row) => row.code)]);
  for (const report of reports) if (!known.has(report.unit)) throw new UnknownUnitError(report.unit);
}

async function refuseDuplicates(database: Database, reports: readonly PlacedReport[], schema: Schema) {
  const stored = await database.query(`SELECT unit, year, document FROM ${schema}.report`);
  const documentOf = new Map(stored.map((row) => [unitYearKey(unitYearSchema.parse(row)), String(row.document)]));
  for (const { unit, year, document } of reports) {
    const key = unitYearKey({ unit, year });
    const other = documentOf.get(key);
    if (other !== undefined) throw new DuplicateReportError(unit, year, [other, document]);
    documentOf.set(key, document);
  }
}

const json = (value: object | undefined): string | null => (value === undefined ? null : JSON.stringify(value));

function unitRow({ code, name, district, kind, order, formerNames }: Unit): Row {
  return { code, name, district, kind, order, former_names: formerNames };
}

function documentRow({ id, file, format, status, issues }: LoadedDocument): Row {
  return { id, file, format, status, issues: JSON.stringify(issues) };
}

function reportRow({ unit, year, layout, document, report }: PlacedReport): Row {
  const allowed = new Set(cellsOfLayout(layout).map((cell) => cell.id));
  for (const id of Object.keys(report.cells)) {
    if (!allowed.has(id)) throw new Error(`${document}: ${id} is not on layout ${layout}`);
  }
  const issues = report.issues.length;
  const status = issues === 0 ? 'read' : 'partial';
  return {
    unit,
    year,
    form: report.form,
    layout,
    document,
    status,
    issues,
    faults: faultyFigures(report),
    ...report.cells
  };
}

function faultyFigures({ cells }: Report): number {
  return Object.entries(cells).filter(([id, figure]) => figure !== null && faultsOf(figure, cellOf(id).kind).length > 0)
    .length;
}

/** The report's notes on cells with a number, and exactly one note for each cell of the layout without. */
function noteRows({ unit, year, layout, report }: PlacedReport): Row[] {
  const noteOf = new Map(report.notes.map((note) => [note.cell, note]));
  const cells = cellsOfLayout(layout).map(({ id }) => id);
  const absences = absencesOf(report, cells);
  return cells.flatMap((id): Row[] => {
    const note = noteOf.get(id);
    const raw = note?.raw ?? '';
    const place = json(note?.place);
    const kind = absences.get(id) ?? (note?.kind === 'written' ? note.kind : null);
    return kind === null ? [] : [{ unit, year, cell: id, kind, raw, place }];
  });
}

function claimRows({ unit, year, report }: PlacedReport): Row[] {
  return report.claims.map(({ claim, value, raw, start = null, sentence, place }) => {
    return { unit, year, claim, value, raw, start, sentence, place: json(place) };
  });
}

function sectionRows({ unit, year, report }: PlacedReport): Row[] {
  return report.sections.map(({ key, title, text }, index) => {
    return { unit, year, position: index + 1, key, title, text };
  });
}

function issueRow(document: string, unit: string | null, year: number | null, issue: Issue): Row {
  const { code, cell = null, place, values } = issue;
  return { document, unit, year, code, cell, place: json(place), values: json(values) };
}

function documentIssueRows({ id, issues }: LoadedDocument): Row[] {
  return issues.map((issue) => issueRow(id, null, null, issue));
}

/** Unit and year only when both are known: with one of them an issue would seem to belong to a loaded report. */
function reportIssueRows(loaded: LoadedReport): Row[] {
  const placed = placedReport(loaded);
  return loaded.report.issues.map((issue) =>
    issueRow(loaded.document, placed?.unit ?? null, placed?.year ?? null, issue)
  );
}
