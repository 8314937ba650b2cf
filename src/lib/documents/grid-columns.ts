import type { FlowCell, FlowTable } from './flow.ts';

/** Edges drawn by hand differ by some twips (1/20 point); a real column is at least ten times as wide. */
const MOST_SLACK = 40;

/**
 * The table without columns that no eye can see: those at whose edge no cell begins or ends, and slivers.
 * `widths`: each column's width in twips, as far as known.
 */
export function withoutIdleColumns(table: FlowTable, widths: readonly number[] = []): FlowTable {
  const used = new Set(table.cells.flatMap(({ column, columnSpan }) => [column, column + columnSpan]));
  const edges = [...used].sort((one, other) => one - other);
  const snapped = columnOfEdge(edges, widths);
  const cells = placed(table.cells, snapped) ?? placed(table.cells, columnOfEdge(edges, [])) ?? table.cells;
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 1);
  return { rows: table.rows, columns, cells };
}

/** For each old edge the new one. An edge close behind another falls together with it. */
function columnOfEdge(edges: readonly number[], widths: readonly number[]): Map<number, number> {
  const columns = new Map<number, number>();
  let kept: number | undefined;
  let column = -1;
  for (const edge of edges) {
    if (kept === undefined || !isSliver(widths.slice(kept, edge), edge - kept)) {
      column++;
      kept = edge;
    }
    columns.set(edge, column);
  }
  return columns;
}

/** Columns without a stated width are not judged. */
function isSliver(widths: readonly number[], count: number): boolean {
  const width = widths.reduce((sum, one) => sum + one, 0);
  return widths.length === count && widths.every((one) => one > 0) && width <= MOST_SLACK;
}

/** Undefined when a cell would lose its last column. */
function placed(cells: readonly FlowCell[], columns: ReadonlyMap<number, number>): FlowCell[] | undefined {
  const moved = cells.map((cell) => {
    const column = columns.get(cell.column) ?? cell.column;
    const end = columns.get(cell.column + cell.columnSpan) ?? column;
    return { ...cell, column, columnSpan: end - column };
  });
  return moved.every(({ columnSpan }) => columnSpan > 0) ? moved : undefined;
}
