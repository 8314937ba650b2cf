/** How a keyboard moves over the official tables: one line of value cells below the other, through all three tables. */
import type { CellId, Layout, TableNumber } from './form.ts';
import { printTable } from './printed-form.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

const TABLES: readonly TableNumber[] = [2, 3, 4];

/** The value cells of each printed row, in print order. */
export function valueLines(layout: Layout): CellId[][] {
  return TABLES.flatMap((table) => printTable(layout, table).rows)
    .map(({ values }) => values.map(({ cell }) => cell))
    .filter((line) => line.length > 0);
}

/**
 * The cell next to another one; null at the edge of the form. Left and right go on in the row before or after, as Tab
 * does; a row with fewer cells is met at its last one.
 */
export function neighbour(lines: readonly (readonly CellId[])[], cell: CellId, direction: Direction): CellId | null {
  const row = lines.findIndex((line) => line.includes(cell));
  const line = lines[row];
  if (!line) return null;
  const column = line.indexOf(cell);
  if (direction === 'right') return line[column + 1] ?? lines[row + 1]?.[0] ?? null;
  if (direction === 'left') return (column > 0 ? line[column - 1] : lines[row - 1]?.at(-1)) ?? null;
  const other = lines[row + (direction === 'down' ? 1 : -1)];
  return other?.[Math.min(column, other.length - 1)] ?? null;
}
