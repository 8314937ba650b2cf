import { z } from 'zod';
import { SEVERITIES, type Severity } from '../checks/rule.ts';
import { choiceOrAll, districtField } from './fields.ts';
import { latestYear } from './catalogue.ts';
import type { Field } from './selection.ts';

/** Which flag is open: its rule, unit and year, as `t3.row-sum.new~U012~2025`. Empty: the first one of the list. */
const flagField: Field<string> = {
  schema: () => z.string().max(200),
  fallback: () => '',
  print: (value) => value
};

const years = choiceOrAll((catalogue) => catalogue.years.map(String));

/** What a person has noted about a flag; `none` where nothing was noted. */
export const MARK_FILTERS = ['none', 'confirmed', 'dismissed', 'sent'] as const;
export type MarkFilter = (typeof MARK_FILTERS)[number];

export const checksFields = {
  /** The latest year unless said otherwise; `all` is every year. */
  year: { ...years, fallback: (catalogue) => String(latestYear(catalogue)) } satisfies Field<string | null>,
  district: districtField,
  unit: choiceOrAll((catalogue) => catalogue.units.map((unit) => unit.code)),
  rule: choiceOrAll((catalogue) => catalogue.ruleKinds),
  severity: choiceOrAll<Severity>(() => SEVERITIES),
  mark: choiceOrAll<MarkFilter>(() => MARK_FILTERS),
  flag: flagField
};
