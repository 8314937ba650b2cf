import type { CellId, Layout, TableNumber } from '../form/form.ts';
import type { CellText } from './cell-text.ts';
import type { TableMatch } from './match-tables.ts';
import type { Picture } from './picture.ts';

/** First every page in order, then once which layout to look for. */
export type TablesRequest =
  | { readonly kind: 'page'; readonly width: number; readonly height: number; readonly rgba: Uint8ClampedArray }
  | { readonly kind: 'match'; readonly layout: Layout };

export interface FoundCell {
  readonly cell: CellId;
  readonly text: CellText;
  /** The cell with its lines, for a person to look at. */
  readonly shown: Picture;
}

/** What became of a table of the form. */
export type TableOutcome = { readonly kind: 'found' } | Exclude<TableMatch, { readonly kind: 'found' }>;

export interface FoundTables {
  readonly outcomes: ReadonlyMap<TableNumber, TableOutcome>;
  readonly cells: readonly FoundCell[];
}

export type TablesReply = { readonly kind: 'page' } | { readonly kind: 'match'; readonly found: FoundTables };
