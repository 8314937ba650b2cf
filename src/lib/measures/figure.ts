import type { FormId } from '../form/form.ts';
import { formsOf, type Measure } from './measure.ts';

/**
 * A value or the reason why there is none. Blank, not read, not on the form and not submitted are four different
 * things, and none of them is zero.
 */
export type Figure =
  | { readonly state: 'value'; readonly value: number; readonly numerator?: number; readonly denominator?: number }
  /** A cell that the value needs is blank in the report. */
  | { readonly state: 'blank' }
  /** A cell that the value needs was not found or could not be read: what the report says is not known. */
  | { readonly state: 'unread' }
  | { readonly state: 'not-on-form' }
  | { readonly state: 'not-submitted' }
  /** A rate over nothing: 0 of 0. */
  | { readonly state: 'no-denominator' };

export type AbsentState = Exclude<Figure['state'], 'value'>;

/** What a query gives for one unit, year and measure. `form` is null when no report was submitted. */
export interface FigureRow {
  readonly form: FormId | null;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** True: there is no value because a cell was not found or could not be read. */
  readonly unread: boolean;
}

/** The figure of one measure in a report of that year, or why there is none. */
export function figureOf(row: FigureRow, measure: Measure, year: number): Figure {
  if (row.form === null) return { state: 'not-submitted' };
  if (!formsOf(measure, year).includes(row.form)) return { state: 'not-on-form' };
  const isRate = measure.kind === 'rate';
  if (isRate && row.denominator === 0) return { state: 'no-denominator' };
  if (row.value === null) return { state: row.unread ? 'unread' : 'blank' };
  if (!isRate || row.numerator === null || row.denominator === null) return { state: 'value', value: row.value };
  return { state: 'value', value: row.value, numerator: row.numerator, denominator: row.denominator };
}
