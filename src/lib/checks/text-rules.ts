/**
 * Figures of the narrative against the cells they speak of. What a word counts is not always sure: 收到 and 受理 may
 * include requests carried in, and a text may count less than its table. So each rule names every reading, and a
 * figure that fits none is a question.
 */
import { cellColumn } from '../database/schema.ts';
import type { CellId } from '../form/form.ts';
import type { TextRuleId } from './likely-rules.ts';

/** One way to read a claim. */
export interface Reading {
  /** Cells whose sum the claim may be, in the form's order. */
  readonly cells: readonly CellId[];
  /** The sum in SQL; NULL when a cell has no number. */
  readonly sql: string;
}

export interface TextRule {
  readonly id: TextRuleId;
  /** As recognition names what a text states. */
  readonly claim: string;
  readonly readings: readonly Reading[];
  /** The claim is compared as rounded to the decimals it is stated with. */
  readonly rounded?: boolean;
  /** Only asked where last year's report is there. */
  readonly againstLastYear?: boolean;
}

const sum = (...cells: CellId[]): Reading => ({
  cells,
  sql: cells.map((cell) => `report.${cellColumn(cell)}`).join(' + ')
});

/** A row of table 2 that the forms name differently; the other form's column is NULL. */
const either = (cell: CellId, onOldForm: CellId): Reading => ({
  cells: [cell, onOldForm],
  sql: `coalesce(report.${cellColumn(cell)}, report.${cellColumn(onOldForm)})`
});

const NEW = 't3.new.total';
const CARRIED_IN = 't3.carried-in.total';

const now = (cells: readonly CellId[]): string => `(${cells.map((cell) => `report.${cellColumn(cell)}`).join(' + ')})`;
const before = (cells: readonly CellId[]): string =>
  `(${cells.map((cell) => `previous.${cellColumn(cell)}`).join(' + ')})`;
/** Both with and without what was carried in, as for the figure itself. */
const changes = (sql: (cells: readonly CellId[]) => string): Reading[] =>
  [[NEW], [NEW, CARRIED_IN]].map((cells) => ({ cells, sql: sql(cells) }));

export const TEXT_RULES: readonly TextRule[] = [
  { id: 'text.new', claim: 'new', readings: [sum(NEW)] },
  { id: 'text.new', claim: 'received', readings: [sum(NEW), sum(NEW, CARRIED_IN)] },
  { id: 'text.carried-in', claim: 'carried-in', readings: [sum(CARRIED_IN)] },
  { id: 'text.handled', claim: 'handled', readings: [sum('t3.handled.total')] },
  { id: 'text.carried-out', claim: 'carried-out', readings: [sum('t3.carried-out.total')] },
  { id: 'text.review', claim: 'review', readings: [sum('t4.review.total')] },
  { id: 'text.suit', claim: 'suit', readings: [sum('t4.suit.total', 't4.suit-after-review.total')] },
  { id: 'text.normative', claim: 'normative', readings: [either('t2.normative.issued', 't2.normative.made')] },
  { id: 'text.normative-repealed', claim: 'normative-repealed', readings: [sum('t2.normative.repealed')] },
  { id: 'text.normative-in-force', claim: 'normative-in-force', readings: [sum('t2.normative.in-force')] },
  {
    id: 'text.new-change',
    claim: 'new-change',
    againstLastYear: true,
    readings: changes((cells) => `${now(cells)} - ${before(cells)}`)
  },
  {
    id: 'text.new-change',
    claim: 'new-change-percent',
    againstLastYear: true,
    rounded: true,
    // No percentage can be taken of 0; infinity fits no claim and is no blank either.
    readings: changes(
      (cells) =>
        `CASE WHEN ${before(cells)} = 0 THEN 'infinity'::DOUBLE ELSE 100 * (${now(cells)} - ${before(cells)}) / ${before(cells)} END`
    )
  }
];

/** Half a unit of the last decimal that the text gives: 12.5% stands for 12.45 to 12.55. */
export function toleranceOf(raw: string): number {
  const decimals = /\.(\d+)\s*[%％]/.exec(raw)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals + 1e-9;
}
