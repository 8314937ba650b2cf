import type { FoundRow } from './found-row.ts';
import { isWritten } from './layout.ts';
import type { RowCell } from './rows.ts';

/** As line numbers are printed: 7, 07, (7), 7. */
const NUMBER = /^[(（]?(\d{1,3})[)）.、．]?$/;
/** Rows that the form groups have no line of their own everywhere, so that numbers may skip. */
const LARGEST_STEP = 3;
/** So many figures one above the other that go up by steps are no counts. */
const SURE = 5;

/**
 * Rows without the numbers of their lines, where a column numbers them: behind the label, or before the label of the
 * next row as lines of text give them. A row that loses its number and then has a figure too few is refused later;
 * left in, the number would pass for the first figure of such a row.
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
    const strip = isNumberedBefore(group) ? withoutFirst : isNumberedBehind(group) ? withoutLast : null;
    if (strip) for (const [index, row] of group.entries()) bare.set(row, strip(row, index));
  }
  return rows.map((row) => bare.get(row) ?? row);
}

/** Every row begins with a number, they go up from row to row, and most rows have a cell too many. */
function isNumberedBefore(rows: readonly FoundRow[]): boolean {
  const numbers = rows.map(({ cells }) => numberIn(cells.find(isWritten)));
  let restarts = 0;
  const rises = numbers.every((number, index) => {
    const before = numbers[index - 1];
    if (number === null || before === undefined || before === null) return number !== null;
    if (number === 1 && before !== 0) restarts++;
    else if (number <= before || number - before > LARGEST_STEP) return false;
    return true;
  });
  if (!rises || rows.length < 2) return false;
  if (rows.length >= SURE && restarts === 0 && rows.some(hasOneMore)) return true;
  if (rows.some(({ numbered }) => numbered === true) && rows.some(hasOneMore)) return true;
  return rows.length > 2 && rows.filter(hasOneMore).length * 2 >= rows.length;
}

/**
 * In text the number before a label ends the row before it: the second row's stands behind the first row. Behind the
 * last row before a header there is none.
 */
function isNumberedBehind(rows: readonly FoundRow[]): boolean {
  const [first] = rows;
  if (first?.row.shape !== 'stream') return false;
  const shown = rows.filter((row, index) => hasOneMore(row) && numberIn(row.cells[lastWritten(row)]) === index + 2);
  // A line of its own begins with its number, and so has none behind it.
  if (rows.some(({ numbered }) => numbered === true)) return shown.length > 0 || first.row.inline !== true;
  return shown.length >= 2 && shown.length * 2 >= rows.length - 1;
}

function hasOneMore({ cells, columns }: FoundRow): boolean {
  return cells.filter(isWritten).length === (columns?.length ?? Infinity) + 1;
}

function withoutFirst(row: FoundRow): FoundRow {
  return without(row, row.cells.findIndex(isWritten));
}

function withoutLast(row: FoundRow, index: number): FoundRow {
  const last = lastWritten(row);
  return numberIn(row.cells[last]) === index + 2 ? without(row, last) : row;
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
