import { type Box, centreOf, contains, type Glyph, type Ruling } from './geometry.ts';
import { type Grid, gridOf } from './grid.ts';
import { framesOf, mergeRulings, TOUCH } from './rulings.ts';

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
  const side = (position: number, start: number, end: number): Ruling => ({ position, start, end });
  const horizontals = clips.flatMap(({ left, right, top, bottom }) => [
    side(top, left, right),
    side(bottom, left, right)
  ]);
  const verticals = clips.flatMap(({ left, right, top, bottom }) => [
    side(left, top, bottom),
    side(right, top, bottom)
  ]);
  return framesOf(mergeRulings(horizontals), mergeRulings(verticals)).flatMap((frame) => {
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
  const { xs, ys, cells } = grid;
  const own = cells.find(({ row, column, rowSpan, columnSpan }) =>
    isNear(glyph.clip, {
      left: xs[column] ?? 0,
      right: xs[column + columnSpan] ?? 0,
      top: ys[row] ?? 0,
      bottom: ys[row + rowSpan] ?? 0
    })
  );
  return own !== undefined && contains(glyph.clip, x, y);
}

function isNear(one: Box, other: Box): boolean {
  return (['left', 'right', 'top', 'bottom'] as const).every((side) => Math.abs(one[side] - other[side]) <= TOUCH);
}
