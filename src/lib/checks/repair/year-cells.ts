import type { CellId, Layout } from '../../form/form.ts';

/** A report as the search sees it. A cell that is null or absent is blank: its value is not known. */
export interface YearCells {
  readonly year: number;
  readonly layout: Layout;
  readonly cells: Readonly<Record<CellId, number | null | undefined>>;
}

export interface YearCell {
  readonly year: number;
  readonly cell: CellId;
}
