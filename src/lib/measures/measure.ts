import { formOfYear, type FormId, type TableNumber } from '../form/form.ts';
import type { SqlFragment } from './fragment.ts';

/**
 * `both-forms`: the same thing on both forms. `breaks-at-2021`: stands on both forms but counts something else on
 * each, so a series is interrupted there and no change is given across it. The others stand on one form only.
 */
export const COMPARABILITIES = ['both-forms', 'breaks-at-2021', '2021-only', '2019-only'] as const;
export type Comparability = (typeof COMPARABILITIES)[number];

export type MeasureUnit = '件' | '条' | '项' | '万元' | '%';

interface MeasureCommon {
  /** In the URL, in file names and in the message keys `measure_<id>` and `measure_<id>_definition` (- becomes _). */
  readonly id: string;
  readonly table: TableNumber;
  readonly comparability: Comparability;
  /** Of the printed figure. A rate's SQL value is a fraction: 0.4 is printed 40.0%. */
  readonly unit: MeasureUnit;
  /**
   * The measure of one report over the report table's columns: NULL when a needed cell is blank, unread or not on
   * the form, and for a rate also when its denominator is not above 0.
   */
  readonly value: SqlFragment;
}

export interface AmountMeasure extends MeasureCommon {
  readonly kind: 'count' | 'amount';
}

export interface RateMeasure extends MeasureCommon {
  readonly kind: 'rate';
  readonly numerator: SqlFragment;
  readonly denominator: SqlFragment;
}

export type Measure = AmountMeasure | RateMeasure;

/**
 * The forms on which a report of that year has this measure. A figure that each form defines otherwise counts only
 * on the form that the year uses.
 */
export function formsOf(measure: Measure, year: number): readonly FormId[] {
  switch (measure.comparability) {
    case 'both-forms':
      return ['2019', '2021'];
    case 'breaks-at-2021':
      return [formOfYear(year)];
    case '2021-only':
      return ['2021'];
    case '2019-only':
      return ['2019'];
  }
}

/** True when figures of the two years count the same thing and may be set against each other. */
export function comparableBetween(measure: Measure, earlier: number, later: number): boolean {
  return measure.comparability === 'both-forms' || formOfYear(earlier) === formOfYear(later);
}
