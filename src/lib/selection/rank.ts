import { MEASURE_IDS } from '../measures/measures.ts';
import { choice, districtField, kindField, wholeNumber, yearField } from './fields.ts';

/** Street-level rates over fewer cases than this say little; the page lets the user choose another minimum. */
const DEFAULT_MINIMUM = 5;

export const rankFields = {
  year: yearField,
  measure: choice(() => MEASURE_IDS, 'new'),
  district: districtField,
  kind: kindField,
  order: choice<'descending' | 'ascending'>(() => ['descending', 'ascending'], 'descending'),
  minimum: wholeNumber(DEFAULT_MINIMUM, 0, 100_000)
};
