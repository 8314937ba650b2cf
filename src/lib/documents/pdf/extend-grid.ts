import { centreOf, type Glyph } from './geometry.ts';
import type { Grid } from './grid.ts';

/** Of the font size: how far apart lines of one cell stand at most, and by what share their sizes differ. */
const LINE_PITCH = 2.4;
const SAME_SIZE = 0.1;

/**
 * Where a page break cuts a row, some programs draw no sides beside the last lines of its cells on the page. The grid
 * is made lower by lines right below its open cells that go on from a line in the same cell, as long as nothing stands
 * below its closed ones. A running foot is not taken for such a line: it has no line close above it.
 */
export function extendBelow(grid: Grid, glyphs: readonly Glyph[]): Grid {
  const { openBottom } = grid;
  if (!openBottom.includes(true) || !openBottom.includes(false)) return grid;
  const columnOf = (glyph: Glyph) => grid.xs.findIndex((edge) => edge > (glyph.left + glyph.right) / 2) - 1;
  const lowest = new Map<number, Glyph>();
  let bottom = grid.bottom;
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const column = columnOf(glyph);
    const above = lowest.get(column);
    if (column < 0 || glyph.sideways) continue;
    if (centreOf(glyph)[1] > grid.bottom) {
      if (!above || glyph.baseline - above.baseline > LINE_PITCH * glyph.size) continue;
      if (Math.abs(glyph.size - above.size) > SAME_SIZE * glyph.size) continue;
      if (openBottom[column] !== true) return grid;
      bottom = Math.max(bottom, glyph.baseline + glyph.size * 0.2);
    }
    lowest.set(column, glyph);
  }
  return bottom === grid.bottom ? grid : { ...grid, bottom, ys: [...grid.ys.slice(0, -1), bottom] };
}
