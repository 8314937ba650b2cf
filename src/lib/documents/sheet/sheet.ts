import type { Colour } from '../colour.ts';
import type { CellContent } from './cell-style.ts';

/** A cell of a worksheet with text, shown or not, or with a border round nothing. Rows and columns count from 0. */
export interface SheetCell extends CellContent {
  readonly row: number;
  readonly column: number;
  readonly bordered: boolean;
  /** The colour that fills it. */
  readonly paper?: Colour | undefined;
}

/** A rectangle of merged cells, edges included. */
export interface SheetRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** In row order, then column order. */
  readonly cells: readonly SheetCell[];
  readonly merges: readonly SheetRange[];
  /** The cells that each picture reaches over. */
  readonly pictures: readonly SheetRange[];
  /** Cells that hold 0 show nothing. */
  readonly zerosHidden: boolean;
  rowHidden(row: number): boolean;
  columnHidden(column: number): boolean;
}

/** Excel's own limits. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
