import { withBrokenFigures } from './broken-figures.ts';
import { gridsOfClips } from './clip-cells.ts';
import { digitRuns } from './digit-runs.ts';
import { extendBelow } from './extend-grid.ts';
import { OBJECT } from '../text-signs.ts';
import { UNKNOWN_CHARACTER } from './fonts.ts';
import { type Box, centreOf, contains, type Glyph, type Ruling } from './geometry.ts';
import { boxOfCell, edgeAt, type Grid, type GridCell, gridOf } from './grid.ts';
import { withoutRowless } from './lacks-rows.ts';
import { type Line, linesOf, textOfLines } from './lines.ts';
import { withoutPartial } from './partial-frames.ts';
import type { PageParts } from './page.ts';
import type { PartCell, TablePart } from './table-part.ts';
import { trimPart } from './trim-part.ts';
import { overPage } from './painted.ts';
import { withoutPhantomRows } from './phantom-rows.ts';
import { repeatedLines } from './running-lines.ts';
import { framesOf, mergeRulings } from './rulings.ts';
import { gridsOfShades } from './shaded-cells.ts';
import { unruledOn } from './unruled/page.ts';
import type { Visible } from './visible.ts';
import { widen } from './widen-grid.ts';

/** Per page, with their pieces joined: each is compared with all that cross it. The largest form has 45. */
const MOST_RULINGS = 4_000;
const LINES_OF_A_FOOT = 3;

interface Setting {
  readonly area: Box;
  /** How many times larger than it is the page is looked at. */
  readonly scale: number;
  /** The parts of the page before, whose last table may go on here. */
  readonly before: PageParts | undefined;
}

export function partsOf(page: number, visible: Visible, { area, scale, before }: Setting): PageParts {
  const horizontals = mergeRulings(visible.horizontals, scale);
  const verticals = mergeRulings(visible.verticals, scale);
  if (horizontals.length + verticals.length > MOST_RULINGS) throw overPage('rulings', MOST_RULINGS);
  const frames = framesOf(horizontals, verticals);
  const glyphs = withBrokenFigures(visible.glyphs, horizontals);
  const found: Grid[] = [];
  const looseLines: Ruling[] = [];
  for (const frame of frames) {
    const grid = gridOf(frame, glyphs);
    if (grid) found.push(extendBelow(widen(grid, lowestGrid(before)), glyphs));
    else looseLines.push(...frame.horizontals);
  }
  const drawn = withoutPartial(withoutRowless(found, glyphs), glyphs);
  const isUndrawn = (glyph: Glyph) => !drawn.some((grid) => contains(grid, ...centreOf(glyph)));
  const undrawn = glyphs.filter(isUndrawn);
  const clipped = gridsOfClips(undrawn, area);
  const isUnclipped = (glyph: Glyph) => !clipped.some((grid) => contains(grid, ...centreOf(glyph)));
  const grids = [...drawn, ...clipped, ...gridsOfShades(visible.areas, undrawn.filter(isUnclipped))];
  // A table inside a cell comes first, so that its text is not taken for the cell's.
  grids.sort((a, b) => areaOf(a) - areaOf(b));
  const outside: Glyph[] = [];
  const inside = new Map<Grid, Glyph[]>(grids.map((grid) => [grid, []]));
  const gridAt = (glyph: Glyph) => grids.find((candidate) => contains(candidate, ...centreOf(glyph)));
  for (const run of digitRuns(withoutStruck(glyphs, looseLines))) {
    // A number too wide for its table's last cell belongs to the table with all its digits.
    const grid = run.map(gridAt).find((own) => own !== undefined);
    (grid ? inside.get(grid) : outside)?.push(...run);
  }
  const ruled = grids.map((grid) =>
    withoutPhantomRows(trimPart({ page, grid, cells: fillCells(grid, inside.get(grid) ?? [], visible.drawings) }))
  );
  const running =
    before && !before.doubtful ? repeatedLines(linesOf(outside), { page, height: area.bottom }, before) : [];
  const isRunning = (glyph: Glyph) => running.some((line) => isOn(line, glyph));
  const within = outside.filter((glyph) => !isRunning(glyph));
  const { tables, rest, ...about } = unruledOn(page, within, looseLines, {
    last: before && lastOf(before),
    foot: before?.foot ?? []
  });
  return {
    page,
    width: area.right,
    height: area.bottom,
    tables: [...ruled, ...tables],
    lines: linesOf([...rest, ...outside.filter(isRunning)].filter((glyph) => !glyph.sideways)),
    ...about
  };
}

function isOn({ left, right, baseline, size }: Line, glyph: Glyph): boolean {
  return glyph.left >= left && glyph.right <= right && Math.abs(glyph.baseline - baseline) < size / 2;
}

function lowestGrid(page: PageParts | undefined): Grid | undefined {
  const grids = page?.tables.map((table) => table.grid) ?? [];
  return grids.sort((a, b) => b.bottom - a.bottom)[0];
}

/** The table that a page ends with, a few lines of its foot apart. */
function lastOf({ tables, lines }: PageParts): TablePart | undefined {
  const last = [...tables].sort((a, b) => b.grid.bottom - a.grid.bottom)[0];
  const below = lines.filter((line) => last && line.baseline > last.grid.bottom);
  return below.length <= LINES_OF_A_FOOT ? last : undefined;
}

function areaOf(box: Box): number {
  return (box.right - box.left) * (box.bottom - box.top);
}

/** Characters struck through are deleted: a line through their middle that is no table's. */
function withoutStruck(glyphs: readonly Glyph[], lines: readonly Ruling[]): readonly Glyph[] {
  if (lines.length === 0) return glyphs;
  return glyphs.filter((glyph) => {
    const middle = (glyph.left + glyph.right) / 2;
    return !lines.some((line) => {
      const height = (glyph.baseline - line.position) / glyph.size;
      return height > 0.15 && height < 0.55 && line.start <= middle && line.end >= middle;
    });
  });
}

function fillCells(grid: Grid, glyphs: readonly Glyph[], drawings: readonly Box[]): PartCell[] {
  const cellAt = cellFinder(grid);
  const contents = new Map<GridCell, Glyph[]>();
  for (const run of digitRuns(glyphs)) {
    const owners = run.map((glyph) => cellAt(...centreOf(glyph)));
    const [first] = owners;
    const isOne = owners.every((cell) => cell === first) || hangsOut(run, owners);
    run.forEach((glyph, index) => {
      const cell = isOne ? first : owners[index];
      if (!cell) return;
      // A number drawn over a cell's side belongs to one of the two, and nothing tells to which.
      const known = isOne ? glyph : { ...glyph, text: UNKNOWN_CHARACTER };
      const content = contents.get(cell);
      if (content) content.push(known);
      else contents.set(cell, [known]);
    });
  }
  return grid.cells.map((cell) => {
    const box = boxOfCell(grid, cell);
    const { left, right } = box;
    const content = contents.get(cell) ?? [];
    const lines = linesOf(content.filter((glyph) => !glyph.sideways));
    const texts = [textOfLines(lines, left, right), sidewaysText(content.filter((glyph) => glyph.sideways))];
    const text = texts.filter((each) => each !== '').join('\n');
    const isDrawn = text === '' && drawings.some((drawing) => isInside(drawing, box));
    return { ...cell, text: isDrawn ? OBJECT : text, lines, left, right };
  });
}

/** Points. Nothing lower can be read. */
const LOWEST_DRAWING = 4;
/** Of a cell's width and height. What takes more is the cell's ground or its frame. */
const LARGEST_DRAWING = 0.9;

/** Whether something is drawn in a cell as a figure would be: a person sees it there, whatever it says. */
function isInside(drawing: Box, cell: Box): boolean {
  const [width, height] = [drawing.right - drawing.left, drawing.bottom - drawing.top];
  if (height < LOWEST_DRAWING || height > (cell.bottom - cell.top) * LARGEST_DRAWING) return false;
  if (width > (cell.right - cell.left) * LARGEST_DRAWING) return false;
  return contains(cell, (drawing.left + drawing.right) / 2, (drawing.top + drawing.bottom) / 2);
}

/** A number, set as one, that begins in a table's last cell and hangs out of the table by less than half. */
function hangsOut(run: readonly Glyph[], owners: readonly (GridCell | undefined)[]): boolean {
  const out = owners.indexOf(undefined);
  return (
    out > run.length / 2 &&
    owners.every((cell, index) => cell === (index < out ? owners[0] : undefined)) &&
    run.every((glyph) => glyph.order === run[0]?.order)
  );
}

/** Text turned by a quarter, which labels of narrow columns are; read as it was painted, upwards or downwards alike. */
function sidewaysText(glyphs: readonly Glyph[]): string {
  return [...glyphs]
    .sort((a, b) => a.order - b.order)
    .map((glyph) => glyph.text)
    .join('')
    .trim();
}

function cellFinder(grid: Grid): (x: number, y: number) => GridCell | undefined {
  const columns = grid.xs.length - 1;
  const owner: (GridCell | undefined)[] = [];
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        owner[row * columns + column] = cell;
    }
  }
  return (x, y) => {
    const column = grid.xs.findIndex((_, index) => edgeAt(grid, index, y) > x) - 1;
    const row = grid.ys.findIndex((edge) => edge > y) - 1;
    return column < 0 || row < 0 ? undefined : owner[row * columns + column];
  };
}
