import { Refusal } from '../report/issue.ts';

/** What one document may cost. A real report is under 1 MB and 2,000 cells; beyond these a file is refused. */
export const LIMITS = {
  fileBytes: 20_000_000,
  zipEntries: 2_000,
  /** One zip entry, inflated. */
  entryBytes: 40_000_000,
  /** All entries opened from one zip, inflated. */
  unzippedBytes: 80_000_000,
  inflationRatio: 200,
  /** The ratio is not judged below this size: a small file of empty cells may well shrink 300 times. */
  ratioFloorBytes: 1_000_000,
  xmlDepth: 200,
  /** Elements in elements. Browsers show none deeper than about as many, and a worker's room for calls ends at some 800. */
  htmlDepth: 500,
  /** Elements and comments of one page; a real report's page has some thousands. */
  htmlNodes: 200_000,
  /** Stretches of text of one formatting in a .doc. */
  formatRuns: 500_000,
  /** Groups in groups of RTF. */
  groupDepth: 500,
  /** Cells of all tables together, counted as they are read. */
  cells: 200_000,
  /** Lines of text of a document, those of its cells included. */
  paragraphs: 200_000,
  /** Columns of one table, as HTML's own cap on colspan. */
  columns: 1_000
} as const;

export type Limit = keyof typeof LIMITS;

/** The refusal of a document that passes a limit; `values.limit` names it, `values.most` says how much is allowed. */
export function overLimit(limit: Limit): Refusal {
  return new Refusal({ code: 'document.limit', values: { limit, most: LIMITS[limit] } });
}

/** The refusal of a document whose inner structure is broken; `values.reason` is a short technical name. */
export function damaged(reason: string): Refusal {
  return new Refusal({ code: 'document.damaged', values: { reason } });
}
