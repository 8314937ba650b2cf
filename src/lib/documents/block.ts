import type { Issue } from '../report/issue.ts';
import type { Place } from '../report/place.ts';

/** What every reader gives: the document's paragraphs and tables in reading order. A reader knows no form. */
export interface Paragraph {
  readonly kind: 'paragraph';
  /** Visible text only: hidden text and tracked deletions are left out. Tabs are kept; no line feed inside. */
  readonly text: string;
  readonly place: Place;
}

export interface TableCell {
  /** 0-based position in the grid, spans resolved. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /**
   * Paragraphs inside the cell are joined by line feeds. Struck, pale and raised figures and pictures carry the signs
   * of `text-signs.ts`, so that no number is read from them.
   */
  readonly text: string;
  /** What is stored in the cell where nothing of it is shown; `text` is then blank. */
  readonly unshown?: string;
  readonly place: Place;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
  /** In row order, then column order; no two cells overlap. A nested table comes as a block of its own. */
  readonly cells: readonly TableCell[];
  readonly place: Place;
}

export type Block = Paragraph | Table;

export const FORMATS = ['txt', 'html', 'docx', 'doc', 'rtf', 'odt', 'mht', 'pdf', 'xlsx', 'xls'] as const;
export type Format = (typeof FORMATS)[number];

export interface DocumentContent {
  readonly format: Format;
  readonly blocks: readonly Block[];
  /** Doubts about the document as a whole that did not stop the reading, such as undecodable characters. */
  readonly issues?: readonly Issue[];
  /** What hidden sheets of a workbook hold. Never read as content; only to say where a missing table may be. */
  readonly hidden?: readonly Block[];
}

/**
 * Reads one format. `bytes` are the whole file, already known to be of this format.
 * Throws `Refusal` when the document cannot be read; never a partial result without saying so.
 */
export type Reader = (bytes: Uint8Array) => Promise<DocumentContent> | DocumentContent;
