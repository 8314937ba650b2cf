import type { FoundRow } from './found-row.ts';
import { isWritten } from './layout.ts';
import type { RowCell } from './rows.ts';

/** As line numbers are printed: 7, 07, (7), 7. */
const NUMBER = /^[(（]?(\d{1,3})[)）.、．]?$/;
/** Rows that the form groups have no line of their own everywhere, so that numbers may skip. */
const LARGEST_STEP = 3;
/** So many figures one above the other that go up by steps are no counts. */
const SURE = 5;
/** Rows of a table that may be numbered anew. */
const LONG = 20;

/**
 * Rows without the numbers of their lines, where a column numbers them: behind the label, or before the label of the
 * next row as lines of text give them. A row that loses its number and then has a figure too few is refused later;
 * left in, the number would pass for the first figure of such a row. Where a header names the column and the numbers
 * cannot be told from the figures, no row of text is believed.
 */
export function withoutLineNumbers(rows: readonly FoundRow[]): FoundRow[] {
  const groups = new Map<string, FoundRow[]>();
  for (const row of rows) {
    // （六）其他处理 above its three rows has no line of its own.
    if (!row.cells.some(isWritten)) continue;
    const key = `${row.row.shape} ${String(row.table)}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const bare = new Map<FoundRow, FoundRow>();
  for (const group of groups.values()) {
    const strip = wayToStrip(group);
    if (strip) for (const [index, row] of group.entries()) bare.set(row, strip(row, index));
  }
  return rows.map((row) => bare.get(row) ?? row);
}

function wayToStrip(rows: readonly FoundRow[]): ((row: FoundRow, index: number) => FoundRow) | null {
  if (isNumberedBefore(rows)) return withoutFirst;
  if (isNumberedBehind(rows)) return withoutLast;
  const [first] = rows;
  const named = first?.row.shape === 'stream' && rows.some(({ numbered }) => numbered === true);
  // Where every row has its figures, the numbers are no cells: a line of its own may begin with its number.
  const whole = rows.every((row) => row.cells.filter(isWritten).length === row.columns?.length);
  return named && (first.row.inline !== true ? !whole : rows.some(hasOneMore))
    ? (row) => ({ ...row, columns: null })
    : null;
}

/**
 * Every row begins with a number, they go up from row to row, and most rows have a cell too many. They begin anew only
 * where a second long table does.
 */
function isNumberedBefore(rows: readonly FoundRow[]): boolean {
  const numbers = rows.map(({ cells }) => numberIn(cells.find(isWritten)));
  const most = rows.length < SURE ? 1 : LARGEST_STEP;
  let restarts = 0;
  const rises = numbers.every((number, index) => {
    const before = numbers[index - 1];
    if (number === null || before === undefined || before === null) return number !== null;
    if (number === 1) restarts++;
    return number === 1 || (number > before && number - before <= most);
  });
  if (!rises || rows.length < 2 || restarts > rows.length / LONG) return false;
  if (rows.length >= SURE || rows.some(({ numbered }) => numbered === true)) return rows.some(hasOneMore);
  return rows.length > 2 && rows.filter(hasOneMore).length * 2 >= rows.length;
}

/**
 * In text the number before a label ends the row before it: the second row's stands behind the first row. Behind the
 * last row before a header there is none.
 */
function isNumberedBehind(rows: readonly FoundRow[]): boolean {
  const [first] = rows;
  if (first?.row.shape !== 'stream') return false;
  const longer = rows.filter(hasOneMore).length;
  const shown = rows.filter((row, index) => hasOneMore(row) && endsInNumber(row, index)).length;
  if (shown === 0 || shown * 2 <= longer) return false;
  return rows.some(({ numbered }) => numbered === true) || (shown > 1 && shown * 2 >= rows.length - 1);
}

function endsInNumber(row: FoundRow, index: number): boolean {
  return numberIn(row.cells[lastWritten(row)]) === index + 2;
}

function hasOneMore({ cells, columns }: FoundRow): boolean {
  return cells.filter(isWritten).length === (columns?.length ?? Infinity) + 1;
}

function withoutFirst(row: FoundRow): FoundRow {
  return without(row, row.cells.findIndex(isWritten));
}

/** A row that may have lost a figure and end in a number, or have all its figures, is not told. */
function withoutLast(row: FoundRow, index: number): FoundRow {
  if (!endsInNumber(row, index)) return row;
  return hasOneMore(row) ? without(row, lastWritten(row)) : { ...row, columns: null };
}

function lastWritten({ cells }: FoundRow): number {
  return cells.map(isWritten).lastIndexOf(true);
}

/** Where an empty line parts all cells, the one before the number goes with it. */
function without(row: FoundRow, index: number): FoundRow {
  const cells = row.cells.filter((_, at) => at !== index);
  const spaced = cells[index - 1]?.gap === true && cells[index]?.gap === true;
  return { ...row, cells: spaced ? cells.filter((_, at) => at !== index) : cells };
}

function numberIn(cell: RowCell | undefined): number | null {
  const digits = NUMBER.exec(cell?.text.trim() ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}
