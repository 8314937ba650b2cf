import { afterEach, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/lib/documents/limits.ts';
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
    'Table 3, row 3 “Granted” should have 7 figures and has 6, so they cannot be matched to the columns; the row was not taken. Check it for extra or missing cells.'
  ],
  [
    { code: 'cell.unreadable', cell: 't3.new.person', values: { raw: '约十' } },
    '表三第一行“本年新收”自然人列写的是“约十”，读不出数字，没有采用。请对照原文填写。',
    'Table 3, row 1 “New requests”, column “Individuals” says “约十”, from which no figure can be taken. Check it against the document.'
  ],
  [
    { code: 'table.missing', values: { table: 4 } },
    '没有找到表四。请检查文件里这张表是否完整。',
    'Table 4 was not found. Check whether it is complete in the document.'
  ],
  [
    { code: 'table.doubled', values: { table: 4, row: 't4', count: 2 } },
    '表四的数字在文件里出现了 2 次。请检查，只留一张表。',
    'The figures of table 4 stand 2 times in the document. Check it and keep one table.'
  ],
  [
    {
      code: 'table.cell-count',
      values: { table: 3, expected: 7, found: 8, count: 3, rows: 't3.new t3.granted t3.handled' }
    },
    '表三有 3 行应有 7 个数，都读到 8 个，对不上各列，这些行没有采用：本年新收、予以公开、（七）总计。请检查这张表有没有多一列或少一列。',
    '3 rows of table 3 should have 7 figures and all have 8, so they cannot be matched to the columns and were not taken: New requests, Granted, (7) Total handled. Check whether the table has a column too many or too few.'
  ],
  [
    { code: 'document.limit', values: { limit: 'entryBytes', most: 40_000_000 } },
    '文件内容超过处理上限（内含的单个部件展开后最大 40 MB），为安全起见没有读取。请用 Word 或 WPS 打开，另存为 .docx 后再试。',
    'The file’s content is beyond what is safe to read (one part inside the file, unpacked, of at most 40 MB). Open it in Word or WPS, save it as .docx and try again.'
  ],
  [
    { code: 'document.limit', values: { limit: 'pages', most: 200 } },
    '文件内容超过处理上限（最多 200 页），为安全起见没有读取。请用 Word 或 WPS 打开，另存为 .docx 后再试。',
    'The file’s content is beyond what is safe to read (at most 200 pages). Open it in Word or WPS, save it as .docx and try again.'
  ],
  [
    { code: 'table.hidden', values: { table: 3, sheet: '附表' } },
    '表三在隐藏的工作表“附表”里，没有读取。请在 Excel 或 WPS 里取消隐藏这张工作表，保存后重新导入。',
    'Table 3 lies on the hidden sheet “附表”, which was not read. Unhide the sheet in Excel or WPS, save the file and import it again.'
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

  it('names no error of a program and no limit by its technical name', () => {
    for (const limit of [...Object.keys(LIMITS), 'pages', 'memory', 'constructor']) {
      const message = issueMessage({ code: 'document.limit', values: { limit, most: 7 } });
      expect(message.replace(/Word|WPS|\.docx|MB/g, '')).not.toMatch(/[A-Za-z]/);
      expect(message.includes('内容过多')).toBe(['constructor', 'ratioFloorBytes'].includes(limit));
    }
    expect(issueMessage({ code: 'document.damaged', values: { reason: 'RangeError' } })).not.toContain('RangeError');
    expect(issueMessage({ code: 'document.cannot-open', values: { detail: 'ENOENT' } })).not.toContain('ENOENT');
  });

  it('leaves alone a row that no form has', () => {
    expect(issueMessage({ code: 'row.missing', values: { row: 'constructor' } })).toContain('constructor');
  });
});
