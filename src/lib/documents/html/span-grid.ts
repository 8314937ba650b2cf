import type { FlowCell, FlowItem, FlowTable } from '../flow.ts';
import { LIMITS, overLimit } from '../limits.ts';

/** A cell as the markup states it. `rowSpan` 0: to the end of its row group. */
export interface SpanCell {
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly items: readonly FlowItem[];
}

type MutableCell = { -readonly [Key in keyof FlowCell]: FlowCell[Key] };

/** Wider than any real span: such a cell is meant to reach across the whole table, however wide that is. */
const ABSURD_SPAN = 100;

/**
 * Places cells by their spans as browsers do (WHATWG HTML 4.9.12), but never lets two overlap: a cell that would run
 * into one spanning down from above ends before it. `groups` are row groups (thead, tbody): no span leaves its group.
 */
export function gridOfSpans(groups: readonly (readonly (readonly SpanCell[])[])[]): FlowTable {
  const cells: MutableCell[] = [];
  let rows = 0;
  for (const group of groups) {
    const end = rows + group.length;
    /** Per column, the first row that is free again. */
    const freeFrom: number[] = [];
    for (const row of group) {
      placeRow(row, rows, end, freeFrom, cells);
      rows++;
    }
  }
  const columns = tableWidth(cells);
  for (const cell of cells) cell.columnSpan = Math.min(cell.columnSpan, columns - cell.column);
  return { rows, columns, cells };
}

function placeRow(row: readonly SpanCell[], at: number, end: number, freeFrom: number[], cells: MutableCell[]): void {
  const isFree = (column: number): boolean => (freeFrom[column] ?? 0) <= at;
  let column = 0;
  for (const { rowSpan, columnSpan, items } of row) {
    while (!isFree(column)) column++;
    if (column >= LIMITS.columns) throw overLimit('columns');
    const wanted = Math.min(column + Math.max(columnSpan, 1), LIMITS.columns);
    let next = column + 1;
    while (next < wanted && isFree(next)) next++;
    const below = rowSpan === 0 ? end : Math.min(at + rowSpan, end);
    for (let covered = column; covered < next; covered++) freeFrom[covered] = below;
    cells.push({ row: at, column, rowSpan: below - at, columnSpan: next - column, items });
    column = next;
  }
}

function tableWidth(cells: readonly FlowCell[]): number {
  let width = 0;
  for (const { column, columnSpan } of cells) {
    width = Math.max(width, column + (columnSpan < ABSURD_SPAN ? columnSpan : 1));
  }
  return width;
}
