import { cellOf, type CellId, type TableNumber } from '$lib/form/form.ts';

/** The tables in which cells stand, each once, in the form's order. */
export function tablesOf(cells: readonly CellId[]): TableNumber[] {
  return [...new Set(cells.map((cell) => cellOf(cell).table))].sort((a, b) => a - b);
}
