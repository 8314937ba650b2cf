/** A report that a person enters cell by cell from a picture: what is typed are corrections of a report of blanks. */
import { cellsOfLayout, formOfYear, layoutOf, type CellId, type Layout } from '../form/form.ts';
import { importedDocument } from '../imports/imported-document.ts';
import type { Correction, Decision, ImportedDocument, StoredResult } from '../imports/stored.ts';
import type { Issue } from '../report/issue.ts';
import type { Report } from '../report/report.ts';

/** Which report of the document a person enters: the only one. */
export const ENTERED_INDEX = 0;

/** Why nothing could be read although a person can read it. */
const FOR_A_PERSON: ReadonlySet<Issue['code']> = new Set([
  'document.scan',
  'document.scan-with-text',
  'document.picture',
  'document.unreadable-text',
  'document.character-map',
  'page.scan',
  'page.scan-with-text'
]);

export function canBeEntered({ reports, issues }: ImportedDocument): boolean {
  return reports.length === 0 && issues.some(({ code }) => FOR_A_PERSON.has(code));
}

export function wasEntered({ issues }: Pick<Report, 'issues'>): boolean {
  return issues.some(({ code }) => code === 'document.entered-by-hand');
}

/** The layout a draft was begun in: that of its year, with （六） in one row when it was filled in there. */
export function layoutOfDraft(year: number | null, entered: Iterable<CellId>): Layout {
  return layoutOf(year === null ? '2021' : formOfYear(year), entered);
}

/** Whose report it is and for which year, as the person has just said. */
export function decisionNow(document: string, unit: string | null, year: number | null): Decision {
  const at = new Date().toISOString();
  return { document, index: ENTERED_INDEX, unit, year, choice: null, rivals: [], at };
}

/** All cells blank, and an issue that says where the figures come from. */
export function blankReport(layout: Layout, unit: string | null, year: number | null): Report {
  const cells = cellsOfLayout(layout);
  return {
    unit,
    year,
    form: layout === '2019' ? '2019' : '2021',
    cells: Object.fromEntries(cells.map(({ id }) => [id, null])),
    notes: cells.map(({ id }) => ({ cell: id, kind: 'blank', raw: '' })),
    claims: [],
    sections: [],
    issues: [{ code: 'document.entered-by-hand' }]
  };
}

/** The document as it stands once a person has entered its report. */
export function enteredDocument(
  document: ImportedDocument,
  report: Report
): { document: ImportedDocument; result: StoredResult } {
  const { id, file, format } = document;
  const result: StoredResult = { id, file, format, status: 'partial', reports: [report], issues: [] };
  return { document: importedDocument(document, result), result };
}

/** What has been typed so far. */
export function enteredValues(corrections: readonly Correction[], layout: Layout): Record<CellId, number | null> {
  const typed = new Map(corrections.map(({ cell, value }) => [cell, value]));
  return Object.fromEntries(cellsOfLayout(layout).map(({ id }) => [id, typed.get(id) ?? null]));
}
