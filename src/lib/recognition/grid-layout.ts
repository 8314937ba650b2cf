import type { FoundRow } from './found-row.ts';
import { afterLabel, best, isWritten, none, type Take } from './layout.ts';
import type { RowCell } from './rows.ts';

/** Fewer rows may be alike by chance, or be one row that was shifted. */
const ENOUGH_ROWS = 3;

/** How the rows of one table with columns are laid out. */
export function gridLayout(rows: readonly FoundRow[]): Take {
  const width = commonWidth(rows);
  const isShort = shortRows(rows);
  const atEnd: Take = (row) => atEndOf(row, width);
  const layouts: Take[] = [withoutMerged(underHeader, isWritten), withoutMerged(byNumber), withoutMerged(atEnd)];
  const take = best(layouts, rows) ?? none;
  return (row) => (isShort(row) ? null : take(row));
}

/**
 * A cell over several columns of figures stands for none of them; `counts` tells which are meant. Empty columns beside the table, as of the wider one
 * below it in a sheet, may make up for the cells that it takes away: then their number proves nothing.
 */
function withoutMerged(take: Take, counts: (cell: RowCell) => boolean = () => true): Take {
  return (found) => {
    const { row, cells, columns } = found;
    const grids = columns?.flatMap(({ grid }) => (grid?.source === row.source ? [grid] : [])) ?? [];
    const isMerged = (cell: RowCell) => grids.filter(({ from, to }) => cell.from < to && from < cell.to).length > 1;
    return cells.some((cell) => counts(cell) && isMerged(cell)) ? null : take(found);
  };
}

/**
 * Tells rows that end before the header does while most reach its end, where more columns follow the values: a cell is
 * missing, and a remark, or nothing, has moved into its place. A row by itself is held against the header alone.
 */
export function shortRows(rows: readonly FoundRow[]): (row: FoundRow) => boolean {
  const endOf = ({ row }: FoundRow) => Math.max(0, ...row.cells.map(({ to }) => to));
  const full = rows.filter((row) => endOf(row) >= row.headerTo).length;
  return (found) => {
    const values = Math.max(...(found.columns ?? []).map(({ grid }) => grid?.to ?? Infinity));
    const others = rows.length === 1 || full * 2 > rows.length;
    return values < found.headerTo && others && endOf(found) < found.headerTo;
  };
}

/**
 * As many cells as columns. A blank that stands beside the columns may be another column's, and a figure be lost: then
 * their number proves nothing.
 */
const byNumber: Take = (found) => {
  const { row, columns } = found;
  const cells = afterLabel(found);
  const grids = columns?.flatMap(({ grid }) => (grid?.source === row.source ? [grid] : [])) ?? [];
  if (!cells || grids.length === 0 || grids.length < cells.length) return cells;
  const [start, end] = [Math.min(...grids.map(({ from }) => from)), Math.max(...grids.map(({ to }) => to))];
  return cells.some((cell) => !isWritten(cell) && (cell.to <= start || cell.from >= end)) ? null : cells;
};

/** Each column has a cell right under its header, of its own unless it is blank, and nothing is written beside them. */
const underHeader: Take = ({ row, cells, columns, labelTo, headerTo }) => {
  const picked: RowCell[] = [];
  const repeats: RowCell[] = [];
  let start = Infinity;
  let end = 0;
  for (const { grid } of columns ?? []) {
    if (!grid || grid.source !== row.source) return null;
    const under = cells.filter((cell) => cell.from < grid.to && grid.from < cell.to);
    const written = under.filter(isWritten);
    const cell = written.length > 0 ? written[0] : under[0];
    const repeated = isRepeated(written, grid);
    // Columns that were made one and left blank are blank each.
    if (!cell || (written.length > 1 && !repeated) || (picked.includes(cell) && isWritten(cell))) return null;
    picked.push(cell);
    if (repeated) repeats.push(...written.slice(1));
    start = Math.min(start, grid.from);
    end = Math.max(end, grid.to);
  }
  const beside = cells.filter(
    (cell) => !picked.includes(cell) && !repeats.includes(cell) && (cell.to <= start || cell.from >= end)
  );
  // A cell beyond the header, even an empty one, may be the last of a row that was shifted.
  if (labelTo > start || beside.some((cell) => isWritten(cell) || cell.to > headerTo)) return null;
  return picked.every((cell) => cell.rowSpan === 1) ? picked : null;
};

/** A figure that spans columns, repeated in each of them as its header is: a cell of one column in each. */
function isRepeated(cells: readonly RowCell[], { from, to }: { from: number; to: number }): boolean {
  const [first] = cells;
  return (
    cells.length > 1 &&
    cells.length === to - from &&
    cells.every((cell) => cell.text === first?.text && cell.rowSpan === 1 && cell.to - cell.from === 1)
  );
}

/**
 * Rows of one width throughout, empty label cells included: the values are the last cells. In a table that is wider
 * than this one, as of a sheet with several, the last cells are empty and none of its own.
 */
function atEndOf({ row, cells, columns, place }: FoundRow, width: number | null): readonly RowCell[] | null {
  const count = columns?.length ?? 0;
  if (row.cells.length !== width || cells.length < count) return null;
  const [labels, values] = [cells.slice(0, -count), cells.slice(-count)];
  const ends = columns?.map(({ grid }) => (grid?.source === row.source ? grid.to : Infinity)) ?? [];
  const isBeside = (cell: RowCell) => !isWritten(cell) && cell.from >= Math.max(...ends);
  return labels.some(isWritten) || (place.line === undefined && values.some(isBeside)) ? null : values;
}

/** How many cells most rows of a table have, when they are enough to show that all should. */
function commonWidth(rows: readonly FoundRow[]): number | null {
  const widths = rows.map(({ row }) => row.cells.length);
  const enough = Math.max(ENOUGH_ROWS, rows.length / 2);
  return widths.find((width) => widths.filter((other) => other === width).length >= enough) ?? null;
}
