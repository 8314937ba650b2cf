import { FORM_BREAK_YEAR, type FormId } from '../form/form.ts';
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

/** now − before: in the measure's own unit; of rates, as a fraction. Rounded to six decimals, which amounts need. */
export function measureDifference(measure: Measure, now: number, before: number): number {
  return measure.kind === 'rate' ? now - before : Number((now - before).toFixed(6));
}
