import type { Line } from './lines.ts';
import type { TablePart } from './table-part.ts';
import type { UnruledPage } from './unruled/page.ts';

/** A page taken apart: tables with drawn lines, and the lines of text outside them. */
export interface PageParts {
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly tables: readonly TablePart[];
  readonly lines: readonly Line[];
  /** A table without ruling lines is there whose cells cannot be told apart. */
  readonly doubtful: boolean;
  /** The head of a table without ruling lines at the page's end; `usesFoot`: the page's first table has that of the page before. */
  readonly foot: UnruledPage['foot'];
  readonly usesFoot: boolean;
  readonly goesOnInFigures: boolean;
}
