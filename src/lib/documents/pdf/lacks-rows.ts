import { centreOf, contains, type Glyph } from './geometry.ts';
import type { Grid } from './grid.ts';
import { atomsOf } from './unruled/atoms.ts';
import { rowsOf } from './unruled/segments.ts';

const LEAST_ROWS = 3;
/** Of the font size: the lines of one number that is broken are nearer to each other. */
const ROW_PITCH = 1.9;

/**
 * The grids without those whose lines set columns only: between two of them several rows of figures stand. What is in
 * such a row is told by its height alone, as in a table without lines. The page's other grids of a single row are then
 * parts of such tables too.
 */
export function withoutRowless(grids: readonly Grid[], glyphs: readonly Glyph[]): Grid[] {
  const single = grids.filter((grid) => grid.ys.length === 2);
  return single.some((grid) => lacksRows(grid, glyphs)) ? grids.filter((grid) => !single.includes(grid)) : [...grids];
}

function lacksRows(grid: Grid, glyphs: readonly Glyph[]): boolean {
  const figures = atomsOf(glyphs.filter((glyph) => contains(grid, ...centreOf(glyph)))).filter((atom) => atom.isFigure);
  const lines = rowsOf(figures).flatMap(([first]) => first ?? []);
  const apart = lines.filter((line, index) => {
    const above = lines[index - 1];
    return !above || line.baseline - above.baseline > ROW_PITCH * line.size;
  });
  return apart.length >= LEAST_ROWS;
}
