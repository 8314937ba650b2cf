import { tableCsv } from '$lib/export/table-csv.ts';
import { cellsOfLayout, type Cell } from '$lib/form/form.ts';
import { m } from '$lib/paraglide/messages.js';
import type { StoredReport } from '$lib/queries/get-reports.ts';
import type { StoredCellNote } from '$lib/queries/list-cell-notes.ts';
import type { Catalogue } from '$lib/selection/catalogue.ts';
import { columnName, rowIdOf, rowName } from '$lib/words/cell-name.ts';
import { noteKindName } from '$lib/words/note-kind.ts';
import { placeText } from '$lib/words/place-words.ts';

/** One row a cell of the form, in print order: its value or the word for why there is none, and its text as printed. */
export function reportCsv(
  report: StoredReport,
  notes: readonly StoredCellNote[],
  unit: Catalogue['units'][number]
): string {
  const own = new Map(notes.filter((note) => note.year === report.year).map((note) => [note.cell, note]));
  const valueOf = (cell: Cell): number | string => {
    const value = report.cells[cell.id] ?? null;
    if (value !== null) return value;
    const kind = own.get(cell.id)?.kind;
    return kind === undefined || kind === 'written' ? m.figure_blank() : noteKindName(kind);
  };
  return tableCsv<Cell>(
    [
      { label: m.column_unit_code(), value: () => unit.code },
      { label: m.column_unit_name(), value: () => unit.name },
      { label: m.column_year(), value: () => report.year },
      { label: m.column_table(), value: (cell) => cell.table },
      { label: m.column_row(), value: (cell) => rowName(rowIdOf(cell)) },
      { label: m.column_column(), value: (cell) => columnName(cell.id) },
      { label: m.column_cell_id(), value: (cell) => cell.id },
      { label: m.column_value(), value: valueOf },
      { label: m.column_raw(), value: (cell) => own.get(cell.id)?.raw ?? null },
      {
        label: m.column_place(),
        value: (cell) => {
          const place = own.get(cell.id)?.place;
          return place ? placeText(place) : null;
        }
      }
    ],
    cellsOfLayout(report.layout)
  );
}
