import { type Box, centreOf, contains, type Glyph } from './geometry.ts';
import { boxOfCell, type Grid, gridOf } from './grid.ts';
import { framesOfBoxes, isSameBox, TOUCH } from './rulings.ts';

/** Of the page's width: a wider clip is a page's or a column's, not a cell's. */
const WIDEST = 0.9;
/** Per page; the largest form has 250 cells. */
const MOST_CLIPS = 2_000;

/**
 * Tables by what the text in them is clipped to: Word lets nothing be seen outside the cell it stands in, blank cells
 * included, whether or not lines are drawn. Only clips that fit together like cells are believed.
 */
export function gridsOfClips(glyphs: readonly Glyph[], area: Box): Grid[] {
  const clips = distinct(glyphs.map((glyph) => glyph.clip).filter((clip) => isCell(clip, area)));
  if (clips.length < 2 || clips.length > MOST_CLIPS) return [];
  return framesOfBoxes(clips).flatMap((frame) => {
    const grid = gridOf(frame, []);
    return grid && glyphs.every((glyph) => isInItsCell(glyph, grid)) ? [grid] : [];
  });
}

function isCell({ left, right, top, bottom }: Box, area: Box): boolean {
  return right - left > TOUCH && bottom - top > TOUCH && right - left < (area.right - area.left) * WIDEST;
}

function distinct(clips: readonly Box[]): Box[] {
  const byPlace = new Map(clips.map((clip) => [`${clip.left} ${clip.right} ${clip.top} ${clip.bottom}`, clip]));
  return [...byPlace.values()];
}

/** Whether what stands in the grid is clipped to the cell it stands in, and to no other area. */
function isInItsCell(glyph: Glyph, grid: Grid): boolean {
  const [x, y] = centreOf(glyph);
  if (!contains(grid, x, y)) return true;
  const own = grid.cells.find((cell) => isSameBox(glyph.clip, boxOfCell(grid, cell)));
  return own !== undefined && contains(glyph.clip, x, y);
}
