/**
 * Rules whose breach is likely a mistake and never surely one: questions to the unit. Sources: the notices on the
 * yearly report (国办公开办函〔2019〕60号, 〔2021〕30号) for forms, tables and sections; the points that supervisors'
 * circulars name (text against table, last year's words left in, sections copied) for the rest.
 */
import type { Flag, Severity } from './rule.ts';

export const TEXT_RULE_IDS = [
  'text.new',
  'text.carried-in',
  'text.handled',
  'text.granted',
  'text.partial',
  'text.denied',
  'text.unavailable',
  'text.rejected',
  'text.closed',
  'text.carried-out',
  'text.review',
  'text.suit',
  'text.normative',
  'text.normative-repealed',
  'text.normative-in-force',
  'text.new-change'
] as const;
export type TextRuleId = (typeof TEXT_RULE_IDS)[number];

export const YEAR_RULE_IDS = ['year.title', 'year.text', 'year.file-name'] as const;
export type YearRuleId = (typeof YEAR_RULE_IDS)[number];

export const FORM_RULE_IDS = [
  'form.superseded',
  'form.table-missing',
  'form.section-missing',
  'form.section-empty'
] as const;
export type FormRuleId = (typeof FORM_RULE_IDS)[number];

export const OUTLIER_RULE_IDS = ['outlier.last-year', 'outlier.peers'] as const;
export const COPY_RULE_IDS = ['copy.last-year', 'copy.other-unit'] as const;
export type CopyRuleId = (typeof COPY_RULE_IDS)[number];

/** In the order in which a report is read. */
export const LIKELY_RULE_IDS = [
  ...FORM_RULE_IDS,
  ...YEAR_RULE_IDS,
  ...TEXT_RULE_IDS,
  ...OUTLIER_RULE_IDS,
  ...COPY_RULE_IDS
] as const;
export type LikelyRuleId = (typeof LIKELY_RULE_IDS)[number];

interface Judged {
  readonly unit: string;
  readonly year: number;
}

/** A violated likely rule; figures and cells only where it has some. */
export function likelyFlag(
  rule: LikelyRuleId,
  { unit, year }: Judged,
  values: Flag['values'],
  figures: Partial<Pick<Flag, 'cells' | 'expected' | 'actual'>> & { readonly severity?: Severity } = {}
): Flag {
  const { cells = [], expected = null, actual = null, severity = 'warning' } = figures;
  const difference = expected === null || actual === null ? null : actual - expected;
  return { rule, severity, verdict: 'violated', unit, year, cells, expected, actual, difference, values };
}
