import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import type { UnitRepairs } from '../../../src/lib/checks/repair/repairs-for-reports.ts';
import { readBlocks } from '../../../src/lib/documents/read-blocks.ts';
import { cellsOfLayout } from '../../../src/lib/form/form.ts';
import { docxFile } from '../../../src/lib/export/docx.ts';
import { correctUnits, noticeFlags } from '../../../src/lib/review/notice-flags.ts';
import { correctCsv, noticeCsv } from '../../../src/lib/review/notice-csv.ts';
import type { LetterBasis } from '../../../src/lib/review/letter-basis.ts';
import { noticeLines } from '../../../src/lib/review/notice-lines.ts';
import { listNotice, unitNotices } from '../../../src/lib/review/notice.ts';
import { columnSumFlag, marksOf, rowSumFlag, swapRepair, textFlag } from './flags.ts';

const flags = [
  rowSumFlag(),
  columnSumFlag(),
  textFlag(),
  rowSumFlag({ verdict: 'not-checkable', rule: 't4.sum.review' })
];
const NOBODY = { sender: '', contact: '', deadline: null };
const found = (repairs: readonly UnitRepairs[], more: Partial<LetterBasis> = {}): LetterBasis => ({
  repairs,
  chosen: [],
  absent: [],
  ...more
});
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
  const last = noticeLines([flag], found([swapRepair({ years: [2024, 2025], repairs: [repair] })]));
  const [letter] = unitNotices(last, 2025, String, NOBODY);
  expect(letter?.title).toBe('关于退回修改 2024 年政府信息公开工作年度报告的通知');
  expect(letter?.opening[1]).toContain('2025 年报告可能无误');
  const both = [...last, ...noticeLines([rowSumFlag()], null)];
  const [mixed] = unitNotices(both, 2025, String, NOBODY);
  expect(mixed?.title).toContain('2025 年');
  expect(mixed?.opening[1]).toContain('其中 1 处在 2024 年报告');
});

test('the repair names the cell, and the rules that it puts right share one line', () => {
  const lines = noticeLines([rowSumFlag(), columnSumFlag()], found([swapRepair()]));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ table: '表三', row: '（一）予以公开', column: '总计', stands: 161, proposed: 116 });
  expect(lines[0]?.broken).toHaveLength(2);
  expect(lines[0]?.causes.join()).toContain('颠倒');
});

test('without a repair the total is named and nothing is proposed', () => {
  const [line] = noticeLines([rowSumFlag()], null);
  expect(line).toMatchObject({ row: '（一）予以公开', column: '总计', stands: 161, proposed: null, causes: [] });
  expect(line?.broken.join()).toContain('116');
});

test('a repair proposes nothing for a rule it leaves broken, nor for a question about the text', () => {
  const unsettled = [{ rule: 't3.row-sum.granted', year: 2025 }];
  expect(noticeLines([rowSumFlag()], found([swapRepair({ unsettled })]))[0]?.proposed).toBeNull();
  const text = textFlag({ cells: ['t3.granted.total'] });
  expect(noticeLines([text], found([swapRepair()]))[0]?.proposed).toBeNull();
});

test('a repair of another unit or year is not taken', () => {
  expect(noticeLines([rowSumFlag({ unit: 'U2' })], found([swapRepair()]))[0]?.proposed).toBeNull();
  expect(noticeLines([rowSumFlag({ year: 2024 })], found([swapRepair()]))[0]?.proposed).toBeNull();
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
  const [line] = noticeLines([flag], found([swapRepair({ years: [2024, 2025], repairs: [repair] })]));
  expect(line).toMatchObject({ year: 2024, table: '2024 年报告表三', row: '四、结转下年', stands: 5, proposed: 2 });
  // The same cell of this year's report is another figure.
  const own = { ...repair, changes: [{ ...place, year: 2025, from: 5, to: 2 }] };
  expect(noticeLines([flag], found([swapRepair({ repairs: [own] })]))[0]?.proposed).toBeNull();
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
  const lines = noticeLines([columnSumFlag()], found([swapRepair({ repairs: [repair] })]));
  expect(lines.map((line) => line.cells.join())).toEqual(['t3.granted.person', 't3.granted.total']);
  expect(lines.map(({ broken }) => broken.length)).toEqual([0, 1]);
  for (const { rows } of [...unitNotices(lines, 2025, String, NOBODY), listNotice(lines, 2025, String)]) {
    expect(rows.map((row) => row.at(-1)?.split('\n').at(-1))).toEqual([
      '须与序号 2 一并修改。',
      '须与序号 1 一并修改。'
    ]);
  }
  const csv = Papa.parse<Record<string, string>>(noticeCsv(lines, []).slice(1).trimEnd(), { header: true }).data;
  expect(csv.map((row) => row['一并修改（同号一组）'])).toEqual(['1', '1']);
});

test('of a set the first line names the others and the cause, the others name the first', () => {
  const columns = ['person', 'company', 'research', 'charity'];
  const cells = columns.map((column) => ({ year: 2025, cell: `t3.granted.${column}` }));
  const changes = cells.map((place) => ({ ...place, from: 1, to: 2 }));
  const shifted = { kind: 'row-shifted' as const, cells, values: { first: 't3.granted.person' } };
  const repairs = [swapRepair({ repairs: [{ year: 2025, rank: 1, changes, reasons: [shifted] }] })];
  const lines = noticeLines([textFlag({ rule: 'value.negative' }), rowSumFlag()], found(repairs));
  const [letter] = unitNotices(lines, 2025, String, NOBODY);
  const whys = letter?.rows.map((row) => row.at(-1) ?? '') ?? [];
  // 本年新收 stands first and is in no set.
  expect(whys.map((why) => /须与序号 (\S+) 一并修改/.exec(why)?.[1])).toEqual([undefined, '3—5', '2', '2', '2']);
  expect(whys.map((why) => why.includes('错开'))).toEqual([false, true, false, false, false]);
});

test('flags about the report as a whole stay apart', () => {
  const copies = ['copy.last-year', 'copy.other-unit'].map((rule) => textFlag({ rule, cells: [], actual: null }));
  expect(noticeLines(copies, found([])).map(({ table, row, column }) => table + row + column)).toEqual(['', '']);
});

test('one letter a unit, one list of all, and the same lines as CSV', () => {
  const lines = noticeLines([rowSumFlag(), rowSumFlag({ unit: 'U2' }), textFlag()], found([swapRepair()]));
  const nameOf = (unit: string): string => ({ U1: '青石街道', U2: '长桥镇' })[unit] ?? unit;
  const letters = unitNotices(lines, 2025, nameOf, NOBODY);
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
  const [line] = noticeLines([flag], found([swapRepair({ repairs: [repair] })]));
  expect(line).toMatchObject({ stands: '未读出', proposed: 1116 });
  const negative = noticeLines([rowSumFlag({ actual: -1, expected: 1 })], null);
  const csv = noticeCsv([...(line ? [line] : []), ...negative], [{ code: 'U1', name: '云川街道', district: '东湖区' }]);
  expect(csv).toContain(',未读出,1116,');
  expect(csv).toContain(',-1,,');
});

test('what a person chose takes the place of the likeliest repair, and of nothing that it does not touch', () => {
  const other = { year: 2025, cell: 't4.review.total' };
  const [likeliest] = swapRepair().repairs;
  if (!likeliest) throw new Error('no repair');
  const repair = {
    ...likeliest,
    changes: [...likeliest.changes, { ...other, from: 3, to: 4 }],
    reasons: [...likeliest.reasons, { kind: 'total-stale' as const, cells: [other], values: { from: 3, to: 4 } }]
  };
  const review = rowSumFlag({ rule: 't4.sum.review', cells: ['t4.review.upheld', 't4.review.total'] });
  const chosen = [{ unit: 'U1', year: 2025, cell: 't3.granted.person', from: 10, to: 55 }];
  const flagged = [rowSumFlag(), review];
  const lines = noticeLines(flagged, found([swapRepair({ repairs: [repair] })], { chosen }));
  expect(lines.map(({ cells, stands, proposed }) => [cells.join(), stands, proposed])).toEqual([
    ['t3.granted.person', 10, 55],
    ['t4.review.total', 3, 4]
  ]);
  expect(lines[0]?.causes).toEqual([]);
  expect(lines[1]?.causes.join()).toContain('合计没有随各项更新');
  // Also where the search found nothing, and never in another unit's letter.
  expect(noticeLines([rowSumFlag()], found([], { chosen }))[0]).toMatchObject({
    proposed: 55,
    broken: [expect.stringContaining('六列之和'), '这个数由主管部门提出，不是按勾稽关系推算的。']
  });
  expect(noticeLines([rowSumFlag({ unit: 'U2' })], found([], { chosen }))[0]?.proposed).toBeNull();
});

test('who chose another of the ways found is told its reason', () => {
  const place = { year: 2025, cell: 't3.granted.person' };
  const second = {
    year: 2025,
    rank: 2,
    changes: [{ ...place, from: 10, to: 55 }],
    reasons: [{ kind: 'last-year' as const, cells: [place], values: { from: 10, to: 55 } }]
  };
  const repairs = [...swapRepair().repairs, second];
  const chosen = [{ unit: 'U1', ...place, from: 10, to: 55 }];
  const [line] = noticeLines([rowSumFlag()], found([swapRepair({ repairs })], { chosen }));
  expect(line?.causes.join()).toContain('照抄了上年');
});

test('cells of a row without a figure share a line, with the sign that stands in them', () => {
  const columns = ['person', 'company', 'research', 'charity', 'legal', 'other', 'total'];
  const cells = columns.map((column) => ({ year: 2025, cell: `t3.granted.${column}` }));
  const changes = cells.map((place) => ({ ...place, from: null, absence: 'dash' as const, to: 0 }));
  const reasons = [{ kind: 'blank-zero' as const, cells, values: {} }];
  const repairs = [swapRepair({ repairs: [{ year: 2025, rank: 1, changes, reasons }] })];
  const absent = cells.map((place) => ({ unit: 'U1', ...place, kind: 'dash' as const, raw: '——' }));
  const flag = rowSumFlag({ rule: 'value.dash', severity: 'warning', actual: null, expected: null });
  const [line, ...others] = noticeLines([flag], found(repairs, { absent }));
  expect(others).toEqual([]);
  expect(line).toMatchObject({ row: '（一）予以公开', column: '各列', stands: '——', proposed: 0 });
  const some = noticeLines([{ ...flag, cells: flag.cells.slice(0, 2) }], found(repairs, { absent: absent.slice(1) }));
  expect(some.map(({ column, stands }) => [column, stands])).toEqual([
    ['自然人', '填了横线或“无”'],
    ['商业企业', '——']
  ]);
});

test('of two ways found the one that was chosen gives its reason, though the other is a part of it', () => {
  const total = { year: 2025, cell: 't3.granted.total' };
  const person = { year: 2025, cell: 't3.granted.person' };
  const changes = [
    { ...person, from: 10, to: 55 },
    { ...total, from: 161, to: 116 }
  ];
  const shifted = { kind: 'row-shifted' as const, cells: [person, total], values: { first: total.cell } };
  const repairs = [...swapRepair().repairs, { year: 2025, rank: 2, changes, reasons: [shifted] }];
  const chosen = changes.map((change) => ({ unit: 'U1', ...change }));
  const lines = noticeLines([rowSumFlag()], found([swapRepair({ repairs })], { chosen }));
  expect(lines).toHaveLength(2);
  for (const { causes } of lines) expect(causes.join()).toContain('左右错开了一格');
});

test('every blank that was confirmed stands in the letter: what no repair fills is asked for row by row', () => {
  const columns = ['person', 'company', 'research', 'charity', 'legal', 'other', 'total'];
  const row = columns.map((column) => `t3.granted.${column}`);
  const table4 = cellsOfLayout('2021').flatMap(({ id, table }) => (table === 4 ? [id] : []));
  const change = { year: 2025, cell: 't3.granted.total', from: null, to: 3 };
  const reasons = [{ kind: 'blank' as const, cells: [{ year: 2025, cell: change.cell }], values: { to: 3 } }];
  const repairs = [swapRepair({ repairs: [{ year: 2025, rank: 1, changes: [change], reasons }] })];
  const cells = [...row, 't3.new.total', ...table4];
  const flag = rowSumFlag({ rule: 'value.blank', severity: 'warning', actual: null, expected: null, cells });
  const told = noticeLines([flag], found(repairs)).map(({ row: of, column, stands, proposed }) => [
    of,
    column,
    stands,
    proposed
  ]);
  expect(told).toEqual([
    ['一、本年新收', '总计', '空白', null],
    ['（一）予以公开', '自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他', '空白', null],
    ['（一）予以公开', '总计', '空白', 3],
    ['整张表', '各列', '空白', null]
  ]);
  expect(noticeLines([flag], null).flatMap((line) => line.cells)).toHaveLength(cells.length);
});

test('a change or a sum of cells is never called what stands in a cell', () => {
  const change = textFlag({ rule: 'text.new-change', actual: 0, values: { claim: 'new-change-percent', raw: '5%' } });
  const sum = textFlag({ cells: ['t3.new.total', 't3.carried-in.total'] });
  for (const flag of [change, sum]) expect(noticeLines([flag], null)[0]?.stands).toBe('');
  expect(noticeLines([textFlag()], null)[0]?.stands).toBe(9);
});

test('a letter says who sends it, until when to answer and whom to ask, as far as that was entered', () => {
  const lines = noticeLines([rowSumFlag()], found([swapRepair()]));
  const whole = { sender: '东湖区政务公开办', contact: '张三，1234567', deadline: '2026-02-09' };
  const [letter] = unitNotices(lines, 2025, String, whole);
  expect(letter?.opening).toContain('请于 2026 年 2 月 9 日前重新报送。');
  expect(letter?.opening.at(-1)).toBe('联系人及电话：张三，1234567。');
  expect(letter?.closing[0]).toBe('东湖区政务公开办');
  const [bare] = unitNotices(lines, 2025, String, NOBODY);
  expect(bare?.opening).toHaveLength((letter?.opening.length ?? 0) - 2);
  expect(bare?.closing[0]).toBe('政务公开主管部门');
});
