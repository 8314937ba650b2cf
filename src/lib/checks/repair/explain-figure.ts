/** The likeliest reason for one changed figure, and for two changed together. */
import { APPLICANT_COLUMNS, cellOf, DISPUTE_COLUMNS, type CellId, type Layout } from '../../form/form.ts';
import { digitMistake, type DigitMistakeKind } from './digit-mistake.ts';
import type { Explanation, FigureMistakeKind, PairMistakeKind } from './reason.ts';
import type { Change } from './repair.ts';
import type { Absence } from '../../report/absence.ts';
import { isCount, LARGEST_COUNT } from '../../report/figure-faults.ts';
import { placeInTable } from './table-place.ts';

/** What was reported beside the changed cells. */
export interface Reported {
  /** Null where blank or where the year is not at hand. */
  readonly valueOf: (year: number, cell: CellId) => number | null;
  readonly layoutOf: (year: number) => Layout | null;
  /** Why a cell without a value has none. */
  readonly absenceOf: (year: number, cell: CellId) => Absence;
}

/** Set by measuring with mistakes as people make them: see README.md beside this file. */
const DIGIT_PENALTIES: Readonly<Record<DigitMistakeKind, number>> = {
  'digits-swapped': 0.5,
  'digit-doubled': 0.8,
  'digit-extra': 1.5,
  'digit-missing': 1,
  'digit-wrong': 1.2,
  tenfold: 1,
  tenth: 1
};

export function isTotal(cell: CellId): boolean {
  const { row, column } = cellOf(cell);
  return column === 'total' || row === 'handled';
}

export function explainFigure(change: Change, all: readonly Change[], reported: Reported): Explanation {
  const { from, to } = change;
  if (from === null) return figure(reported.absenceOf(change.year, change.cell), change, 0.8);
  if (!isCount(from)) return figure(from > LARGEST_COUNT ? 'too-large' : 'not-a-count', change, 0);
  const total = isTotal(change.cell);
  if (total && all.some((other) => isTotalled(other, change))) return figure('total-follows', change, 0.6);

  const candidates: Explanation[] = [];
  const slip = digitMistake(from, to);
  if (slip) candidates.push(figure(slip.kind, change, DIGIT_PENALTIES[slip.kind] + Math.log(slip.outcomes)));
  if (from === 0) {
    const stale = total && hasParts(change, reported);
    candidates.push(
      stale ? figure('total-zero', change, 1) : figure('zero-typed', change, 1.6 + emptiness(change, reported))
    );
  }
  if (to === 0) candidates.push(figure('surplus', change, 3.2));
  if (from > 0 && reported.valueOf(change.year - 1, change.cell) === from) {
    candidates.push(figure('last-year', change, from < 10 ? 2.6 : 1));
  }
  if (carriedElsewhere(change, reported)) candidates.push(figure('carry-over', change, 1.2));
  const distance = Math.log(1 + Math.abs(to - from));
  candidates.push(total ? figure('total-stale', change, 2.2 + distance) : figure('unexplained', change, 3 + distance));
  return candidates.reduce((best, next) => (next.penalty < best.penalty ? next : best));
}

/** Two figures of one table and year, changed together by one slip; null when the changes show none. */
export function explainPair(first: Change, second: Change, reported: Reported): Explanation | null {
  if (first.year !== second.year || first.from === null || second.from === null) return null;
  const distance = distanceBetween(first, second, reported);
  if (distance === null) return null;
  const exchanged = first.from === second.to && second.from === first.to;
  if (exchanged && first.to !== 0 && second.to !== 0) return pair('exchanged', first, second, 0.8 + distance);
  if (exchanged) return pair('moved', first, second, 1 + distance);
  const amount = first.to - first.from;
  if (amount !== second.from - second.to) return null;
  return pair('misplaced', first, second, 2 + distance + Math.log(Math.abs(amount)));
}

function figure(kind: FigureMistakeKind, change: Change, penalty: number): Explanation {
  const { year, cell, from, to } = change;
  const values = { ...(from === null ? {} : { from }), to };
  return { reasons: [{ kind, cells: [{ year, cell }], values }], penalty };
}

function pair(kind: PairMistakeKind, first: Change, second: Change, penalty: number): Explanation {
  // What was written in the wrong cell comes first.
  const [source, target] = first.to < (first.from ?? 0) ? [first, second] : [second, first];
  const cells = [source, target].map(({ year, cell }) => ({ year, cell }));
  return { reasons: [{ kind, cells, values: { amount: (source.from ?? 0) - source.to } }], penalty };
}

/** Whether `total` sums up `part`, and was wrong by as much. */
function isTotalled(part: Change, total: Change): boolean {
  if (part === total || part.from === null || total.from === null || part.year !== total.year) return false;
  if (part.to - part.from !== total.to - total.from) return false;
  const [inner, outer] = [cellOf(part.cell), cellOf(total.cell)];
  if (inner.table !== outer.table) return false;
  const sameRow = inner.row === outer.row && outer.column === 'total' && inner.column !== 'total';
  const handled = outer.row === 'handled' && !['handled', 'new', 'carried-in', 'carried-out'].includes(inner.row);
  return sameRow || (handled && (inner.column === outer.column || outer.column === 'total'));
}

/** 上年结转 is right when it is what last year's 结转下年度 says, and the other way about. */
function carriedElsewhere(change: Change, reported: Reported): boolean {
  const { table, row, column } = cellOf(change.cell);
  if (table !== 3 || change.to === 0) return false;
  if (row === 'carried-in') return reported.valueOf(change.year - 1, `t3.carried-out.${column}`) === change.to;
  return row === 'carried-out' && reported.valueOf(change.year + 1, `t3.carried-in.${column}`) === change.to;
}

/** Whether a total has something to sum up, going by its row, or for （七）总计 by the requests of its column. */
function hasParts({ year, cell }: Change, { valueOf }: Reported): boolean {
  const { table, row, column } = cellOf(cell);
  if (column !== 'total') return (valueOf(year, `t3.new.${column}`) ?? 0) > 0;
  const columns = table === 3 ? APPLICANT_COLUMNS : DISPUTE_COLUMNS;
  return columns.some((part) => part !== 'total' && (valueOf(year, `t${table}.${row}.${part}`) ?? 0) > 0);
}

/** A figure left out is less likely where its whole row or column reports nothing. */
function emptiness({ year, cell }: Change, { valueOf }: Reported): number {
  const { table, row, column } = cellOf(cell);
  const rowTotal = valueOf(year, `t${table}.${row}.total`);
  const columnTotal = table === 3 ? valueOf(year, `t3.new.${column}`) : 1;
  return (rowTotal === 0 ? 1 : 0) + (columnTotal === 0 ? 1 : 0);
}

/** 0 for neighbours in a row or column, more the further the slip goes; null when not in one table. */
function distanceBetween(first: Change, second: Change, { layoutOf }: Reported): number | null {
  const layout = layoutOf(first.year);
  if (!layout) return null;
  const [a, b] = [placeInTable(layout, first.cell), placeInTable(layout, second.cell)];
  if (!a || !b || a.table !== b.table) return null;
  const [rows, columns] = [Math.abs(a.row - b.row), Math.abs(a.column - b.column)];
  if (rows + columns === 1) return 0;
  return rows === 0 || columns === 0 ? 1 : 3;
}
