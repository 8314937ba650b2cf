import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { readBlocks } from '../../../src/lib/documents/read-blocks.ts';
import { docxFile } from '../../../src/lib/export/docx.ts';
import { correctUnits, noticeFlags } from '../../../src/lib/review/notice-flags.ts';
import { correctCsv, noticeCsv } from '../../../src/lib/review/notice-csv.ts';
import { noticeLines } from '../../../src/lib/review/notice-lines.ts';
import { listNotice, unitNotices } from '../../../src/lib/review/notice.ts';
import { columnSumFlag, marksOf, rowSumFlag, swapRepair, textFlag } from './flags.ts';

const flags = [
  rowSumFlag(),
  columnSumFlag(),
  textFlag(),
  rowSumFlag({ verdict: 'not-checkable', rule: 't4.sum.review' })
];
const rulesOf = (found: readonly { rule: string }[]): string[] => found.map(({ rule }) => rule);

test('a letter holds violated errors unless they were dismissed or sent, and whatever was confirmed', () => {
  expect(rulesOf(noticeFlags(flags, marksOf({}), 'open'))).toEqual(['t3.row-sum.granted', 't3.handled-sum.total']);
  const marks = marksOf({ 't3.row-sum.granted': 'dismissed', 't3.handled-sum.total': 'sent', 'text.new': 'confirmed' });
  expect(rulesOf(noticeFlags(flags, marks, 'open'))).toEqual(['text.new']);
  expect(rulesOf(noticeFlags(flags, marks, 'confirmed'))).toEqual(['text.new']);
  expect(rulesOf(noticeFlags(flags, marks, 'sent'))).toEqual(['t3.handled-sum.total']);
});

test('a unit is clean when nothing is left to correct or to ask, not when it was only told', () => {
  const submitted = ['U1', 'U2'];
  expect(correctUnits(submitted, flags, marksOf({}))).toEqual({ clean: ['U2'], doubtful: [] });
  const dismissed = { 't3.row-sum.granted': 'dismissed', 't3.handled-sum.total': 'dismissed' } as const;
  const doubtful = [{ unit: 'U1', doubts: 2 }];
  expect(correctUnits(submitted, flags, marksOf(dismissed))).toEqual({ clean: ['U2'], doubtful });
  const all = { ...dismissed, 'text.new': 'dismissed', 't4.sum.review': 'dismissed' } as const;
  expect(correctUnits(submitted, flags, marksOf(all)).clean).toEqual(['U1', 'U2']);
  const sent = marksOf({ ...all, 't3.handled-sum.total': 'sent' });
  expect(correctUnits(submitted, flags, sent)).toEqual({ clean: ['U2'], doubtful: [] });
});

test('a letter whose figures are all last year’s says so, and that this year’s report may be right', () => {
  const place = { year: 2024, cell: 't3.carried-out.total' };
  const reasons = [{ kind: 'carry-over' as const, cells: [place], values: { from: 5, to: 2 } }];
  const repair = { year: 2024, rank: 1, changes: [{ ...place, from: 5, to: 2 }], reasons };
  const flag = rowSumFlag({ rule: 'carry-over.total', cells: ['t3.carried-out.total', 't3.carried-in.total'] });
  const last = noticeLines([flag], [swapRepair({ years: [2024, 2025], repairs: [repair] })]);
  const [letter] = unitNotices(last, 2025, String);
  expect(letter?.title).toBe('关于退回修改 2024 年政府信息公开工作年度报告的通知');
  expect(letter?.opening[1]).toContain('2025 年报告可能无误');
  const both = [...last, ...noticeLines([rowSumFlag()], null)];
  const [mixed] = unitNotices(both, 2025, String);
  expect(mixed?.title).toContain('2025 年');
  expect(mixed?.opening[1]).toContain('其中 1 处在 2024 年报告');
});

test('the repair names the cell, and the rules that it puts right share one line', () => {
  const lines = noticeLines([rowSumFlag(), columnSumFlag()], [swapRepair()]);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ table: '表三', row: '予以公开', column: '总计', stands: 161, proposed: 116 });
  expect(lines[0]?.broken).toHaveLength(2);
  expect(lines[0]?.causes.join()).toContain('颠倒');
});

test('without a repair the total is named and nothing is proposed', () => {
  const [line] = noticeLines([rowSumFlag()], null);
  expect(line).toMatchObject({ row: '予以公开', column: '总计', stands: 161, proposed: null, causes: [] });
  expect(line?.broken.join()).toContain('116');
});

test('a repair proposes nothing for a rule it leaves broken, nor for a question about the text', () => {
  const unsettled = [{ rule: 't3.row-sum.granted', year: 2025 }];
  expect(noticeLines([rowSumFlag()], [swapRepair({ unsettled })])[0]?.proposed).toBeNull();
  const text = textFlag({ cells: ['t3.granted.total'] });
  expect(noticeLines([text], [swapRepair()])[0]?.proposed).toBeNull();
});

test('a repair of another unit or year is not taken', () => {
  expect(noticeLines([rowSumFlag({ unit: 'U2' })], [swapRepair()])[0]?.proposed).toBeNull();
  expect(noticeLines([rowSumFlag({ year: 2024 })], [swapRepair()])[0]?.proposed).toBeNull();
});

test('a carry-over that last year’s report must mend names that year', () => {
  const flag = rowSumFlag({
    rule: 'carry-over.total',
    cells: ['t3.carried-out.total', 't3.carried-in.total'],
    expected: 5,
    actual: 2
  });
  const place = { year: 2024, cell: 't3.carried-out.total' };
  const reasons = [{ kind: 'carry-over' as const, cells: [place], values: { from: 5, to: 2 } }];
  const repair = { year: 2024, rank: 1, changes: [{ ...place, from: 5, to: 2 }], reasons };
  const [line] = noticeLines([flag], [swapRepair({ years: [2024, 2025], repairs: [repair] })]);
  expect(line).toMatchObject({ year: 2024, table: '2024 年报告表三', row: '结转下年', stands: 5, proposed: 2 });
  // The same cell of this year's report is another figure.
  const own = { ...repair, changes: [{ ...place, year: 2025, from: 5, to: 2 }] };
  expect(noticeLines([flag], [swapRepair({ repairs: [own] })])[0]?.proposed).toBeNull();
});

test('what is only right together is asked for together, and told to be in the letter, the list and the CSV', () => {
  const cells = ['t3.granted.total', 't3.granted.person', 't3.new.person'];
  const places = cells.map((cell) => ({ year: 2025, cell }));
  const repair = {
    year: 2025,
    rank: 1,
    // The third is in no rule with the others, and in none that is broken.
    changes: places.map((place) => ({ ...place, from: 161, to: 116 })),
    reasons: places.map((place) => ({ kind: 'unexplained' as const, cells: [place], values: { from: 161, to: 116 } }))
  };
  const lines = noticeLines([columnSumFlag()], [swapRepair({ repairs: [repair] })]);
  expect(lines.map((line) => line.cells.join())).toEqual(['t3.granted.person', 't3.granted.total']);
  expect(lines.map(({ broken }) => broken.length)).toEqual([0, 1]);
  for (const { rows } of [...unitNotices(lines, 2025, String), listNotice(lines, 2025, String)]) {
    expect(rows.map((row) => row.at(-1)?.split('\n').at(-1))).toEqual([
      '须与序号 2 一并修改。',
      '须与序号 1 一并修改。'
    ]);
  }
  const csv = Papa.parse<Record<string, string>>(noticeCsv(lines, []).slice(1).trimEnd(), { header: true }).data;
  expect(csv.map((row) => row['一并修改（同号一组）'])).toEqual(['1', '1']);
});

test('flags about the report as a whole stay apart', () => {
  const copies = ['copy.last-year', 'copy.other-unit'].map((rule) => textFlag({ rule, cells: [], actual: null }));
  expect(noticeLines(copies, []).map(({ table, row, column }) => table + row + column)).toEqual(['', '']);
});

test('one letter a unit, one list of all, and the same lines as CSV', () => {
  const lines = noticeLines([rowSumFlag(), rowSumFlag({ unit: 'U2' }), textFlag()], [swapRepair()]);
  const nameOf = (unit: string): string => ({ U1: '青石街道', U2: '长桥镇' })[unit] ?? unit;
  const letters = unitNotices(lines, 2025, nameOf);
  expect(letters.map(({ opening, rows }) => [opening[0], rows.length])).toEqual([
    ['青石街道：', 2],
    ['长桥镇：', 1]
  ]);
  const list = listNotice(lines, 2025, nameOf);
  expect(list.rows.map((row) => row[1])).toEqual(['青石街道', '青石街道', '长桥镇']);
  for (const { columns, rows } of [...letters, list]) {
    expect(columns.reduce((sum, { share }) => sum + share, 0)).toBe(100);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  }
  const units = [{ code: 'U1', name: '青石街道', district: '东区' }];
  const csv = Papa.parse<string[]>(noticeCsv(lines, units).slice(1).trimEnd()).data;
  expect(csv).toHaveLength(4);
  // The form's order, not the flags': 本年新收 stands above 予以公开.
  expect(csv.slice(1).map((row) => row.at(-1))).toEqual(['t3.new.total', 't3.granted.total', 't3.granted.total']);
  expect(csv[2]).toEqual(expect.arrayContaining(['U1', '青石街道', '东区', '2025', '161', '116', 't3.granted.total']));
  const correct = { clean: [], doubtful: [{ unit: 'U1', doubts: 3 }] };
  expect(correctCsv(correct, 2025, units)).toContain('U1,青石街道,东区,2025,3');
});

test('the Word document is read back with its texts, markup and control characters in them', async () => {
  const page = {
    title: '通知',
    opening: ['“<a&b>”\u0007：'],
    columns: [
      { label: '表', share: 40 },
      { label: '原因', share: 60 }
    ],
    rows: [['表三', '第一句\n第二句']],
    closing: ['某部门']
  };
  const bytes = docxFile([page, { ...page, title: '第二份' }]);
  expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array()).match(/pageBreakBefore/g)).toHaveLength(
    1
  );
  // The last row, the line below the table: who signs is not alone on a page.
  expect(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).toContain(
    '<w:pStyle w:val="Normal"/><w:keepNext/>'
  );
  const content = await readBlocks(bytes);
  const text = JSON.stringify(content);
  for (const part of ['通知', '“<a&b>”：', '表三', '第二句', '某部门', '第二份']) expect(text).toContain(part);
});

test('figures stay figures in the table, and what could not be read is not called blank', () => {
  const place = { year: 2025, cell: 't3.granted.total' };
  const reasons = [{ kind: 'unreadable' as const, cells: [place], values: { to: 1116 } }];
  const unread = { ...place, from: null, to: 1116, absence: 'unreadable' as const };
  const repair = { year: 2025, rank: 1, changes: [unread], reasons };
  const flag = rowSumFlag({ actual: null, verdict: 'not-checkable' });
  const [line] = noticeLines([flag], [swapRepair({ repairs: [repair] })]);
  expect(line).toMatchObject({ stands: '未读出', proposed: 1116 });
  const negative = noticeLines([rowSumFlag({ actual: -1, expected: 1 })], null);
  const csv = noticeCsv([...(line ? [line] : []), ...negative], [{ code: 'U1', name: '云川街道', district: '东湖区' }]);
  expect(csv).toContain(',未读出,1116,');
  expect(csv).toContain(',-1,,');
});
