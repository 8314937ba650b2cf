import { type Box, centreOf, contains, type Glyph } from './geometry.ts';
import { boxOfCell, type Grid, type GridCell, gridOf, range } from './grid.ts';
import { framesOfBoxes, isSameBox, TOUCH } from './rulings.ts';
import { type Atom, atomsOf } from './unruled/atoms.ts';
import { rowsOf } from './unruled/segments.ts';

/** Per page; the largest form has 250 cells. */
const MOST_AREAS = 2_000;
/** Points: an area as low as this holds no text. */
const LOWEST = 5;
/** Of the font size: figures that stand so near above or below a grid are of its table. */
const NEAR = 2.5;
/** Words or figures side by side that are a row's, over so much of the grid's width: the number of a page is narrower. */
const OF_A_ROW = 3;
const SPREAD = 0.25;

/**
 * Tables by the shades that their cells stand on, where no lines are drawn: a browser paints each cell by itself, in the
 * colour of its row or its column. Of a table with every other row shaded the rows between are cut at the same places,
 * as long as no words stand across them.
 */
export function gridsOfShades(areas: readonly Box[], glyphs: readonly Glyph[]): Grid[] {
  const shades = withoutGrounds(
    areas.filter((area) => area.right - area.left > TOUCH && area.bottom - area.top > LOWEST)
  );
  if (shades.length < 2) return [];
  const atoms = atomsOf(glyphs);
  return framesOfBoxes(shades).flatMap((frame) => {
    const grid = gridOf(frame, []);
    if (!grid || grid.ys.length < 3) return [];
    const inside = atoms.filter((atom) => contains(grid, ...centreOf(atom)));
    const whole = withUnshaded(grid, shades, inside);
    return whole && inside.some((atom) => atom.isFigure) && !isPart(whole, atoms) ? [whole] : [];
  });
}

/** The areas without those that others lie on: a page's or a table's own ground. */
function withoutGrounds(areas: readonly Box[]): Box[] {
  if (areas.length > MOST_AREAS) return [];
  return areas.filter((area) => {
    const on = areas.filter(
      (other) => other !== area && contains(area, (other.left + other.right) / 2, (other.top + other.bottom) / 2)
    );
    return on.length < 2;
  });
}

/**
 * The grid with the cells that no shade shows cut at the edges of its columns; null where that tears words apart, or
 * leaves two of them side by side in one cell.
 */
function withUnshaded(grid: Grid, shades: readonly Box[], atoms: readonly Atom[]): Grid | null {
  const cells: GridCell[] = [];
  for (const cell of grid.cells) {
    const box = boxOfCell(grid, cell);
    if (shades.some((shade) => isSameBox(shade, box))) {
      cells.push(cell);
      continue;
    }
    const own = atoms.filter((atom) => contains(box, ...centreOf(atom)));
    const crossed = (edge: number) => own.some((atom) => atom.left < edge && atom.right > edge);
    let from = cell.column;
    for (const column of range(cell.columnSpan).map((offset) => cell.column + offset)) {
      const edge = grid.xs[column + 1] ?? 0;
      if (column + 1 < cell.column + cell.columnSpan && crossed(edge)) continue;
      cells.push({ ...cell, column: from, columnSpan: column + 1 - from });
      from = column + 1;
    }
  }
  const sorted = cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return sorted.every((cell) => isOneText(boxOfCell(grid, cell), atoms)) ? { ...grid, cells: sorted } : null;
}

/** Whether no figure of the box stands beside something else in it. */
function isOneText(box: Box, atoms: readonly Atom[]): boolean {
  const own = atoms.filter((atom) => contains(box, ...centreOf(atom)));
  return own.length < 2 || own.every((atom) => !atom.isFigure);
}

/** Whether the table goes on without a shade: right above or below the grid stand as many words or figures as a row has. */
function isPart(grid: Grid, atoms: readonly Atom[]): boolean {
  const near = atoms.filter((atom) => {
    const y = centreOf(atom)[1];
    const distance = Math.max(grid.top - y, y - grid.bottom);
    return atom.right > grid.left && atom.left < grid.right && distance > 0 && distance < NEAR * atom.size;
  });
  return rowsOf(near).some((row) => {
    const width = (row.at(-1)?.right ?? 0) - (row[0]?.left ?? 0);
    return row.length >= OF_A_ROW && width > (grid.right - grid.left) * SPREAD;
  });
}
