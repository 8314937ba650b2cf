import type { CellId, Layout } from '../../form/form.ts';
import type { Absence } from '../../report/absence.ts';
import type { Claim } from '../../report/report.ts';

/** A figure of the narrative, as recognition found it; `start` null or absent where its place in the sentence is not known. */
export type StatedFigure = Pick<Claim, 'claim' | 'value' | 'raw' | 'sentence'> & {
  readonly start?: number | null | undefined;
};

/** A report as the search sees it. A cell that is null or absent has no value that is known. */
export interface YearCells {
  readonly year: number;
  readonly layout: Layout;
  readonly cells: Readonly<Record<CellId, number | null | undefined>>;
  /** Why cells hold no number; those that are not named are blank. */
  readonly absent?: Readonly<Record<CellId, Absence | undefined>>;
  /** What the report's own text says of its figures: the likelier repair is the one that agrees with it. */
  readonly stated?: readonly StatedFigure[];
}

export interface YearCell {
  readonly year: number;
  readonly cell: CellId;
}
