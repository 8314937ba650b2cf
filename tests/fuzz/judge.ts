import { cellOf, type CellId } from '../../src/lib/form/form.ts';
import { doubtsOf } from '../../src/lib/report/doubts.ts';
import type { DocumentResult, Report } from '../../src/lib/report/report.ts';

/** What may be read from each cell without a word; a cell with an empty set may not be read in silence at all. */
export type Truth = ReadonlyMap<CellId, ReadonlySet<number | null>>;

export interface Verdict {
  /** Cells read as they are. */
  right: number;
  /** Not read, and named by an issue, or in a document that was refused as a whole. */
  missing: number;
  /** Read otherwise, with an issue at the cell, its row or its table. */
  flagged: number;
  /** Read otherwise without a word: never to happen. */
  silent: string[];
  /** Not read and named by nothing: never to happen either. */
  unnamed: string[];
}

export function exactly(values: ReadonlyMap<CellId, number | null>): Truth {
  return new Map([...values].map(([id, value]) => [id, new Set([value])]));
}

/** Holds what was read against the truth. A note alone (`written`, `blank`) is no flag here: it doubts nothing. */
export function judge(result: DocumentResult, truth: Truth): Verdict {
  const verdict: Verdict = { right: 0, missing: 0, flagged: 0, silent: [], unnamed: [] };
  if (result.reports.length === 0) {
    if (result.issues.length === 0) verdict.unnamed.push('document');
    verdict.missing = truth.size;
  }
  for (const report of result.reports) judgeReport(report, truth, verdict);
  return verdict;
}

function judgeReport(report: Report, truth: Truth, verdict: Verdict): void {
  const doubts = doubtsOf(report);
  const named = (id: CellId): boolean =>
    doubts.get(id)?.issues.some(({ code }) => code !== 'row.unrecognised') ?? false;
  const isNamedClosed = (id: CellId): boolean => id.startsWith('t3.closed') && named(id);
  for (const [id, value] of Object.entries(report.cells)) {
    if (truth.get(id)?.has(value)) verdict.right += 1;
    else if (named(id)) verdict.flagged += 1;
    else
      verdict.silent.push(`${id} read as ${value}, not ${[...(truth.get(id) ?? ['unread'])].join(' or ') || 'told'}`);
  }
  const codes = new Set(report.issues.map(({ code }) => code));
  for (const id of truth.keys()) {
    if (id in report.cells) continue;
    // （六）其他处理 is one row or three: where one way of it is named, the other is not expected.
    const isClosed = id.startsWith('t3.closed');
    const namedOtherwise = isClosed && (codes.has('row.closed-once') || [...doubts.keys()].some(isNamedClosed));
    // A report that seems to be two, or on another form than its year's, is named as a whole.
    const wholeReport = codes.has('report.mixed') || codes.has('title.form-mismatch');
    // Without table 2 nothing may show that the report stands on the other form, whose cells are then not known by name.
    const wholeTable = report.issues.some(
      ({ code, values }) => code === 'table.missing' && values?.['table'] === cellOf(id).table
    );
    if (named(id) || wholeReport || wholeTable || namedOtherwise) verdict.missing += 1;
    else verdict.unnamed.push(id);
  }
}
