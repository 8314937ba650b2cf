/** Where a cell stands in its printed table, as far as slips from one cell to the next go. */
import { cellsOfLayout, LAYOUTS, type CellId, type Layout, type TableNumber } from '../../form/form.ts';

export interface TablePlace {
  readonly table: TableNumber;
  /** Counted from 0 in print order. In table 4 each block is a row. */
  readonly row: number;
  readonly column: number;
}

export interface TableGrid {
  readonly table: TableNumber;
  /** Cell ids by row and column, in print order. Every row has the same columns. */
  readonly rows: readonly (readonly CellId[])[];
}

/** Tables 3 and 4; table 2's cells are in no exact rule. */
export function gridsOf(layout: Layout): readonly TableGrid[] {
  return GRIDS[layout];
}

/** Null for a cell of table 2, or of another layout. */
export function placeInTable(layout: Layout, cell: CellId): TablePlace | null {
  return PLACES[layout].get(cell) ?? null;
}

function buildGrids(layout: Layout): TableGrid[] {
  return ([3, 4] as const).map((table) => {
    const rows = new Map<string, CellId[]>();
    for (const cell of cellsOfLayout(layout)) {
      if (cell.table !== table) continue;
      const row = rows.get(cell.row);
      if (row) row.push(cell.id);
      else rows.set(cell.row, [cell.id]);
    }
    return { table, rows: [...rows.values()] };
  });
}

function byLayout<T>(make: (layout: Layout) => T): Readonly<Record<Layout, T>> {
  const [first, second, third] = LAYOUTS.map(make);
  if (first === undefined || second === undefined || third === undefined) throw new Error('a layout is missing');
  return { '2019': first, '2021': second, '2021-closed-once': third };
}

const GRIDS = byLayout(buildGrids);
const PLACES = byLayout(
  (layout): ReadonlyMap<CellId, TablePlace> =>
    new Map(
      GRIDS[layout].flatMap(({ table, rows }) =>
        rows.flatMap((cells, row) => cells.map((cell, column) => [cell, { table, row, column }] as const))
      )
    )
);
