import { cellsOfLayout, layoutOf, type CellId } from '../lib/form/form.ts';
import { m } from '../lib/paraglide/messages.js';
import type { IssueCode } from '../lib/report/issue.ts';
import type { DocumentResult } from '../lib/report/report.ts';
import { absentWord } from '../lib/words/absent-word.ts';
import { rowName } from '../lib/words/cell-name.ts';
import { numberText } from '../lib/words/number-words.ts';
import { placeText } from '../lib/words/place-words.ts';
import { issueMessage } from '../lib/words/issue-message.ts';
import { listDocuments, type SkipReason } from './list-documents.ts';
import { EXIT, type ExitCode, type Output } from './output.ts';
import { readDocuments } from './read-documents.ts';
import { jsonLines, reportsJson, type IssueJson, type ReportJson } from './report-json.ts';
import { textTable } from './text-table.ts';

/** `nianbao read`: every figure of every report, as JSON or for a person. */
export async function runRead(
  paths: readonly string[],
  options: { json?: boolean },
  output: Output
): Promise<ExitCode> {
  const { results, all } = await readPaths(paths, output);
  const reports = all.flatMap(reportsJson);
  output.data(options.json ? jsonLines(reports) : reports.map(reportText).join('\n'));
  if (options.json) sayRefusals(results, output);
  summarize(results, reports, output);
  if (results.length === 0 || reports.some((report) => report.status === 'refused')) return EXIT.refused;
  return reports.some((report) => report.status === 'partial') ? EXIT.found : EXIT.fine;
}

/** A handful of documents is read before anybody asks how far it is. */
const SHOW_PROGRESS_FROM = 20;

const SKIP_WORDS: Readonly<Record<SkipReason, () => string>> = {
  archive: m.cli_skip_archive,
  data: m.cli_skip_data,
  hidden: m.cli_skip_hidden,
  note: m.cli_skip_note,
  'page-part': m.cli_skip_page_part,
  picture: m.cli_skip_picture,
  program: m.cli_skip_program,
  special: m.cli_skip_special
};
/** What a report may be in, although it is not read. */
const MAY_HOLD_REPORT: Partial<Record<SkipReason, IssueCode>> = {
  archive: 'document.archive',
  picture: 'document.picture'
};

const OTHER_THINGS: ReadonlySet<IssueCode> = new Set([
  'document.no-report',
  'document.unknown-format',
  'document.empty',
  'document.too-large'
]);

export interface ReadPaths {
  readonly results: readonly DocumentResult[];
  /** With the pictures and archives of folders among them, as the documents they may be. */
  readonly all: readonly DocumentResult[];
}

/** Lists and reads; says on the way what was skipped and why, and how far it is. */
export async function readPaths(paths: readonly string[], output: Output): Promise<ReadPaths> {
  const listed = await listDocuments(paths);
  const files = listed.filter(({ skip }) => skip === null).map(({ file }) => file);
  const read = await readDocuments(files, {
    progress: (done, all) => all >= SHOW_PROGRESS_FROM && output.progress(m.cli_reading({ done, all }), done, all)
  });
  const resultOf = new Map(read.map((result) => [result.file, result]));
  const results: DocumentResult[] = [];
  const all: DocumentResult[] = [];
  for (const { file, skip, withoutReport } of listed) {
    const result = resultOf.get(file);
    const reason = result && isOther(result) ? (withoutReport ?? skip) : skip;
    if (reason !== null) output.message(m.cli_skipped_file({ file, reason: SKIP_WORDS[reason]() }));
    const code = reason === null ? undefined : MAY_HOLD_REPORT[reason];
    if (result && reason === null) {
      results.push(result);
      all.push(result);
    } else if (code) {
      all.push({ file, status: 'refused', format: null, reports: [], issues: [{ code }] });
    }
  }
  if (results.length === 0) output.message(m.cli_nothing_found());
  return { results, all };
}

/** Whether a document is of something else: one that is refused for another reason may well hold a report. */
function isOther({ reports, issues }: DocumentResult): boolean {
  return reports.length === 0 && issues.every(({ code }) => OTHER_THINGS.has(code));
}

/** In words, for whoever watches while a program takes the data. */
export function sayRefusals(results: readonly DocumentResult[], output: Output): void {
  for (const { file, reports, issues } of results) {
    if (reports.length > 0) continue;
    for (const issue of issues) output.message(m.cli_check_refused({ file, message: issueMessage(issue) }));
  }
}

function summarize(results: readonly DocumentResult[], reports: readonly ReportJson[], output: Output): void {
  if (results.length < 2) return;
  const count = (status: ReportJson['status']): number => reports.filter((report) => report.status === status).length;
  const refused = count('refused');
  output.message(
    m.cli_read_summary({
      documents: results.length,
      reports: reports.length - refused,
      read: count('read'),
      partial: count('partial'),
      refused
    })
  );
}

/** The figures by which a person knows a report again. */
const KEY_CELLS: readonly CellId[] = [
  't3.new.total',
  't3.carried-in.total',
  't3.granted.total',
  't3.handled.total',
  't3.carried-out.total',
  't4.review.total'
];

function reportText(report: ReportJson): string {
  const issues = report.issues.map((issue) => `  - ${issueText(issue)}\n`).join('');
  if (report.form === null) return `${report.file}  ${m.cli_refused()}\n${issues}`;
  const title = `${reportTitle(report.unit, report.year)}  ${m.cli_form({ form: report.form })}  ${report.file}\n`;
  const found = Object.values(report.cells);
  const counts = m.cli_cells_found({
    found: found.length,
    all: cellsOfLayout(layoutOf(report.form, Object.keys(report.cells))).length,
    blank: found.filter((value) => value === null).length
  });
  const figures = textTable(
    [
      KEY_CELLS.map((id) => rowName(id.slice(0, id.lastIndexOf('.')))),
      KEY_CELLS.map((id) => figureText(report.cells[id]))
    ],
    '  '
  );
  return `${title}  ${counts}\n${figures}${issues}`;
}

export function reportTitle(unit: string | null, year: number | null): string {
  return `${unit ?? m.cli_no_unit()}  ${year === null ? m.cli_no_year() : m.number_year({ year })}`;
}

function figureText(value: number | null | undefined): string {
  if (value === undefined) return m.cell_not_found();
  return value === null ? absentWord('blank') : numberText(value);
}

function issueText(issue: IssueJson): string {
  const place = issue.place ? placeText(issue.place) : '';
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}
