import { describe, expect, it } from 'vitest';
import { blocksOfText } from '../../../src/lib/documents/txt.ts';
import type { CellId, Layout } from '../../../src/lib/form/form.ts';
import { moneyUnitIn, moneyUnitOfCaption } from '../../../src/lib/recognition/money-unit.ts';
import { recognise } from '../../../src/lib/recognition/recognise.ts';
import type { Report } from '../../../src/lib/report/report.ts';
import { blocksOf, printReport, TEXT_LAYOUTS, textOf, type PrintedReport, type PrintedTable } from './print-report.ts';
import { asText, randomValues } from './random-values.ts';

/** Ways in which figures were once read wrongly without a word. Each must now be read right, or be named by an issue. */

const TITLE = ['小沙街道2023年政府信息公开工作年度报告'];

function sample(changes: Record<CellId, string> = {}, layout: Layout = '2021', title = TITLE) {
  const values = randomValues(layout, 7);
  const printed = printReport(layout, { ...asText(values), ...changes }, title);
  const [two, three, four] = printed.parts.map(({ table }) => table);
  if (!two || !three || !four) throw new Error('a table is missing');
  return { values, printed, two, three, four };
}

const reportsOf = (text: string) => recognise({ format: 'txt', blocks: blocksOfText(text) }, 'x.txt').reports;

function only(reports: readonly Report[]): Report {
  expect(reports).toHaveLength(1);
  if (!reports[0]) throw new Error('no report');
  return reports[0];
}

const ofGrid = (printed: PrintedReport) =>
  only(recognise({ format: 'docx', blocks: blocksOf(printed) }, 'x.docx').reports);
const told = ({ issues }: Report) => issues.map(({ code, cell, values }) => [code, cell ?? values?.['row']]);

function rowOf(table: PrintedTable, label: string) {
  const row = table.find((cells) => cells.some(({ text }) => text.includes(label)));
  if (!row) throw new Error(`no row ${label}`);
  return row;
}

describe("a note's mark beside a figure", () => {
  const layouts = Object.entries(TEXT_LAYOUTS).filter(([name]) => name !== 'glued');
  it.each(layouts)('is no digit: %s', (_, print) => {
    for (const mark of ['5①', '5²', '②']) {
      const { printed } = sample({ 't2.penalty.decisions': mark });
      const found = only(reportsOf(textOf(printed, print)));
      expect(found.cells).not.toHaveProperty(['t2.penalty.decisions']);
      expect(found.issues).not.toEqual([]);
    }
  });
});

describe('the unit of money', () => {
  it.each([
    ['本年收费金额（单位：万元）', '万元'],
    ['本年收费金额（ 万 元 ）', '万元'],
    ['收费金额（元）', '元'],
    ['收费金额千元', '千元'],
    ['（单位：亿元）', '亿元'],
    ['（单位：百万元）', 'unknown'],
    ['（单位：十万元）', 'unknown'],
    ['（单位：千万元）', 'unknown'],
    ['（单位：万美元）', 'unknown'],
    ['（单位：元、万元）', 'unknown'],
    ['（单位：万）', 'unknown'],
    ['本年收费金额', null]
  ] as const)('in %j is %j', (header, unit) => {
    expect(moneyUnitIn(header)).toBe(unit);
  });

  it.each([
    ['单位：元', '元'],
    ['（金额单位:万元）', '万元'],
    ['单位：件、元', '元'],
    ['单位：件', null],
    ['各单位共支出 3 万元', null]
  ] as const)('in the line %j is %j', (line, unit) => {
    expect(moneyUnitOfCaption(line)).toBe(unit);
  });

  const withHeader = (header: string, amount: string, caption: string[] = []) => {
    const { printed, two } = sample({ 't2.fees.amount': amount });
    const cell = rowOf(two, '本年收费金额').at(-1);
    if (cell) cell.text = header;
    printed.parts[0]?.heading.push(...caption);
    return ofGrid(printed);
  };

  it('is converted when its power is certain, and else no amount is taken', () => {
    expect(withHeader('本年收费金额（单位：千元）', '25').cells['t2.fees.amount']).toBe(2.5);
    expect(withHeader('本年收费金额（单位：亿元）', '2').cells['t2.fees.amount']).toBe(20000);
    const found = withHeader('本年收费金额（单位：百万元）', '25');
    expect(found.cells).not.toHaveProperty(['t2.fees.amount']);
    expect(told(found)).toContainEqual(['cell.unit-unknown', 't2.fees.amount']);
  });

  it('is honoured above the table, unless the header says otherwise', () => {
    expect(withHeader('本年收费金额', '250000', ['（单位：元）']).cells['t2.fees.amount']).toBe(25);
    const found = withHeader('本年收费金额（单位：万元）', '25', ['（单位：元）']);
    expect(told(found)).toEqual([['cell.unit-unknown', 't2.fees.amount']]);
  });

  it('that is stated nowhere leaves the amount as printed, with a question, unless nothing was charged', () => {
    const bare = withHeader('本年收费金额', '250000');
    expect(bare.cells['t2.fees.amount']).toBe(250000);
    expect(told(bare)).toEqual([['cell.unit-unstated', 't2.fees.amount']]);
    expect(withHeader('本年收费金额', '25万元').cells['t2.fees.amount']).toBe(25);
    expect(withHeader('本年收费金额', '0').issues).toEqual([]);
    expect(withHeader('本年收费金额', '').issues).toEqual([]);
  });

  it('beside the label of the row counts as well', () => {
    const { printed, two } = sample({ 't2.fees.amount': '25' });
    const [label] = rowOf(two, '行政事业性收费');
    if (label) label.text = '行政事业性收费（元）';
    expect(told(ofGrid(printed))).toContainEqual(['cell.unit-unknown', 't2.fees.amount']);
  });
});

describe('a row that no label tells', () => {
  const figures = ['3', '0', '1', '0', '0', '0', '4'].map((text) => ({ text }));

  it.each(['9.涉及党务信息', '9.其他', '小计', ''])('is named when it holds figures: %j', (label) => {
    const { printed, three, values } = sample();
    three.splice(three.indexOf(rowOf(three, '8.属于行政查询')) + 1, 0, [{ text: label }, ...figures]);
    const [group] = rowOf(three, '（三）不予公开').filter(({ text }) => text.includes('不予公开'));
    if (group) group.rowSpan = 9;
    const outcomes = rowOf(three, '本年度办理结果')[0];
    if (outcomes) outcomes.rowSpan = (outcomes.rowSpan ?? 0) + 1;
    const found = ofGrid(printed);
    expect(found.cells).toEqual(values);
    expect(found.issues).toMatchObject([
      { code: 'row.unrecognised', values: { table: 3, printed: `${label} 3 0 1 0 0 0 4`.trim() } }
    ]);
  });

  it('that numbers the columns is none', () => {
    const { printed, three, values } = sample();
    const numbers = ['1', '2', '3', '4', '5', '6', '7'].map((text) => ({ text }));
    three.splice(3, 0, [{ text: '栏次', columnSpan: 3 }, ...numbers]);
    const found = ofGrid(printed);
    expect(found.cells).toEqual(values);
    expect(found.issues).toEqual([]);
  });
});

describe('a label over two rows with the figures in the second', () => {
  const LABEL = '申请人无正当理由逾期不补正';
  const blank = Array.from({ length: 7 }, () => ({ text: '' }));

  const spread = (first: string, second: string | null) => {
    const { printed, three, values } = sample();
    const row = rowOf(three, LABEL);
    const at = row.findIndex(({ text }) => text.includes(LABEL));
    const label = row[at];
    if (!label) throw new Error('no label');
    label.text = first;
    if (second === null) label.rowSpan = 2;
    const rest = row.splice(at + 1, 7, ...blank);
    three.splice(three.indexOf(row) + 1, 0, [...(second === null ? [] : [{ text: second }]), ...rest]);
    for (const cell of three.flat()) {
      if (cell.text.includes('（六）') || cell.text.includes('本年度办理结果')) cell.rowSpan = (cell.rowSpan ?? 1) + 1;
    }
    return { found: ofGrid(printed), values };
  };

  it('is read when the second row goes on with the label, or the label reaches down', () => {
    for (const [first, second] of [
      ['1.申请人无正当理由逾期不补正、', '行政机关不再处理其政府信息公开申请'],
      ['1.申请人无正当理由逾期不补正', null]
    ] as const) {
      const { found, values } = spread(first, second);
      expect(found.cells).toEqual(values);
      expect(found.issues).toEqual([]);
    }
  });

  it('is refused when they may belong to another row', () => {
    const { found } = spread('1.申请人无正当理由逾期不补正', '');
    expect(Object.keys(found.cells).filter((id) => id.startsWith('t3.closed-no-correction'))).toEqual([]);
    expect(told(found)).toContainEqual(['row.missing', 't3.closed-no-correction']);
    expect(found.issues.map(({ code }) => code)).toContain('row.unrecognised');
  });
});

describe('two reports in one file', () => {
  it('are parted when their tables do not overlap', () => {
    const lines = (year: string, parts: readonly number[]) => {
      const { printed } = sample({}, '2021', [`小沙街道${year}年政府信息公开工作年度报告`]);
      printed.parts = printed.parts.filter((_, index) => parts.includes(index));
      return textOf(printed, TEXT_LAYOUTS['cells behind tabs'] ?? (() => []));
    };
    const reports = reportsOf(`${lines('2022', [0])}\n${lines('2023', [1, 2])}`);
    expect(reports.map(({ year }) => year)).toEqual([2022, 2023]);
    expect(reports.map(({ cells }) => new Set(Object.keys(cells).map((id) => id.slice(0, 2))))).toEqual([
      new Set(['t2']),
      new Set(['t3', 't4'])
    ]);
  });
});

describe('text that does not keep its empty cells', () => {
  const bare = TEXT_LAYOUTS['bare lines'] ?? (() => []);
  const LOST = 't3.denied-secret.person';
  const row = (id: CellId) => id.slice(0, id.lastIndexOf('.'));
  const linesWith = (changes: Record<CellId, string>, after: string, foreign: string) => {
    const { printed } = sample(changes);
    const lines = textOf(printed, bare)
      .split('\n')
      .filter((line) => line !== '');
    const at = lines.findIndex((line) => line.includes(after));
    lines.splice(at + 4, 0, foreign);
    return lines.join('\n');
  };

  it.each(['- 8 -', '— 8 —', '第8页', '3/5', '第 8 页 共 10 页'])('never takes %j for a figure', (mark) => {
    const whole = only(reportsOf(linesWith({}, '属于国家秘密', mark)));
    expect(whole.issues).toEqual([]);
    expect(whole.cells).toEqual(sample().values);
    const found = only(reportsOf(linesWith({ [LOST]: '' }, '属于国家秘密', mark)));
    expect(Object.keys(found.cells).filter((id) => row(id) === row(LOST))).toEqual([]);
    expect(told(found)).toContainEqual(['row.cell-count', row(LOST)]);
  });

  it.each(['8', ''])('believes no row by its count alone once another has lost cells: %j', (foreign) => {
    const changes = { [LOST]: '', 't3.denied-law.person': '', 't3.denied-law.total': '90909' };
    const found = only(reportsOf(linesWith(changes, '属于国家秘密', foreign)));
    expect(Object.keys(found.cells).filter((id) => row(id) === row(LOST))).toEqual([]);
  });
});

describe('figures in lines of text behind a line of words', () => {
  it('leave no blanks in the row above, whose they may be', () => {
    const { printed } = sample({}, '2021');
    const text = textOf(printed, TEXT_LAYOUTS['cells behind tabs'] ?? (() => []));
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.includes('申请人无正当理由逾期不补正'));
    lines[at] = '\t1.申请人无正当理由逾期不补正、';
    const blanks = Array.from({ length: 7 }, () => '\t');
    lines.splice(at + 1, 0, ...blanks, '', '\t', '\t', '\t行政机关不再处理其政府信息公开申请');
    const found = only(reportsOf(lines.join('\n')));
    expect(Object.keys(found.cells).filter((id) => id.startsWith('t3.closed-no-correction.'))).toEqual([]);
    expect(told(found)).toContainEqual(['row.missing', 't3.closed-no-correction']);
  });

  it('are not believed in table 4 when another table has lost cells', () => {
    const { printed } = sample({ 't3.denied-secret.person': '', 't4.review.pending': '' }, '2021');
    const lines = textOf(printed, TEXT_LAYOUTS['bare lines'] ?? (() => []))
      .split('\n')
      .filter((line) => line !== '');
    const end = lines.findIndex((line) => line.startsWith('五、'));
    lines.splice(end - 12, 0, '8');
    const found = only(reportsOf(lines.join('\n')));
    expect(Object.keys(found.cells).filter((id) => id.startsWith('t4.'))).toEqual([]);
    expect(told(found)).toContainEqual(['row.columns-unsure', 't4']);
  });
});

describe('a short row beside a column of remarks', () => {
  it('is refused', () => {
    const { printed, three, values } = sample();
    three[0]?.push({ text: '备注', rowSpan: 3 });
    for (const row of three.slice(3)) row.push({ text: '' });
    const row = rowOf(three, '2.重复申请');
    row.splice(1, 1);
    row.splice(-1, 1, { text: '1' });
    const found = ofGrid(printed);
    const wrong = Object.entries(found.cells).filter(([id, value]) => values[id] !== value);
    expect(wrong).toEqual([]);
    expect(told(found)).toEqual([['row.columns-unsure', 't3.rejected-duplicate']]);
  });
});

describe('a title with a range of years', () => {
  it('leaves the year open and gives none of it to the unit', () => {
    const { printed } = sample({}, '2021', ['小沙街道2022-2023年政府信息公开工作年度报告']);
    const found = ofGrid(printed);
    expect(found.unit).toBe('小沙街道');
    expect(found.issues.map(({ code }) => code)).toContain('title.year-undecided');
  });
});

describe('a sheet that is wider than table 3', () => {
  const blanks = (count: number) => Array.from({ length: count }, () => ({ text: '' }));

  it.each([
    ['a figure', '3', 6, [['table.cell-count', undefined]]],
    ['nothing, one cell too wide', '', 7, [['table.cell-count', undefined]]],
    ['nothing', '', 6, []]
  ])('makes up for no cell that a merged one takes away, which holds %s', (_, text, columnSpan, issues) => {
    const { printed, three, values } = sample();
    for (const row of three.slice(3)) row.splice(-7, 6, { text, columnSpan });
    for (const row of three) row.push(...blanks(5));
    const found = ofGrid(printed);
    expect(Object.entries(found.cells).filter(([id, value]) => value !== null && values[id] !== value)).toEqual([]);
    expect(told(found)).toEqual(issues);
  });

  it('ends it no later, where its header and its rows are not of one width', () => {
    const { printed, three, values } = sample();
    for (const row of three.slice(3)) {
      for (const cell of row.slice(-7, -1)) cell.text = '';
      row.splice(-7, 0, { text: '' });
    }
    for (const row of three) row.push(...blanks(5));
    const found = ofGrid(printed);
    expect(Object.entries(found.cells).filter(([id, value]) => value !== null && values[id] !== value)).toEqual([]);
  });
});

describe('what touches a figure in a row written in one line', () => {
  const lines = (value: string) => {
    const { printed, values } = sample({ 't2.fees.amount': value, 't3.granted.company': value });
    return { values, found: only(reportsOf(textOf(printed, TEXT_LAYOUTS['rows with spaces'] ?? (() => [])))) };
  };

  it.each([
    '3*',
    '≈5',
    '12%',
    '5.',
    '.5',
    '"5"',
    "'5",
    '[5]',
    '(5)',
    '5√',
    '￥5',
    '#DIV/0!',
    '约5',
    '增加5',
    'l2',
    '1,2'
  ])('is not cut off: %s', (value) => {
    const { found } = lines(value);
    expect(found.cells).not.toHaveProperty(['t2.fees.amount']);
    expect(found.cells).not.toHaveProperty(['t3.granted.company']);
    expect(found.issues).not.toEqual([]);
  });

  it('leaves the others of its row as they are', () => {
    const { found, values } = lines('3*');
    const missing = Object.keys(values).filter((id) => !(id in found.cells));
    expect(missing).toEqual(['t2.fees.amount', 't3.granted.company']);
  });

  it('may be a word of counting, or the number of the next label', () => {
    const { printed, values } = sample({ 't3.granted.company': '3起' });
    const rows = textOf(printed, TEXT_LAYOUTS['rows with spaces'] ?? (() => [])).replace('2.重复申请', '(2)重复申请');
    const found = only(reportsOf(rows));
    expect(found.cells).toEqual({ ...values, 't3.granted.company': 3 });
  });
});

describe('figures with nothing but commas between them', () => {
  it('are not joined to thousands', () => {
    const { printed, values } = sample();
    const rows = (table: PrintedTable) => table.map((row) => row.map(({ text }) => text).join(','));
    const found = only(reportsOf(textOf(printed, rows)));
    expect(Object.entries(found.cells).filter(([id, value]) => values[id] !== value)).toEqual([]);
  });
});
