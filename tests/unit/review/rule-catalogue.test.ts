import { expect, test } from 'vitest';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { LIKELY_RULE_IDS } from '../../../src/lib/checks/likely-rules.ts';
import { ruleKind } from '../../../src/lib/checks/rule-kind.ts';
import { VALUE_RULE_IDS } from '../../../src/lib/checks/value-rules.ts';
import { catalogueRules, RULE_FAMILIES } from '../../../src/lib/review/rule-catalogue.ts';
import { ruleKindName } from '../../../src/lib/words/rule-name.ts';
import { ruleDefinition, ruleExample } from '../../../src/lib/words/rule-text.ts';

test('every family of rules is in the catalogue, with its severity', () => {
  const families = new Set([
    ...IDENTITIES.map(({ id }) => ruleKind(id)),
    ...VALUE_RULE_IDS,
    ...LIKELY_RULE_IDS,
    'form.duplicate-report'
  ]);
  expect(new Set(Object.keys(RULE_FAMILIES))).toEqual(families);
  for (const { kind, severity } of IDENTITIES) expect(RULE_FAMILIES[kind]?.severity).toBe(severity);
});

test('every family has a name, a definition and an example', () => {
  const bare = Object.keys(RULE_FAMILIES).filter(
    (kind) => ruleKindName(kind) === kind || ruleDefinition(kind) === '' || ruleExample(kind) === ''
  );
  expect(bare).toEqual([]);
});

test('a family has the counts of its reports, and those of its rules as parts', () => {
  const family = { rule: 't3.row-sum', holds: 5, violated: 2, not_checkable: 1 };
  const parts = [
    { rule: 't3.row-sum.new', holds: 5, violated: 1, not_checkable: 0 },
    { rule: 't3.row-sum.granted', holds: 3, violated: 2, not_checkable: 1 }
  ];
  const blank = { rule: 'value.blank', holds: 6, violated: 0, not_checkable: 0 };
  const rules = catalogueRules([family, ...parts, blank]);
  const find = (rule: string) => rules.find(({ kind }) => kind === rule);
  expect(find('t3.row-sum')).toMatchObject({ reports: family, parts });
  expect(find('value.blank')).toMatchObject({ reports: blank, parts: [] });
  expect(find('copy.last-year')).toMatchObject({ reports: null, parts: [] });
});
