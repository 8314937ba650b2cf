import { cellsOfLayout, type CellId } from '../form/form.ts';
import type { StoredReport } from '../queries/get-reports.ts';
import type { StoredCellNote } from '../queries/list-cell-notes.ts';

export interface ReportCells {
  /** null: blank or dash. Absent: unreadable or not found. */
  readonly values: Readonly<Record<CellId, number | null>>;
  /** Text as printed where it is not just the number. */
  readonly raw: Readonly<Record<CellId, string>>;
}

/** A stored report's cells as the official tables show them: what is NULL is told apart by its note. */
export function reportCells(report: StoredReport, notes: readonly StoredCellNote[]): ReportCells {
  const own = new Map(notes.filter((note) => note.year === report.year).map((note) => [note.cell, note]));
  const found = cellsOfLayout(report.layout).filter(({ id }) => {
    const kind = own.get(id)?.kind;
    return kind !== 'unreadable' && kind !== 'missing';
  });
  return {
    values: Object.fromEntries(found.map(({ id }) => [id, report.cells[id] ?? null])),
    raw: Object.fromEntries(
      [...own.values()].flatMap(({ cell, raw }) => (raw === null || raw.trim() === '' ? [] : [[cell, raw]]))
    )
  };
}
