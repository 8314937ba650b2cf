import type { TablePart } from './table-part.ts';

/**
 * The part without rows that no cell has for itself. Browsers that print cut a cell beside several rows too high where
 * a page break has moved those rows down, and the strip between would count as a row. So the lower row is the one too
 * many, and rows are looked at from the last to the first.
 */
export function withoutPhantomRows(part: TablePart): TablePart {
  let kept = part;
  for (let row = part.grid.ys.length - 2; row >= 0; row--) {
    const own = kept.cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
    const spanning = kept.cells.some((cell) => cell.rowSpan > 1 && cell.row <= row && row < cell.row + cell.rowSpan);
    if (spanning && own.every((cell) => cell.text === '') && kept.grid.ys.length > 2) kept = withoutRow(kept, row);
  }
  return kept;
}

function withoutRow(part: TablePart, row: number): TablePart {
  const { grid } = part;
  // The row's upper edge is the one drawn out of place; the table's own top stays.
  const ys = grid.ys.filter((_, index) => index !== Math.max(row, 1));
  const cells = part.cells
    .filter((cell) => cell.row !== row || cell.rowSpan > 1)
    .map((cell) => {
      if (cell.row > row) return { ...cell, row: cell.row - 1 };
      return row < cell.row + cell.rowSpan ? { ...cell, rowSpan: cell.rowSpan - 1 } : cell;
    });
  return { ...part, grid: { ...grid, ys }, cells };
}
