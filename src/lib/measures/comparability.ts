import { FORM_BREAK_YEAR, type FormId } from '../form/form.ts';
import type { Figure } from './figure.ts';
import type { Measure } from './measure.ts';

/** The forms on which a measure stands. */
export function formsOf(measure: Measure): readonly FormId[] {
  if (measure.comparability === '2021-only') return ['2021'];
  return measure.comparability === '2019-only' ? ['2019'] : ['2019', '2021'];
}

/** Whether a value of one year may be set against one of another year. */
export function areComparable(measure: Measure, year: number, other: number): boolean {
  return measure.comparability === 'both-forms' || year >= FORM_BREAK_YEAR === other >= FORM_BREAK_YEAR;
}

/** Why there is no change to show. */
export type NoChange = 'form-break' | 'no-figure';

/**
 * A year's figure against the year before, in the measure's own unit; of rates, as a fraction. A reason instead where
 * the two cannot be set against each other. Amounts are rounded to six decimals, which takes away binary noise.
 */
export function changeBetween(measure: Measure, year: number, now: Figure, before: Figure): number | NoChange {
  if (now.state !== 'value' || before.state !== 'value') return 'no-figure';
  if (!areComparable(measure, year, year - 1)) return 'form-break';
  const difference = now.value - before.value;
  return measure.kind === 'rate' ? difference : Number(difference.toFixed(6));
}
