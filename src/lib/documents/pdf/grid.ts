import { closingsOf, sidesOf } from './far-ends.ts';
import type { Box, Glyph, Ruling } from './geometry.ts';
import { clusters, type Frame, TOUCH } from './rulings.ts';

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A table's lines as a grid, on one page. */
export interface Grid extends Box {
  /** Edges from left to right and from top to bottom; one more than there are columns and rows. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /**
   * Upright lines that stand beside the edge they were taken for: of two tables one below the other, whose columns
   * differ by less than a column can be wide, each has its own.
   */
  readonly besideEdges: readonly Ruling[];
  /** By column: no line closes the table's top or bottom there, as where a page break cuts a cell. */
  readonly openTop: readonly boolean[];
  readonly openBottom: readonly boolean[];
}

/** Points. A line that near to an edge is the edge. */
const ON_EDGE = 0.5;

/** Where an edge is at one height: a line of its own that is drawn there, or else where it is everywhere. */
export function edgeAt({ xs, besideEdges }: Grid, index: number, y: number): number {
  const edge = xs[index] ?? 0;
  const own = besideEdges.find(
    ({ position, start, end }) => Math.abs(position - edge) < NARROWEST && start <= y && y <= end
  );
  return own?.position ?? edge;
}

/** Where a cell stands on the page. */
export function boxOfCell({ xs, ys }: Grid, { row, column, rowSpan, columnSpan }: GridCell): Box {
  return {
    left: xs[column] ?? 0,
    right: xs[column + columnSpan] ?? 0,
    top: ys[row] ?? 0,
    bottom: ys[row + rowSpan] ?? 0
  };
}

/** How much of a cell's side must be drawn for the side to be there. */
const DRAWN = 0.6;

/** Points. Nothing readable fits into a narrower column or a lower row: its two sides are one line, drawn out of place. */
const NARROWEST = 4;
const LOWEST = 7;

/** The grid of lines that hang together, or undefined when they set no cells side by side. */
export function gridOf(frame: Frame, glyphs: readonly Glyph[]): Grid | undefined {
  const { horizontals, verticals } = frame;
  if (verticals.length < 1 || horizontals.length < 1) return undefined;
  const xs = withoutSlivers(
    clusters([...verticals.map((line) => line.position), ...sidesOf(frame, glyphs)], TOUCH),
    verticals,
    NARROWEST
  );
  const ys = withoutSlivers(
    clusters([...horizontals.map((line) => line.position), ...closingsOf(frame, glyphs)], TOUCH),
    horizontals,
    LOWEST
  );
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  // One column is a frame around text, or lines under it; its content is read as text.
  if (columns < 2 || rows < 1) return undefined;

  const byX = linesAt(verticals, xs);
  const byY = linesAt(horizontals, ys);
  const belowOf = (row: number, column: number) => isDrawn(byY[row + 1], xs[column], xs[column + 1]);
  const isHalf = (row: number, column: number) => belowOf(row, column) !== belowOf(row, column + 1);
  // A cell's top and bottom are drawn for its whole width: where one ends, so does the cell.
  const rightOf = (row: number, column: number) =>
    isDrawn(byX[column + 1], ys[row], ys[row + 1]) ||
    (column < columns - 1 && (isHalf(row - 1, column) || isHalf(row, column)));
  return {
    left: xs[0] ?? 0,
    right: xs[columns] ?? 0,
    top: ys[0] ?? 0,
    bottom: ys[rows] ?? 0,
    xs,
    ys,
    cells: cellsOf(rows, columns, rightOf, belowOf),
    besideEdges: verticals.filter(({ position }) => xs.every((x) => Math.abs(x - position) > ON_EDGE)),
    openTop: range(columns).map((column) => !isDrawn(byY[0], xs[column], xs[column + 1])),
    openBottom: range(columns).map((column) => !isDrawn(byY[rows], xs[column], xs[column + 1]))
  };
}

export function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

/** The edges, without those that make a strip too small for text; of its two edges the one drawn longer stays. */
function withoutSlivers(edges: readonly number[], lines: readonly Ruling[], least: number): number[] {
  const drawn = linesAt(lines, edges).map((own) => own.reduce((sum, line) => sum + line.end - line.start, 0));
  const kept: { edge: number; drawn: number }[] = [];
  edges.forEach((edge, index) => {
    const last = kept.at(-1);
    const length = drawn[index] ?? 0;
    if (!last || edge - last.edge >= least) kept.push({ edge, drawn: length });
    else if (length > last.drawn) kept[kept.length - 1] = { edge, drawn: length };
  });
  return kept.map(({ edge }) => edge);
}

function linesAt(lines: readonly Ruling[], positions: readonly number[]): Ruling[][] {
  const at = positions.map((): Ruling[] => []);
  for (const line of lines) {
    let nearest = 0;
    positions.forEach((position, index) => {
      if (Math.abs(position - line.position) < Math.abs((positions[nearest] ?? Infinity) - line.position))
        nearest = index;
    });
    at[nearest]?.push(line);
  }
  return at;
}

function isDrawn(lines: readonly Ruling[] = [], from = 0, to = 0): boolean {
  let drawn = 0;
  let reached = from;
  for (const line of [...lines].sort((a, b) => a.start - b.start)) {
    const end = Math.min(line.end, to);
    const start = Math.max(line.start, reached);
    if (end > start) {
      drawn += end - start;
      reached = end;
    }
  }
  return drawn >= (to - from) * DRAWN;
}

type Side = (row: number, column: number) => boolean;

/**
 * The cells that drawn sides leave. First each row is cut into runs; a run is one cell with the run above when both
 * are equally wide and nothing is drawn between. So a cell always is a rectangle, whatever lines are missing.
 */
function cellsOf(rows: number, columns: number, rightOf: Side, belowOf: Side): GridCell[] {
  const cells: { row: number; column: number; rowSpan: number; columnSpan: number }[] = [];
  let above = new Map<number, (typeof cells)[number]>();
  for (let row = 0; row < rows; row++) {
    const here = new Map<number, (typeof cells)[number]>();
    let column = 0;
    while (column < columns) {
      let end = column + 1;
      while (end < columns && !rightOf(row, end - 1)) end++;
      const columnSpan = end - column;
      const over = above.get(column);
      const closed = range(columnSpan).some((offset) => belowOf(row - 1, column + offset));
      if (over?.columnSpan === columnSpan && !closed) {
        over.rowSpan++;
        here.set(column, over);
      } else {
        const cell = { row, column, rowSpan: 1, columnSpan };
        cells.push(cell);
        here.set(column, cell);
      }
      column = end;
    }
    above = here;
  }
  return cells;
}
