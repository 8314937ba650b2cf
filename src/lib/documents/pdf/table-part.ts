import type { Grid, GridCell } from './grid.ts';
import type { Line } from './lines.ts';
import type { UnruledColumns } from './unruled/unruled-columns.ts';

/** One cell of the part of a table that stands on one page. */
export interface PartCell extends GridCell {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly left: number;
  readonly right: number;
}

export interface TablePart {
  readonly page: number;
  readonly grid: Grid;
  readonly cells: readonly PartCell[];
  /** Told for a table without ruling lines. */
  readonly unruled?: UnruledColumns;
  /** The first row below the head goes on from the last row of the page before. */
  readonly restOfRow?: boolean;
}
