import type { CellId, FormId } from '../lib/form/form.ts';
import type { Issue, IssueCode } from '../lib/report/issue.ts';
import type { Place } from '../lib/report/place.ts';
import type { CellNote, DocumentResult } from '../lib/report/report.ts';
import { issueMessage } from '../lib/words/issue-message.ts';

/** What `nianbao read --json` prints for each report, or for a document that holds none. Other programs rely on it. */
export interface ReportJson {
  readonly file: string;
  readonly status: 'read' | 'partial' | 'refused';
  readonly unit: string | null;
  readonly year: number | null;
  readonly form: FormId | null;
  /** Every cell that was found; `null`: blank or dash. A cell that could not be read safely is absent. */
  readonly cells: Readonly<Record<CellId, number | null>>;
  /** Text as printed, where it is not just the number. */
  readonly raw: Readonly<Record<CellId, string>>;
  readonly issues: readonly IssueJson[];
}

export interface IssueJson {
  readonly code: IssueCode;
  readonly cell?: CellId;
  readonly place?: Place;
  readonly message: string;
}

export function reportsJson(result: DocumentResult): ReportJson[] {
  const { file } = result;
  const common = result.issues.map(issueJson);
  if (result.reports.length === 0) {
    return [{ file, status: 'refused', unit: null, year: null, form: null, cells: {}, raw: {}, issues: common }];
  }
  return result.reports.map((report): ReportJson => {
    const issues = [...common, ...report.issues.map(issueJson)];
    return {
      file,
      status: issues.length === 0 ? 'read' : 'partial',
      unit: report.unit,
      year: report.year,
      form: report.form,
      cells: report.cells,
      raw: rawTexts(report.notes),
      issues
    };
  });
}

function issueJson(issue: Issue): IssueJson {
  return {
    code: issue.code,
    ...(issue.cell === undefined ? {} : { cell: issue.cell }),
    ...(issue.place === undefined ? {} : { place: issue.place }),
    message: issueMessage(issue)
  };
}

function rawTexts(notes: readonly CellNote[]): Record<CellId, string> {
  return Object.fromEntries(notes.filter((note) => note.kind !== 'blank').map((note) => [note.cell, note.raw]));
}

/** A JSON array with one element a line: for programs, and for people who search it by line. */
export function jsonLines(items: readonly unknown[]): string {
  return items.length === 0 ? '[]\n' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`;
}
