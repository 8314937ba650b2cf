import { range } from './grid.ts';
import type { TablePart } from './table-part.ts';

/**
 * A page break often leaves a strip of a table without a closing line and without text, where only cells that span
 * several rows go on. It is no row: it is taken off, and those cells stay open towards the other page.
 */
export function trimPart(part: TablePart): TablePart {
  return trimTop(trimBottom(part));
}

function trimBottom(part: TablePart): TablePart {
  const { grid } = part;
  const last = grid.ys.length - 2;
  const strip = part.cells.filter((cell) => cell.row === last);
  if (last < 1 || !grid.openBottom.includes(true) || strip.length === 0 || strip.some((cell) => cell.text !== ''))
    return part;
  const through = part.cells.filter((cell) => cell.row < last && cell.row + cell.rowSpan > last);
  const ys = grid.ys.slice(0, -1);
  return {
    ...part,
    grid: { ...grid, ys, bottom: ys.at(-1) ?? grid.bottom, openBottom: columnsOf(part, through) },
    cells: part.cells
      .filter((cell) => cell.row < last)
      .map((cell) => (through.includes(cell) ? { ...cell, rowSpan: cell.rowSpan - 1 } : cell))
  };
}

function trimTop(part: TablePart): TablePart {
  const { grid } = part;
  const strip = part.cells.filter((cell) => cell.row === 0 && cell.rowSpan === 1);
  const through = part.cells.filter((cell) => cell.row === 0 && cell.rowSpan > 1);
  if (
    grid.ys.length < 3 ||
    !grid.openTop.includes(true) ||
    strip.length === 0 ||
    strip.some((cell) => cell.text !== '')
  )
    return part;
  const ys = grid.ys.slice(1);
  return {
    ...part,
    grid: { ...grid, ys, top: ys[0] ?? grid.top, openTop: columnsOf(part, through) },
    cells: part.cells
      .filter((cell) => !strip.includes(cell))
      .map((cell) => (cell.row === 0 ? { ...cell, rowSpan: cell.rowSpan - 1 } : { ...cell, row: cell.row - 1 }))
  };
}

/** By column, whether one of the cells stands in it. */
function columnsOf(part: TablePart, cells: TablePart['cells']): boolean[] {
  return range(part.grid.xs.length - 1).map((column) =>
    cells.some((cell) => cell.column <= column && column < cell.column + cell.columnSpan)
  );
}
