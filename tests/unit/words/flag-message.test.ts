import { afterEach, describe, expect, it } from 'vitest';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { LIKELY_RULE_IDS } from '../../../src/lib/checks/likely-rules.ts';
import type { Flag } from '../../../src/lib/checks/rule.ts';
import { VALUE_RULE_IDS } from '../../../src/lib/checks/value-rules.ts';
import { flagMessage } from '../../../src/lib/words/flag-message.ts';
import { ruleKindName, ruleName } from '../../../src/lib/words/rule-name.ts';
import { ruleDefinition } from '../../../src/lib/words/rule-text.ts';
import { inEnglish, resetLanguage } from './language.ts';

afterEach(resetLanguage);

const violated: Flag = {
  rule: 't3.row-sum.new',
  severity: 'error',
  verdict: 'violated',
  unit: 'A',
  year: 2021,
  cells: ['t3.new.person', 't3.new.total'],
  expected: 12,
  actual: 13,
  difference: 1,
  values: {}
};
const notCheckable: Flag = { ...violated, severity: 'warning', verdict: 'not-checkable', difference: null };

describe('a violated rule says where, what stands there, what should and by how much', () => {
  const cases: readonly [name: string, flag: Partial<Flag>, chinese: string, english: string][] = [
    [
      'row sum',
      {},
      '表三第一行“本年新收”：六列之和为 12，总计填的是 13，差 1。',
      'Table 3, row 1 “New requests”: the six columns add up to 12, the total says 13, a difference of 1.'
    ],
    [
      'handled sum',
      { rule: 't3.handled-sum.company', expected: 1979, actual: 19979, difference: 18000 },
      '表三“商业企业”列：（一）至（六）各行之和为 1,979，（七）总计填的是 19,979，差 18,000。',
      'Table 3, column “Companies”: rows (1) to (6) add up to 1,979, (7) Total handled says 19,979, a difference of 18,000.'
    ],
    [
      'balance',
      { rule: 't3.balance.total', expected: 2, actual: 1, difference: -1, values: { left: 13, right: 12 } },
      '表三“总计”列：本年新收加上年结转为 13，（七）总计加结转下年为 12，两边应相等，差 1。',
      'Table 3, column “Total”: new plus carried in make 13, total handled plus carried forward make 12; both must be equal, the difference is 1.'
    ],
    [
      'dispute sum',
      { rule: 't4.sum.suit-after-review', expected: 3, actual: 0, difference: -3 },
      '表四“行政诉讼·复议后起诉”：维持、纠正、其他、尚未审结四项之和为 3，总计填的是 0，差 3。',
      'Table 4, “Lawsuit after review”: upheld, corrected, other and pending add up to 3, the total says 0, a difference of 3.'
    ],
    [
      'carry-over',
      { rule: 'carry-over.person', expected: 5, actual: 2, difference: -3, values: { previous: 5 } },
      '表三“自然人”列：上年报告结转下年 5 件，本年上年结转填 2 件，差 3 件。',
      'Table 3, column “Individuals”: last year’s report carried forward 5, this year’s “carried in” says 2, a difference of 3.'
    ],
    [
      'stock',
      { rule: 't2.stock.normative', expected: 12, actual: 10, difference: -2, values: { previous: 11 } },
      '表二“行政规范性文件”行：上年现行有效 11 件，加本年制发、减本年废止应为 12 件，本年现行有效填的是 10 件，差 2 件，请核对。',
      'Table 2, row “Normative documents”: 11 in force last year, plus issued minus repealed gives 12; this year says 10, a difference of 2. Please check.'
    ],
    [
      'negative figure',
      { rule: 'value.negative', cells: ['t3.new.person'], expected: null, actual: -1, difference: null },
      '表三第一行“本年新收”自然人列填的是 -1，不能为负数。',
      'Table 3, row 1 “New requests”, column “Individuals” says -1; it cannot be negative.'
    ],
    [
      'broken figure',
      { rule: 'value.not-whole', cells: ['t3.new.person'], expected: null, actual: 1.5, difference: null },
      '表三第一行“本年新收”自然人列填的是 1.5，件数应为整数。',
      'Table 3, row 1 “New requests”, column “Individuals” says 1.5; a count must be a whole number.'
    ],
    [
      'rules at a street',
      { rule: 'value.rules-at-street', cells: ['t2.rules.issued'], expected: null, actual: null, difference: null },
      '表二“规章”行本年制发列填了大于 0 的数：街道、镇、乡不能制定规章，可能是把规范性文件填到了规章一行，请核对。',
      'Table 2, row “Government rules”, column “Issued this year” is above 0: streets, towns and townships cannot make government rules; normative documents may have been entered one row too high. Please check.'
    ],
    [
      'two reports',
      { rule: 'form.duplicate-report', cells: [], values: { count: 2, files: 'a.txt; b.txt' } },
      '同一年度有 2 份报告：a.txt; b.txt。请确定以哪一份为准，删去其余；在此之前各自单独核对，不与其他年度比较。',
      'There are 2 reports for this year: a.txt; b.txt. Decide which one counts and remove the others; until then each is checked by itself and not against other years.'
    ]
  ];

  it.each(cases)('%s', (_, flag, chinese, english) => {
    expect(flagMessage({ ...violated, ...flag })).toBe(chinese);
    inEnglish();
    expect(flagMessage({ ...violated, ...flag })).toBe(english);
  });

  it('names the first of many blank cells, and what 0 would do', () => {
    const row = ['person', 'company', 'research', 'charity', 'legal', 'other'].map((column) => `t3.new.${column}`);
    const blank = { ...violated, rule: 'value.blank', cells: row, values: { count: 6 } };
    expect(flagMessage(blank)).toBe(
      '有 6 格空白：表三第一行“本年新收”自然人列、表三第一行“本年新收”商业企业列、' +
        '表三第一行“本年新收”科研机构列、表三第一行“本年新收”社会公益组织列等。没有发生的请填 0。'
    );
    expect(flagMessage({ ...blank, values: { count: 6, suggestion: 'blank-as-zero' } })).toContain('勾稽关系成立');
  });
});

describe('a rule that cannot be checked says what is missing', () => {
  it('a blank', () => {
    const values = { blanks: 2, empty: 't3.new.person t3.new.other', emptyBefore: '', reason: 'blank' };
    expect(flagMessage({ ...notCheckable, expected: null, values })).toBe(
      '表三第一行“本年新收”：“表三横向合计”无法核对，自然人、其他列没有填数，请补填。'
    );
  });

  it('a blank total, with what it should be', () => {
    expect(flagMessage({ ...notCheckable, actual: null, values: { blanks: 1, reason: 'blank' } })).toBe(
      '表三第一行“本年新收”：“表三横向合计”无法核对，表三第一行“本年新收”总计列没有填数；按其余各格应为 12，请补填。'
    );
  });

  it('blanks that would do as 0', () => {
    const empty = ['person', 'company', 'research', 'charity', 'legal'].map((column) => `t3.new.${column}`).join(' ');
    const values = { blanks: 5, empty, emptyBefore: '', reason: 'blank', suggestion: 'blank-as-zero' };
    expect(flagMessage({ ...notCheckable, expected: null, values })).toBe(
      '表三第一行“本年新收”：“表三横向合计”无法核对，' +
        '自然人、商业企业、科研机构、社会公益组织列等 5 格没有填数；若都是 0，关系成立，请补填 0。'
    );
  });

  it('a blank in last year’s report is looked for there', () => {
    const rule = 'carry-over.person';
    const values = { blanks: 1, empty: '', emptyBefore: 't3.carried-out.person', reason: 'blank' };
    const flag = { ...notCheckable, rule, expected: null, values };
    expect(flagMessage(flag)).toBe(
      '表三“自然人”列：“上下年结转衔接”无法核对，上年报告的“结转下年”行没有填数，请补填。'
    );
    inEnglish();
    expect(flagMessage(flag)).toContain('no figure is given for Carried forward in last year’s report');
  });

  it('what was not read is no blank', () => {
    const values = { blanks: 1, empty: 't3.new.person', emptyBefore: '', reason: 'unread' };
    expect(flagMessage({ ...notCheckable, expected: null, values })).toBe(
      '表三第一行“本年新收”：“表三横向合计”无法核对，自然人列没有读出数字，请对照原文。'
    );
  });
});

describe('names of rules', () => {
  it('name the part of the form', () => {
    expect(ruleName('t3.row-sum.new')).toBe('表三横向合计·本年新收');
    expect(ruleName('carry-over.person')).toBe('上下年结转衔接·自然人');
    expect(ruleName('value.blank')).toBe('空白格');
  });

  it('exist with a definition for every rule that is checked, in both languages', () => {
    for (const language of ['zh-CN', 'en']) {
      if (language === 'en') inEnglish();
      for (const kind of [...IDENTITIES.map((identity) => identity.kind), ...VALUE_RULE_IDS, ...LIKELY_RULE_IDS]) {
        expect(ruleKindName(kind)).not.toBe(kind);
        expect(ruleDefinition(kind)).not.toBe('');
      }
    }
  });

  it('fall back to the id, and a flag of such a rule to its cells', () => {
    const later: Flag = { ...violated, rule: 'later.rule', cells: ['t3.new.person'] };
    expect(ruleName('later.rule')).toBe('later.rule');
    expect(flagMessage(later)).toBe('later.rule：请核对 表三第一行“本年新收”自然人列。');
  });
});
