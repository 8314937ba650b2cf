import type { TableNumber } from '../form/form.ts';
import type { Place } from '../report/place.ts';
import type { Column } from './columns.ts';
import type { Row, RowCell } from './rows.ts';

/** A row of the form that was found by its label, with the cells that follow the label, not yet read. */
export interface FoundRow {
  readonly table: TableNumber;
  /** `new`, `denied-law`; for table 4, which has no row labels, `disputes` or the block. */
  readonly key: string;
  readonly row: Row;
  readonly place: Place;
  /** Null when the header does not tell them. */
  readonly columns: readonly Column[] | null;
  readonly cells: readonly RowCell[];
  /** Where the label ends and where the header ends, in grid columns. */
  readonly labelTo: number;
  readonly headerTo: number;
  /** The header names a column of line numbers. */
  readonly numbered?: boolean;
  /** The label that comes next in a stream; null at the end of a table. */
  next: Follower | null;
  /** Empty lines after each row of the header, in a stream; only told for table 4, which has a single row. */
  readonly separators?: number;
}

/** A row of the form or a header, and the empty label cells that the form's layout puts before it. */
export interface Follower {
  readonly kind: 'row' | 'header';
  readonly blanks: number;
}

/** A label that is not printed as on the form, with the one it was taken for. */
export interface SimilarLabel {
  readonly printed: string;
  readonly name: string;
  readonly order: number;
  readonly place: Place;
}
