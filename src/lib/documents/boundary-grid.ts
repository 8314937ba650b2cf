import type { FlowItem, FlowTable } from './flow.ts';
import { LIMITS, overLimit } from './limits.ts';

export type Merge = 'none' | 'first' | 'continued';

/** One cell as Word's formats state it: by its left and right edge, in twips, and by merge flags. */
export interface BoundaryCell {
  readonly items: readonly FlowItem[];
  readonly left: number;
  readonly right: number;
  readonly horizontal: Merge;
  readonly vertical: Merge;
}

export type BoundaryRow = readonly BoundaryCell[];

/** Edges of rows drawn by hand differ by some twips; a real column is at least ten times as wide. */
const MOST_SLACK = 40;

interface GridCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  items: readonly FlowItem[];
}

/**
 * A table from rows whose cells are told by their edges: the columns are the spaces between all edges of all rows.
 * Rows without any width fall back to counting cells. Throws `document.limit`.
 */
export function tableFromBoundaries(rows: readonly BoundaryRow[]): FlowTable {
  const joined = rows.map(joinHorizontally);
  const edges = columnEdges(joined);
  const cells: GridCell[] = [];
  /** The cell that last covered a column, to be grown by a vertical merge. */
  let above = new Map<number, GridCell>();
  joined.forEach((row, rowIndex) => {
    const here = new Map<number, GridCell>();
    row.forEach((cell, index) => {
      const column = edges ? nearest(edges, cell.left) : index;
      const columnSpan = edges ? nearest(edges, cell.right) - column : 1;
      const over = above.get(column);
      if (cell.vertical === 'continued' && over?.columnSpan === columnSpan) {
        // The text of a merged cell is not shown by Word, so it is not read.
        over.rowSpan++;
        here.set(column, over);
        return;
      }
      const own = { row: rowIndex, column, rowSpan: 1, columnSpan, items: cell.items };
      cells.push(own);
      if (cell.vertical !== 'none') here.set(column, own);
    });
    above = here;
  });
  const columns = edges ? edges.length - 1 : Math.max(1, ...joined.map((row) => row.length));
  if (columns > LIMITS.columns) throw overLimit('columns');
  return { rows: rows.length, columns, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) };
}

/** Joins merged cells of a row. Text left in a merged cell is kept, so that a figure in it is doubted, not lost. */
function joinHorizontally(row: BoundaryRow): BoundaryRow {
  const joined: BoundaryCell[] = [];
  for (const cell of row) {
    const before = joined.at(-1);
    if (cell.horizontal === 'continued' && before && before.horizontal !== 'none') {
      joined[joined.length - 1] = { ...before, right: cell.right, items: [...before.items, ...cell.items] };
    } else {
      joined.push(cell);
    }
  }
  return joined;
}

/** The columns' edges from left to right, or null when the rows' edges make no grid. */
function columnEdges(rows: readonly BoundaryRow[]): number[] | null {
  let narrowest = Infinity;
  const all = new Set<number>();
  for (const row of rows) {
    let edge = -Infinity;
    for (const { left, right } of row) {
      if (left < edge) return null;
      narrowest = Math.min(narrowest, right - left);
      all.add(left).add(right);
      edge = right;
    }
  }
  if (!(narrowest > 0) || narrowest === Infinity) return null;
  const slack = Math.min(MOST_SLACK, Math.floor((narrowest - 1) / 2));
  const edges: number[] = [];
  for (const edge of [...all].sort((a, b) => a - b)) {
    const last = edges.at(-1);
    if (last === undefined || edge - last > slack) edges.push(edge);
  }
  return edges;
}

/** The index of the column edge to which an edge belongs: the last one not beyond it. */
function nearest(edges: readonly number[], edge: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((edges[middle] ?? Infinity) <= edge) low = middle;
    else high = middle - 1;
  }
  return low;
}
