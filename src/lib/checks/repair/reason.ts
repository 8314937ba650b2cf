import type { DigitMistakeKind } from './digit-mistake.ts';
import type { YearCell } from './year-cells.ts';

/** A mistake in one figure. */
export type FigureMistakeKind =
  | DigitMistakeKind
  /** 0 stands where a figure is due. */
  | 'zero-typed'
  /** A total of 0 over figures that are not. */
  | 'total-zero'
  | 'blank'
  /** A dash or 无 where a figure is due. */
  | 'dash'
  /** No number could be taken from what stands there. */
  | 'unreadable'
  /** The cell was not found in the document. */
  | 'missing'
  /** Blanks and dashes that can only be 0. */
  | 'blank-zero'
  /** Blanks and dashes that the rules do not fix; with 0 in each all hold. */
  | 'blank-open'
  /** Cells that were not read or not found, and can only be 0. */
  | 'unread-zero'
  /** A figure stands where 0 is due. */
  | 'surplus'
  /** Negative or a fraction. */
  | 'not-a-count'
  | 'too-large'
  /** The same as in last year's report. */
  | 'last-year'
  /** A total that no slip explains: not worked out anew. */
  | 'total-stale'
  /** A total that was worked out with the wrong figure. */
  | 'total-follows'
  /** 上年结转 that is not what last year's report carried out, or the other way about. */
  | 'carry-over'
  | 'unexplained';

/** A mistake between two figures of one table. */
export type PairMistakeKind = 'exchanged' | 'moved' | 'misplaced';

/** A mistake that takes in a whole row or column. */
export type LineMistakeKind =
  | 'rows-exchanged'
  | 'columns-exchanged'
  | 'row-shifted'
  | 'column-shifted'
  | 'rows-shifted'
  | 'row-copied'
  | 'column-copied'
  | 'totals-stale';

/** No mistake: what speaks for the new figures. */
export type EvidenceKind = 'text-states' | 'text-differs';

export type ReasonKind = FigureMistakeKind | PairMistakeKind | LineMistakeKind | EvidenceKind;

/** Why figures may have come to be wrong, or what speaks for the new ones; its words are the message `repair_<kind with _>`. */
export interface Reason {
  readonly kind: ReasonKind;
  /** The changed cells it explains. */
  readonly cells: readonly YearCell[];
  /** Figures; for lines the cell ids that name them, `first` and `second`; of the text its words, `quote`. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** `penalty`: about the negative logarithm of how often this happens; lower is likelier. */
export interface Explanation {
  readonly reasons: readonly Reason[];
  readonly penalty: number;
}
