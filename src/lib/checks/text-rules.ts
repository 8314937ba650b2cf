/**
 * Figures of the narrative against the cells they speak of. What a word counts is not always sure: 收到 and 受理 may
 * include requests carried in, and a text may count less than its table. So each rule names every reading, and a
 * figure that fits none is a question.
 */
import { outcomeRows, type CellId } from '../form/form.ts';
import { columnOf, placeOf, type Figures } from './judged.ts';
import type { TextRuleId } from './likely-rules.ts';

/** One way to read a claim. SQL and TypeScript say the same. */
export interface Reading {
  /** Cells whose sum the claim may be, in the form's order. */
  readonly cells: readonly CellId[];
  /** Over `report` and `previous`; NULL when a cell has no number. */
  readonly sql: string;
  /** The same of a report's figures and those of the year before. */
  valueOf(now: Figures, before: Figures): number | null;
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

const figure = (figures: Figures, cell: CellId): number | null => figures[placeOf(cell)] ?? null;
const sumSql = (cells: readonly CellId[], yearOffset: 0 | -1): string =>
  `(${cells.map((cell) => columnOf({ cell, yearOffset })).join(' + ')})`;

function sumOf(figures: Figures, cells: readonly CellId[]): number | null {
  let sum = 0;
  for (const cell of cells) {
    const value = figure(figures, cell);
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

const sum = (...cells: CellId[]): Reading => ({
  cells,
  sql: sumSql(cells, 0),
  valueOf: (now) => sumOf(now, cells)
});

/** What the forms or their layouts name differently; the other one's cells are NULL. */
const either = (cells: readonly CellId[], elsewhere: readonly CellId[]): Reading => ({
  cells: [...cells, ...elsewhere],
  sql: `coalesce(${sumSql(cells, 0)}, ${sumSql(elsewhere, 0)})`,
  valueOf: (now) => sumOf(now, cells) ?? sumOf(now, elsewhere)
});

/** The totals of a group of outcomes on the 2021 form: of 予以公开 its row, of 不予公开 its eight. */
const totalsOf = (group: string): CellId[] =>
  outcomeRows('2021')
    .filter((row) => row === group || row.startsWith(`${group}-`))
    .map((row) => `t3.${row}.total`);
const outcome = (group: string): Reading => sum(...totalsOf(group));

/** By how much the sum has grown since last year. */
const change = (...cells: CellId[]): Reading => ({
  cells,
  sql: `${sumSql(cells, 0)} - ${sumSql(cells, -1)}`,
  valueOf(now, before) {
    const [sum, last] = [sumOf(now, cells), sumOf(before, cells)];
    return sum === null || last === null ? null : sum - last;
  }
});

/** The same in percent. None can be taken of 0; infinity fits no claim and is no blank either. */
const percentage = (...cells: CellId[]): Reading => {
  const [sum, last] = [sumSql(cells, 0), sumSql(cells, -1)];
  return {
    cells,
    sql: `CASE WHEN ${last} = 0 THEN 'infinity'::DOUBLE ELSE 100 * (${sum} - ${last}) / ${last} END`,
    valueOf(now, before) {
      const [sum, last] = [sumOf(now, cells), sumOf(before, cells)];
      if (last === 0) return Infinity;
      return sum === null || last === null ? null : (100 * (sum - last)) / last;
    }
  };
};

const NEW = 't3.new.total';
const CARRIED_IN = 't3.carried-in.total';

export const TEXT_RULES: readonly TextRule[] = [
  { id: 'text.new', claim: 'new', readings: [sum(NEW)] },
  { id: 'text.new', claim: 'received', readings: [sum(NEW), sum(NEW, CARRIED_IN)] },
  { id: 'text.carried-in', claim: 'carried-in', readings: [sum(CARRIED_IN)] },
  { id: 'text.handled', claim: 'handled', readings: [sum('t3.handled.total')] },
  { id: 'text.granted', claim: 'granted', readings: [outcome('granted')] },
  { id: 'text.partial', claim: 'partial', readings: [outcome('partial')] },
  { id: 'text.denied', claim: 'denied', readings: [outcome('denied')] },
  { id: 'text.unavailable', claim: 'unavailable', readings: [outcome('unavailable')] },
  { id: 'text.rejected', claim: 'rejected', readings: [outcome('rejected')] },
  { id: 'text.closed', claim: 'closed', readings: [either(totalsOf('closed'), ['t3.closed.total'])] },
  { id: 'text.carried-out', claim: 'carried-out', readings: [sum('t3.carried-out.total')] },
  { id: 'text.review', claim: 'review', readings: [sum('t4.review.total')] },
  { id: 'text.suit', claim: 'suit', readings: [sum('t4.suit.total', 't4.suit-after-review.total')] },
  { id: 'text.normative', claim: 'normative', readings: [either(['t2.normative.issued'], ['t2.normative.made'])] },
  { id: 'text.normative-repealed', claim: 'normative-repealed', readings: [sum('t2.normative.repealed')] },
  { id: 'text.normative-in-force', claim: 'normative-in-force', readings: [sum('t2.normative.in-force')] },
  {
    id: 'text.new-change',
    claim: 'new-change',
    againstLastYear: true,
    // Both with and without what was carried in, as for the figure itself.
    readings: [change(NEW), change(NEW, CARRIED_IN)]
  },
  {
    id: 'text.new-change',
    claim: 'new-change-percent',
    againstLastYear: true,
    rounded: true,
    readings: [percentage(NEW), percentage(NEW, CARRIED_IN)]
  }
];

/** Half a unit of the last decimal that the text gives: 12.5% stands for 12.45 to 12.55. */
export function toleranceOf(raw: string): number {
  const decimals = /\.(\d+)\s*[%％]/.exec(raw)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals + 1e-9;
}
