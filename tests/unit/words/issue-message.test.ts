import { afterEach, describe, expect, it } from 'vitest';
import { ISSUE_CODES, type Issue } from '../../../src/lib/report/issue.ts';
import { issueMessage } from '../../../src/lib/words/issue-message.ts';
import { inEnglish, resetLanguage } from './language.ts';

afterEach(resetLanguage);

const cases: readonly [issue: Issue, chinese: string, english: string][] = [
  [
    { code: 'document.too-large', values: { bytes: 20_500_000, most: 20_000_000 } },
    '文件有 20.5 MB，超过 20 MB 的上限，没有读取。请去掉图片和附件，另存后再试。',
    'The file has 20.5 MB, more than the 20 MB allowed, and was not read. Remove pictures and attachments, save it anew and try again.'
  ],
  [
    { code: 'row.cell-count', values: { table: 3, row: 't3.granted', expected: 7, found: 6 } },
    '表三第三行“予以公开”应有 7 个数，读到 6 个，对不上各列，整行没有采用。请检查这一行有没有多格、少格。',
    'table 3, row 3 “Granted” should have 7 figures and has 6, so they cannot be matched to the columns; the row was not taken. Check it for extra or missing cells.'
  ],
  [
    { code: 'cell.unreadable', cell: 't3.new.person', values: { raw: '约十' } },
    '表三第一行“本年新收”自然人列写的是“约十”，读不出数字，没有采用。请对照原文填写。',
    'table 3, row 1 “New requests”, column “Individuals” says “约十”, from which no figure can be taken. Check it against the document.'
  ],
  [
    { code: 'table.missing', values: { table: 4 } },
    '没有找到表四。请检查文件里这张表是否完整。',
    'table 4 was not found. Check whether it is complete in the document.'
  ],
  [
    { code: 'row.doubled', values: { table: 4, row: 't4', count: 2 } },
    '表四在文件里出现了 2 次。请检查，只留一行。',
    'table 4 stands 2 times in the document. Check it and keep one.'
  ]
];

describe('what went wrong while reading', () => {
  it.each(cases)('$code', (issue, chinese, english) => {
    expect(issueMessage(issue)).toBe(chinese);
    inEnglish();
    expect(issueMessage(issue)).toBe(english);
  });

  it('has words for every code, also when an issue brings no values', () => {
    for (const language of ['zh-CN', 'en']) {
      if (language === 'en') inEnglish();
      const messages = ISSUE_CODES.map((code) => issueMessage({ code }));
      expect(new Set(messages).size).toBe(ISSUE_CODES.length);
      for (const message of messages) expect(message).not.toMatch(/undefined|issue_/);
    }
  });

  it('leaves alone a row that no form has', () => {
    expect(issueMessage({ code: 'row.missing', values: { row: 'constructor' } })).toContain('constructor');
  });
});
