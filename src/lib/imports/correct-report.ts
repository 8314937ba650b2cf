import { cellsOfLayout } from '../form/form.ts';
import { layoutOfReport, openIssues } from '../report/doubts.ts';
import type { CellNote, Report } from '../report/report.ts';
import type { Correction } from './stored.ts';

/**
 * The report with a person's values in place of those that were read. What was printed stays as the cell's note. An
 * issue is settled once a person has looked at every cell that it is about, but for a cell whose text, confirmed, is still
 * no number. Corrections of cells that its layout lacks are left out.
 */
export function correctReport(report: Report, corrections: readonly Correction[]): Report {
  const onLayout = new Set(cellsOfLayout(layoutOfReport(report)).map(({ id }) => id));
  const byCell = new Map(corrections.filter(({ cell }) => onLayout.has(cell)).map((each) => [each.cell, each]));
  if (byCell.size === 0) return report;
  const open = new Set(openIssues(report, byCell));
  const noteOf = new Map(report.notes.map((note) => [note.cell, note]));
  return {
    ...report,
    cells: { ...report.cells, ...Object.fromEntries([...byCell].map(([cell, { value }]) => [cell, value])) },
    notes: [
      ...report.notes.filter(({ cell }) => !byCell.has(cell)),
      ...[...byCell.values()].flatMap((correction) => noteAfter(correction, report, noteOf.get(correction.cell)))
    ],
    issues: report.issues.filter((issue) => {
      if (open.has(issue)) return true;
      const correction = issue.cell === undefined ? undefined : byCell.get(issue.cell);
      return correction !== undefined && isStillUnreadable(correction, noteOf.get(correction.cell));
    })
  };
}

/** A person confirms that the document has something there and no number: the unit's fault, which stays one. */
function isStillUnreadable({ value, confirmed }: Correction, note: CellNote | undefined): boolean {
  return confirmed && value === null && note?.kind === 'unreadable' && note.raw.trim() !== '';
}

/**
 * The raw text is what the document prints, also under another value. Of a report that a person entered, the document's
 * own text is not known: its figures have no note.
 */
function noteAfter(correction: Correction, report: Report, before: CellNote | undefined): CellNote[] {
  if (before && isStillUnreadable(correction, before)) return [before];
  const { cell, value } = correction;
  const { cells, issues } = report;
  if (value !== null && issues.some(({ code }) => code === 'document.entered-by-hand')) return [];
  const read = cells[cell];
  const raw = before?.raw ?? (typeof read === 'number' ? String(read) : '');
  const kind = value === null ? (before?.kind === 'dash' ? 'dash' : 'blank') : 'written';
  return [{ cell, kind, raw, ...(before?.place && { place: before.place }) }];
}
