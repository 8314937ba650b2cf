import type { CellId } from '../form/form.ts';
import { reportKey, type Correction } from '../imports/stored.ts';
import type { Word } from './correction-history.svelte.ts';

/** Which report of which document. */
export interface ReportAddress {
  readonly document: string;
  readonly index: number;
}

export function correctionsOf(all: readonly Correction[], report: ReportAddress): Correction[] {
  const key = reportKey(report);
  return all.filter((each) => reportKey(each) === key);
}

export function byCell(corrections: readonly Correction[]): ReadonlyMap<CellId, Correction> {
  return new Map(corrections.map((each) => [each.cell, each]));
}

/** The cells whose value is a person's and not what was read. */
export function correctedCells(all: readonly Correction[], report: ReportAddress): ReadonlySet<CellId> {
  const corrected = correctionsOf(all, report).filter(({ confirmed }) => !confirmed);
  return new Set(corrected.map(({ cell }) => cell));
}

export function correctionNow(
  { document, index }: ReportAddress,
  cell: CellId,
  { value, confirmed }: Word
): Correction {
  return { document, index, cell, value, confirmed, at: new Date().toISOString() };
}
