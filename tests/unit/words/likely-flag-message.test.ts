import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LIKELY_RULE_IDS } from '../../../src/lib/checks/likely-rules.ts';
import { flagSchema, type Flag } from '../../../src/lib/checks/rule.ts';
import { flagMessage } from '../../../src/lib/words/flag-message.ts';
import { inEnglish, resetLanguage } from './language.ts';

afterEach(resetLanguage);

const FOLDER = new URL('../../fixtures/rules/', import.meta.url);
const fixtureSchema = z.object({ flags: z.array(flagSchema.extend({ unit: z.string().default('U') })) });

/** The flags of all fixtures, each with what a clerk is told. */
const flags: Flag[] = readdirSync(FOLDER).flatMap((rule) =>
  ['violated', 'not-checkable'].flatMap(
    (verdict) => fixtureSchema.parse(JSON.parse(readFileSync(new URL(`${rule}/${verdict}.json`, FOLDER), 'utf8'))).flags
  )
);
const flagOf = (rule: string, kept: (flag: Flag) => boolean = () => true): Flag => {
  const flag = flags.find((each) => each.rule === rule && kept(each));
  if (!flag) throw new Error(`no fixture raises ${rule}`);
  return flag;
};

describe('a likely rule asks', () => {
  it.each<[Flag, string, string]>([
    [
      flagOf('text.review'),
      '正文写“没有发生行政复议”（“没有发生行政复议。”），表四“行政复议”总计列是 2。请问正文的口径是否比表格窄？如果不是，请改正其中一处。',
      'The text says “没有发生行政复议” (“没有发生行政复议。”), table 4, “Administrative review”, column “Total” says 2. Does the text count less than the table? If not, please correct one of them.'
    ],
    [
      { ...flagOf('text.review'), expected: 7 },
      '正文写“没有发生行政复议”（“没有发生行政复议。”），表四“行政复议”总计列是 2。正文比表格多，请核对后改正其中一处。',
      'The text says “没有发生行政复议” (“没有发生行政复议。”), table 4, “Administrative review”, column “Total” says 2. The text says more than the table; please check and correct one of them.'
    ],
    [
      {
        ...flagOf('text.new-change'),
        actual: -200 / 3,
        values: { claim: 'new-change-percent', raw: '下降50%', sentence: '下降50%。', sum: 100 / 3 }
      },
      '正文写“下降50%”（“下降50%。”），按两年表三的本年新收总计计算是 -66.7%，加上年结转计算是 33.3%，都对不上。请核对正文和两年的表格。',
      'The text says “下降50%” (“下降50%。”); by the new requests in both years’ table 3 the change is -66.7%, with those carried in 33.3%; neither agrees. Please check the text and both years’ tables.'
    ],
    [
      flagOf('text.new', (flag) => flag.values.sum !== undefined),
      '正文写“11件”（“全年收到政府信息公开申请11件。”），表三本年新收总计是 10，加上年结转是 12，两种口径都对不上。请问正文统计的是哪些申请？如果口径相同，请改正其中一处。',
      'The text says “11件” (“全年收到政府信息公开申请11件。”), table 3 says 10 new requests, 12 with those carried in; neither agrees. Which requests does the text count? If the same, please correct one of them.'
    ],
    [
      flagOf('form.section-missing', (flag) => flag.values.sections === 'disputes;other-matters'),
      '没有找到“四、政府信息公开行政复议、行政诉讼情况”、“六、其他需要报告的事项”。请补上缺少的部分；没有内容的也要写明。',
      'Not found: “4. Administrative reviews and lawsuits”, “6. Other matters”. Please add what is missing, even where there is nothing to report.'
    ],
    [
      flagOf('outlier.last-year', (flag) => flag.severity === 'info'),
      '表二“行政许可”行处理决定数量列填的是 26，上年是 253，与再上一年接近，可能是上年填错。请核对上年的报告。',
      'Table 2, row “Administrative licensing”, column “Decisions” says 26, last year 253, and the year before about as much as now: last year’s figure may be wrong. Please check last year’s report.'
    ]
  ])('%#', (flag, chinese, english) => {
    expect(flagMessage(flag)).toBe(chinese);
    inEnglish();
    expect(flagMessage(flag)).toBe(english);
  });

  it('in words of its own for every flag of the fixtures, with nothing left open', () => {
    for (const flag of flags.filter(({ rule }) => LIKELY_RULE_IDS.some((id) => id === rule))) {
      for (const language of ['zh-CN', 'en']) {
        if (language === 'en') inEnglish();
        const message = flagMessage(flag);
        resetLanguage();
        expect(message, flag.rule).not.toMatch(/undefined|null|NaN|Infinity|[{}]|“”/);
        expect(message.length, flag.rule).toBeGreaterThan(15);
      }
    }
  });

  it('with more cells than the one it names counted', () => {
    const jump = flagOf('outlier.last-year', (flag) => flag.severity === 'warning');
    expect(flagMessage({ ...jump, values: { ...jump.values, count: 3 } })).toMatch(/同样变化过大的共有 3 格。$/);
  });
});
