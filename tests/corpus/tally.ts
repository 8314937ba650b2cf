import type { DocumentResult } from '../../src/lib/report/report.ts';
import { exactly, judge, type Truth } from '../fuzz/judge.ts';

/** Cells of some documents, by what became of them. */
export interface Tally {
  documents: number;
  /** Documents of which every cell is right. */
  whole: number;
  right: number;
  missing: number;
  flagged: number;
  silent: number;
}

export const emptyTally = (): Tally => ({ documents: 0, whole: 0, right: 0, missing: 0, flagged: 0, silent: 0 });

/** Adds one document; gives how many of its cells are not right. What is missing without a word counts as silent. */
export function addTo(tally: Tally, result: DocumentResult, truths: readonly Truth[]): number {
  const sum = emptyTally();
  const count = Math.max(truths.length, result.reports.length);
  for (let index = 0; index < count; index += 1) {
    const report = result.reports[index];
    const verdict = judge({ ...result, reports: report ? [report] : [] }, truths[index] ?? exactly(new Map()));
    sum.right += verdict.right;
    sum.missing += verdict.missing;
    sum.flagged += verdict.flagged;
    sum.silent += verdict.silent.length + verdict.unnamed.length;
  }
  const lost = sum.missing + sum.flagged + sum.silent;
  tally.documents += 1;
  tally.whole += lost === 0 ? 1 : 0;
  for (const key of ['right', 'missing', 'flagged', 'silent'] as const) tally[key] += sum[key];
  return lost;
}

const thousands = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** A row of a Markdown table. */
export function row(name: string, tally: Tally): string {
  const { documents, whole, right, missing, flagged, silent } = tally;
  return `| ${[name, ...[documents, whole, right, missing, flagged, silent].map(thousands)].join(' | ')} |`;
}

export function head(first: string): string {
  return `| ${first} | documents | read whole | cells right | missing, and said so | wrong, but flagged | silently wrong |\n|---|--:|--:|--:|--:|--:|--:|`;
}
