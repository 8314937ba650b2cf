import { ruleKind } from '../checks/rule-kind.ts';
import type { VerdictCount } from '../checks/count-verdicts.ts';
import type { Severity } from '../checks/rule.ts';

/** Where a family of rules comes from; its words are the message `rules_source_<source>`. */
export type RuleSource = 'form' | 'meaning' | 'counting' | 'filling' | 'law' | 'notice' | 'circulars';

interface Family {
  readonly severity: Severity;
  readonly source: RuleSource;
}

const error = (source: RuleSource): Family => ({ severity: 'error', source });
const warning = (source: RuleSource): Family => ({ severity: 'warning', source });

/** Every family of rules in the order in which a report is read. */
export const RULE_FAMILIES: Readonly<Record<string, Family>> = {
  't3.row-sum': error('form'),
  't3.handled-sum': error('form'),
  't3.balance': error('form'),
  't4.sum': error('form'),
  'carry-over': error('meaning'),
  'value.negative': error('counting'),
  'value.not-whole': error('counting'),
  'value.too-large': error('counting'),
  'form.duplicate-report': error('notice'),
  't2.stock': warning('meaning'),
  'value.blank': warning('filling'),
  'value.dash': warning('filling'),
  'value.rules-at-street': warning('law'),
  'form.superseded': warning('notice'),
  'form.table-missing': warning('notice'),
  'form.section-missing': warning('notice'),
  'form.section-empty': warning('notice'),
  'year.title': warning('circulars'),
  'year.text': warning('circulars'),
  'year.file-name': warning('circulars'),
  'text.new': warning('circulars'),
  'text.carried-in': warning('circulars'),
  'text.handled': warning('circulars'),
  'text.granted': warning('circulars'),
  'text.partial': warning('circulars'),
  'text.denied': warning('circulars'),
  'text.unavailable': warning('circulars'),
  'text.rejected': warning('circulars'),
  'text.closed': warning('circulars'),
  'text.carried-out': warning('circulars'),
  'text.review': warning('circulars'),
  'text.suit': warning('circulars'),
  'text.normative': warning('circulars'),
  'text.normative-repealed': warning('circulars'),
  'text.normative-in-force': warning('circulars'),
  'text.new-change': warning('circulars'),
  'outlier.last-year': warning('circulars'),
  'outlier.peers': warning('circulars'),
  'copy.last-year': warning('circulars'),
  'copy.other-unit': warning('circulars')
};

/** A family with what its rules found. */
export interface CataloguedRule extends Family {
  readonly kind: string;
  /** In how many reports the whole family holds, is violated somewhere, or cannot be told; null when asked of none. */
  readonly reports: VerdictCount | null;
  /** One for each rule of a family of several. */
  readonly parts: readonly VerdictCount[];
}

export function catalogueRules(counts: readonly VerdictCount[]): CataloguedRule[] {
  return Object.entries(RULE_FAMILIES).map(([kind, family]) => ({
    kind,
    ...family,
    reports: counts.find(({ rule }) => rule === kind) ?? null,
    parts: counts.filter(({ rule }) => rule !== kind && ruleKind(rule) === kind)
  }));
}
