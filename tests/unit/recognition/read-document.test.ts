import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentResultSchema } from '../../../src/lib/report/report.ts';
import { readDocument } from '../../../src/lib/recognition/read-document.ts';

it('refuses an empty document, saying so', async () => {
  expect(await readDocument(new Uint8Array(), '空.docx')).toEqual({
    file: '空.docx',
    status: 'refused',
    format: null,
    reports: [],
    issues: [{ code: 'document.empty' }]
  });
});

it('refuses a text without a report, and says what format it was', async () => {
  const result = await readDocument(new TextEncoder().encode('会议通知\n下周三上午。'), '通知.txt');
  expect(result).toMatchObject({
    status: 'refused',
    format: 'txt',
    reports: [],
    issues: [{ code: 'document.no-report' }]
  });
});

it('never throws, whatever the bytes and the name', async () => {
  const words = fc.constantFrom(
    '规章',
    '行政许可',
    '自然人',
    '总计',
    '其他',
    '结果维持',
    '行政复议',
    '信息内容',
    '一、',
    '0',
    '12',
    '\n',
    '\t',
    '|',
    ' ',
    '。'
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(words, { maxLength: 120 }).map((parts) => new TextEncoder().encode(parts.join('')))
  );
  await fc.assert(
    fc.asyncProperty(bytes, fc.string(), async (content, fileName) => {
      const result = await readDocument(content, fileName);
      expect(documentResultSchema.safeParse(result).success).toBe(true);
      if (result.status === 'refused') expect(result.issues).not.toEqual([]);
    }),
    { numRuns: 300 }
  );
});
