import { tableCsv } from '$lib/export/table-csv.ts';
import { cellsOfLayout, type Cell } from '$lib/form/form.ts';
import { m } from '$lib/paraglide/messages.js';
import type { DistrictTotals } from '$lib/review/district-totals.ts';
import { columnName, rowIdOf, rowName } from '$lib/words/cell-name.ts';

/** One row a cell of the form, in print order: the sum, how many of the reports are in it, and open errors about it. */
export function totalsCsv(totals: DistrictTotals, year: number, place: string): string {
  return tableCsv<Cell>(
    [
      { label: m.column_district(), value: () => place },
      { label: m.column_year(), value: () => year },
      { label: m.column_table(), value: (cell) => cell.table },
      { label: m.column_row(), value: (cell) => rowName(rowIdOf(cell)) },
      { label: m.column_column(), value: (cell) => columnName(cell.id) },
      { label: m.column_cell_id(), value: (cell) => cell.id },
      { label: m.totals_total(), value: (cell) => totals.values[cell.id] ?? m.figure_blank() },
      { label: m.totals_column_counted(), value: (cell) => totals.counted(cell.id) },
      { label: m.totals_column_reports(), value: () => totals.reports },
      { label: m.totals_column_due(), value: () => totals.due },
      { label: m.column_errors(), value: (cell) => totals.errorsAt(cell.id).length }
    ],
    cellsOfLayout(totals.layout)
  );
}
