import { type Box, centreOf, contains, type Glyph } from './geometry.ts';
import { boxOfCell, type Grid, type GridCell, range } from './grid.ts';
import { type Atom, atomsOf } from './unruled/atoms.ts';

const LEAST_ROWS = 3;
/** Figures in one cell, side by side, that make it several columns' cells. */
const SEVERAL = 3;
/** Of a grid's rows. */
const MOST_ROWS = 0.5;
/** Points: words further beside a grid than this are no part of its table. */
const FARTHEST = 300;
/** Of the font size: how far above a grid's figures the words of their columns stand at most. */
const NEAR = 2.5;

/**
 * The grids, mended where they frame a part of their table only. Words alone: the cells of the figures are where the
 * lines between the words would meet. Figures alone, so that words stand beside the rows or above the columns: there is
 * no grid then on the page, and cells are told as in a table without lines.
 */
export function withoutPartial(grids: readonly Grid[], glyphs: readonly Glyph[]): Grid[] {
  if (grids.length === 0) return [];
  const outside = atomsOf(glyphs.filter((glyph) => !grids.some((grid) => contains(grid, ...centreOf(glyph)))));
  const whole: Grid[] = [];
  for (const grid of grids) {
    const inside = atomsOf(glyphs.filter((glyph) => contains(grid, ...centreOf(glyph))));
    if (hasWordsBeside(grid, outside) || lacksWords(grid, inside, outside)) return [];
    whole.push(lacksColumns(grid, inside) ? withFigureCells(grid, inside) : grid);
  }
  return whole;
}

function hasWordsBeside(grid: Grid, outside: readonly Atom[]): boolean {
  const beside = outside.filter((atom) => {
    const distance = Math.max(grid.left - atom.right, atom.left - grid.right);
    return distance > -atom.size && distance < FARTHEST;
  });
  const rows = new Set(beside.map((atom) => rowAt(grid, centreOf(atom)[1])).filter((row) => row >= 0));
  return isMost(rows.size, grid);
}

/** Nothing but figures, with words right above them that stand in no frame. */
function lacksWords(grid: Grid, inside: readonly Atom[], outside: readonly Atom[]): boolean {
  if (inside.length === 0 || inside.some((atom) => !atom.isFigure)) return false;
  const above = outside.filter(
    (atom) =>
      atom.right > grid.left &&
      atom.left < grid.right &&
      atom.baseline < grid.top + atom.size &&
      atom.baseline > grid.top - NEAR * atom.size
  );
  return above.filter((atom) => !atom.isFigure).length > 1;
}

function lacksColumns(grid: Grid, inside: readonly Atom[]): boolean {
  const figures = inside.filter((atom) => atom.isFigure);
  const crowded = range(grid.ys.length - 1).filter((row) => {
    const own = figures.filter((figure) => rowAt(grid, centreOf(figure)[1]) === row);
    const cells = grid.cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan);
    return cells.some((cell) => own.filter((figure) => isIn(boxOfCell(grid, cell), figure)).length >= SEVERAL);
  });
  return isMost(crowded.length, grid);
}

/** The grid with a cell of its own for each figure, as long as no two of them share one. */
function withFigureCells(grid: Grid, inside: readonly Atom[]): Grid {
  const cells = grid.cells.flatMap((cell) => {
    const own = inside.filter(
      (atom) => isIn(boxOfCell(grid, cell), atom) && rowsOf(cell).includes(rowAt(grid, centreOf(atom)[1]))
    );
    if (own.length === 0 || own.some((atom) => !atom.isFigure)) return [cell];
    const units = rowsOf(cell).flatMap((row) =>
      columnsOf(cell).map((column) => ({ row, column, rowSpan: 1, columnSpan: 1 }))
    );
    const holds = (unit: GridCell, atom: Atom) =>
      rowAt(grid, centreOf(atom)[1]) === unit.row && liesIn(boxOfCell(grid, unit), atom);
    const counts = units.map((unit) => own.filter((atom) => holds(unit, atom)).length);
    return counts.every((count) => count <= 1) && counts.filter((count) => count === 1).length === own.length
      ? units
      : [cell];
  });
  return { ...grid, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

const rowsOf = ({ row, rowSpan }: GridCell) => range(rowSpan).map((offset) => row + offset);
const columnsOf = ({ column, columnSpan }: GridCell) => range(columnSpan).map((offset) => column + offset);

type Extent = Pick<Box, 'left' | 'right'>;

function isIn({ left, right }: Extent, atom: Atom): boolean {
  const middle = (atom.left + atom.right) / 2;
  return middle > left && middle < right;
}

function liesIn({ left, right }: Extent, atom: Atom): boolean {
  return atom.left >= left && atom.right <= right;
}

/** The row at a height, -1 for none. */
function rowAt(grid: Grid, y: number): number {
  return y < grid.top || y > grid.bottom ? -1 : grid.ys.findIndex((edge) => edge > y) - 1;
}

function isMost(rows: number, grid: Grid): boolean {
  return rows >= LEAST_ROWS && rows >= (grid.ys.length - 1) * MOST_ROWS;
}
