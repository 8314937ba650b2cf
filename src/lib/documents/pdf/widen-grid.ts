import { type Grid, range } from './grid.ts';
import { TOUCH } from './rulings.ts';

/**
 * Where a page shows only the middle of a cell that spans many rows, some programs draw no line of it, and the
 * table's outer column seems to be missing. It is put back after the table on the page before, when that one is open
 * there and all other columns agree.
 */
export function widen(grid: Grid, before: Grid | undefined): Grid {
  if (!before) return grid;
  const at = (x: number) => before.xs.findIndex((edge) => Math.abs(edge - x) <= TOUCH);
  const first = at(grid.left);
  const last = at(grid.right);
  const columns = before.xs.length - 1;
  if (first < 0 || last < 0 || (first === 0 && last === columns)) return grid;
  if (grid.xs.some((x) => at(x) < 0)) return grid;
  const [leftColumns, rightColumns] = [range(first), range(columns - last).map((offset) => last + offset)];
  const missing = [...leftColumns, ...rightColumns];
  // Two thirds of a table are not hidden by spans.
  if (missing.length * 3 > columns || !missing.every((column) => before.openBottom[column])) return grid;

  const rows = grid.ys.length - 1;
  const whole = (column: number) => ({ row: 0, column, rowSpan: rows, columnSpan: 1 });
  const ownColumns = grid.xs.length - 1;
  const open = (own: readonly boolean[]) => [...leftColumns.map(() => true), ...own, ...rightColumns.map(() => true)];
  return {
    ...grid,
    left: before.left,
    right: before.right,
    xs: [...before.xs.slice(0, first), ...grid.xs, ...before.xs.slice(last + 1)],
    cells: [
      ...leftColumns.map(whole),
      ...grid.cells.map((cell) => ({ ...cell, column: cell.column + first })),
      ...rightColumns.map((_, index) => whole(first + ownColumns + index))
    ],
    openTop: open(grid.openTop),
    openBottom: open(grid.openBottom)
  };
}
