import type { DocumentResult } from '../report/report.ts';
import { displayName } from './file-name.ts';
import type { ImportedDocument } from './stored.ts';

/** What is known of a document beside what was read from it. */
export type DocumentSource = Pick<ImportedDocument, 'id' | 'file' | 'size' | 'importedAt'>;

/** The document as lists show it, from what was read. */
export function importedDocument(source: DocumentSource, result: DocumentResult): ImportedDocument {
  const { id, file, size, importedAt } = source;
  const { format, status, issues } = result;
  const reports = result.reports.map(({ unit, year, form, cells, issues: doubts }) => {
    const blanks = Object.values(cells).filter((value) => value === null).length;
    return { unit, year, form, doubts: doubts.length, blanks };
  });
  return { id, file: displayName(file), size, format, status, importedAt, issues, reports };
}
