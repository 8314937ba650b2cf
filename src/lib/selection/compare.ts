import { MEASURE_IDS } from '../measures/measures.ts';
import { choice, choiceOrAll, choices, districtField, kindField, searchField, yearField } from './fields.ts';

/** Which measures stand side by side when one year is looked at. */
export const MEASURE_SETS = {
  requests: ['new', 'carried-in', 'handled', 'carried-out', 'completion-rate', 'carried-over-rate'],
  outcomes: ['granted', 'partial', 'denied', 'unavailable', 'rejected', 'closed', 'handled', 'disclosure-rate'],
  disputes: ['review', 'review-corrected', 'suits', 'suits-lost', 'dispute-rate'],
  proactive: [
    'normative-issued',
    'normative-in-force',
    'licensing-decisions',
    'penalty-decisions',
    'coercion-decisions',
    'fees-amount'
  ]
} as const;
export type MeasureSet = keyof typeof MEASURE_SETS;
const SET_IDS: readonly MeasureSet[] = ['requests', 'outcomes', 'disputes', 'proactive'];

export const compareFields = {
  /** `years`: one measure over the years. `measures`: one year over several measures. */
  across: choice<'years' | 'measures'>(() => ['years', 'measures'], 'years'),
  measure: choice(() => MEASURE_IDS, 'new'),
  year: yearField,
  set: choice<MeasureSet>(() => SET_IDS, 'requests'),
  district: districtField,
  kind: kindField,
  search: searchField,
  show: choice<'value' | 'change'>(() => ['value', 'change'], 'value'),
  /** A column's key (a year or a measure's id); null is the register's order. */
  sort: choiceOrAll((catalogue) => ['name', ...catalogue.years.map(String), ...MEASURE_IDS]),
  order: choice<'descending' | 'ascending'>(() => ['descending', 'ascending'], 'descending'),
  pin: choices((catalogue) => catalogue.units.map((unit) => unit.code))
};
