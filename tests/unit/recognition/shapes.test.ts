import { describe, expect, it } from 'vitest';
import { blocksOfText } from '../../../src/lib/documents/txt.ts';
import { cellsOfLayout, type CellId } from '../../../src/lib/form/form.ts';
import { recognise } from '../../../src/lib/recognition/recognise.ts';
import type { Report } from '../../../src/lib/report/report.ts';
import { blocksOf, printReport, TEXT_LAYOUTS, textOf, type PrintedReport, type PrintedTable } from './print-report.ts';

/** What stands beside the form's own figures in real reports, and must neither be taken for one nor hide one. */

const TITLE = ['小沙街道2023年政府信息公开工作年度报告'];

/** Every row and block adds up: 7 a total, 1 to 6 before it, so that no two columns of a row are alike. */
function figures(): Record<CellId, string> {
  const parts: Record<string, string> = {
    person: '1',
    company: '2',
    research: '3',
    charity: '4',
    legal: '5',
    other: '6'
  };
  const results: Record<string, string> = { upheld: '2', corrected: '3', other: '4', pending: '5' };
  return Object.fromEntries(
    cellsOfLayout('2021').map(({ id, table, column }) => {
      if (table === 3) return [id, parts[column] ?? '21'];
      return [id, table === 4 ? (results[column] ?? '14') : '9'];
    })
  );
}

function sample(changes: Record<CellId, string> = {}) {
  const texts = { ...figures(), ...changes };
  const printed = printReport('2021', texts, TITLE);
  const [two, three, four] = printed.parts.map(({ table }) => table);
  if (!two || !three || !four) throw new Error('a table is missing');
  const values = Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, text === '' ? null : Number(text)]));
  return { values, printed, two, three, four };
}

function only(reports: readonly Report[]): Report {
  expect(reports).toHaveLength(1);
  if (!reports[0]) throw new Error('no report');
  return reports[0];
}
const ofText = (text: string) => only(recognise({ format: 'txt', blocks: blocksOfText(text) }, 'x.txt').reports);
const ofLayout = (printed: PrintedReport, name: string) => {
  const print = TEXT_LAYOUTS[name];
  if (!print) throw new Error(`no layout ${name}`);
  return ofText(textOf(printed, print));
};
/** Lines of text that lose every empty cell. */
const ofBareLines = (printed: PrintedReport) =>
  ofText(
    textOf(printed, TEXT_LAYOUTS['bare lines'] ?? (() => []))
      .split('\n')
      .filter((line) => line.trim() !== '')
      .join('\n')
  );
const ofGrid = (printed: PrintedReport) =>
  only(recognise({ format: 'docx', blocks: blocksOf(printed) }, 'x.docx').reports);
const told = ({ issues }: Report) => issues.map(({ code, cell, values }) => [code, cell ?? values?.['row']]);
const wrongIn = ({ cells }: Report, values: Record<CellId, number | null>) =>
  Object.entries(cells).filter(([id, value]) => values[id] !== value);

function rowOf(table: PrintedTable, label: string) {
  const row = table.find((cells) => cells.some(({ text }) => text.includes(label)));
  if (!row) throw new Error(`no row ${label}`);
  return row;
}
/** A column before the figures of table 3, with its header. */
function withColumn(three: PrintedTable, header: string, cell: (row: number) => string): void {
  three[0]?.splice(1, 0, { text: header, rowSpan: 3 });
  for (const [index, row] of three.slice(3).entries()) row.splice(row.length - 7, 0, { text: cell(index + 1) });
}

describe('a column of line numbers', () => {
  it.each(['', '行次'])('never passes for the figure of a row that lost a blank, under the header %j', (header) => {
    const { printed, three, values } = sample({ 't3.partial.company': '', 't3.granted.total': '' });
    withColumn(three, header, String);
    const found = ofBareLines(printed);
    expect(wrongIn(found, values)).toEqual([]);
    expect(told(found)).toContainEqual(['row.cell-count', 't3.partial']);
    expect(told(found)).toContainEqual(['row.cell-count', 't3.granted']);
    expect(Object.keys(found.cells).filter((id) => id.startsWith('t3.new.'))).toHaveLength(7);
  });

  it('that does not go up is no such column: the table is refused, with one issue for its rows', () => {
    const { printed, three } = sample();
    withColumn(three, '编号', (row) => String((row * 7) % 10));
    const found = ofGrid(printed);
    expect(Object.keys(found.cells).filter((id) => id.startsWith('t3.'))).toEqual([]);
    expect(found.issues).toMatchObject([
      { code: 'table.cell-count', values: { table: 3, expected: 7, found: 8, count: 25 } }
    ]);
  });
});

describe('numbers that may be of lines', () => {
  const bareTwo = (two: PrintedTable, before: (row: number) => string) => {
    let count = 0;
    for (const row of two) {
      if (row[0]?.text === '信息内容') row.unshift({ text: '序号' });
      else if (row.length > 1) row.unshift({ text: before(++count) });
    }
  };

  it('before the labels of table 2 never pass for a lost figure', () => {
    const { printed, two, values } = sample({ 't2.normative.issued': '3', 't2.penalty.decisions': '' });
    bareTwo(two, String);
    const found = ofBareLines(printed);
    expect(wrongIn(found, values)).toEqual([]);
    expect(found.cells).not.toHaveProperty(['t2.penalty.decisions']);
  });

  it('are not told by figures that end in them by chance', () => {
    const { printed, three, values } = sample({ 't3.granted.total': '4', 't3.partial.total': '5' });
    withColumn(three, '序号', (row) => (row === 9 ? 'x' : String(row)));
    const found = ofBareLines(printed);
    expect(wrongIn(found, values)).toEqual([]);
    expect(found.issues).not.toEqual([]);
  });
});

describe('a column of units', () => {
  it('with a unit of money binds its row', () => {
    const at = (unit: string, header: string) => {
      const { printed, two } = sample({ 't2.fees.amount': '250000' });
      rowOf(two, '行政事业性收费').splice(1, 0, { text: unit });
      const cell = rowOf(two, '本年收费金额').at(-1);
      if (cell) cell.text = header;
      rowOf(two, '本年收费金额').splice(1, 0, { text: '单位' });
      return ofGrid(printed);
    };
    expect(at('元', '本年收费金额').cells['t2.fees.amount']).toBe(25);
    expect(at('万元', '本年收费金额（单位：万元）').cells['t2.fees.amount']).toBe(250000);
    const contradicted = at('元', '本年收费金额（单位：万元）');
    expect(told(contradicted)).toContainEqual(['cell.unit-unknown', 't2.fees.amount']);
    expect(contradicted.cells).not.toHaveProperty(['t2.fees.amount']);
  });

  it('does not hide a blank: 件 alone where a figure should be', () => {
    const { printed, values } = sample({ 't3.partial.company': '件' });
    for (const found of [ofGrid(printed), ofLayout(printed, 'rows with tabs'), ofBareLines(printed)]) {
      expect(wrongIn(found, { ...values, 't3.partial.company': null })).toEqual([]);
      expect(found.issues.length).toBeGreaterThan(0);
    }
  });
});

describe('table 4 written downwards', () => {
  const LABELS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const downwards = (four: PrintedTable): PrintedTable =>
    ['行政复议', '未经复议直接起诉', '复议后起诉'].flatMap((block, at) =>
      LABELS.map((label, index) => [
        ...(index === 0 ? [{ text: block, rowSpan: 5 }] : []),
        { text: label },
        { text: four[3]?.[at * 5 + index]?.text ?? '' }
      ])
    );

  it('is read, blanks included, and a result that is missing is named', () => {
    const { printed, values, four } = sample({ 't4.suit.other': '', 't4.suit.total': '10' });
    const table = downwards(four);
    printed.parts[2] = { heading: printed.parts[2]?.heading ?? [], table };
    expect(ofGrid(printed)).toMatchObject({ cells: values, issues: [] });
    table.splice(8, 1);
    const [block] = table[5] ?? [];
    if (block) block.rowSpan = 4;
    const found = ofGrid(printed);
    expect(told(found)).toEqual([['cell.missing', 't4.suit.pending']]);
    expect(wrongIn(found, values)).toEqual([]);
  });

  it('is not made of the ordinary table when only one figure of it is left', () => {
    const empty = Object.fromEntries(Object.keys(figures()).flatMap((id) => (id.startsWith('t4.') ? [[id, '']] : [])));
    const { printed } = sample({ ...empty, 't4.review.total': '3' });
    const found = ofBareLines(printed);
    expect(Object.keys(found.cells).filter((id) => id.startsWith('t4.'))).toEqual([]);
    expect(found.issues).not.toEqual([]);
  });
});

describe('a blank and a foreign figure in one row of text that loses blanks', () => {
  it.each([
    ['behind the figures', 7],
    ['before them', 0]
  ])('is said to be unsure: %s', (_, at) => {
    const { printed, three } = sample({ 't3.partial.charity': '' });
    const row = rowOf(three, '部分公开');
    row.splice(row.length - 7 + at, 0, { text: '8' });
    const found = ofBareLines(printed);
    expect(told(found)).toEqual([['row.layout-unsure', 't3.partial']]);
  });

  it('is said of a block of table 4', () => {
    const { printed, four } = sample({ 't4.review.other': '' });
    four[3]?.push({ text: '8' });
    expect(ofBareLines(printed).issues.map(({ code }) => code)).toContain('row.layout-unsure');
  });

  it('is not suspected where the cells have borders, or where most rows do not add up', () => {
    const { printed } = sample({ 't3.partial.total': '22' });
    expect(ofGrid(printed).issues).toEqual([]);
    expect(ofLayout(printed, 'cells behind tabs').issues).toEqual([]);
    const totals = Object.fromEntries(
      Object.keys(figures()).flatMap((id) => (id.endsWith('.total') ? [[id, '99']] : []))
    );
    expect(ofBareLines(sample(totals).printed).issues).toEqual([]);
  });
});

describe('prose that reads like a row', () => {
  it('is no second row, and what it states is held against the table', () => {
    const { printed, values } = sample();
    printed.parts[1]?.heading.push('一、本年新收政府信息公开申请数量5件');
    printed.parts[2]?.heading.push('行政复议 3 件');
    for (const found of [ofGrid(printed), ofBareLines(printed), ofLayout(printed, 'rows with spaces')]) {
      expect(found).toMatchObject({ cells: values, issues: [] });
      expect(found.claims.map(({ claim, value }) => [claim, value])).toContainEqual(['new', 5]);
    }
  });

  it('that fits the table as well as the row does is told, and neither is taken', () => {
    const { printed } = sample();
    printed.parts[2]?.heading.unshift('2.重复申请 1 2 3 4 5 6 22');
    const found = ofBareLines(printed);
    expect(told(found)).toContainEqual(['row.doubled', 't3.rejected-duplicate']);
    expect(found.cells).not.toHaveProperty(['t3.rejected-duplicate.person']);
  });
});

describe('reports that follow one another without a title', () => {
  it('are not mixed: nothing is taken', () => {
    const one = sample().printed;
    const other = sample({ 't3.new.person': '2', 't3.new.total': '22' }).printed;
    const parts = [...one.parts.slice(0, 2), ...other.parts.slice(1)];
    for (const found of [ofGrid({ ...one, parts }), ofBareLines({ ...one, parts })]) {
      expect(found.cells).toEqual({});
      expect(found.issues).toEqual([{ code: 'report.mixed', values: { table: 3 } }]);
    }
  });

  it('with the same table 3 twice are read, and the table told once', () => {
    const { printed, values } = sample();
    const parts = [...printed.parts.slice(0, 2), ...printed.parts.slice(1)];
    const found = ofGrid({ ...printed, parts });
    expect(found.cells).toEqual(values);
    expect(found.issues).toMatchObject([{ code: 'table.doubled', values: { table: 3, count: 2 } }]);
  });
});

describe('a column of remarks', () => {
  const withRemarks = (remark: (row: number) => string) => {
    const { printed, three, values } = sample();
    three[0]?.push({ text: '备 注', rowSpan: 3 });
    for (const [index, row] of three.slice(3).entries()) row.push({ text: remark(index) });
    return { found: ofGrid(printed), values };
  };

  it('is passed over where it holds words', () => {
    const { found, values } = withRemarks((row) => (row % 3 === 0 ? '含上年转来' : ''));
    expect([found.cells, found.issues]).toEqual([values, []]);
  });

  it('is not where it holds a figure, which may be the last of a row that was shifted', () => {
    const { found, values } = withRemarks((row) => (row === 4 ? '12' : ''));
    expect(wrongIn(found, values)).toEqual([]);
    expect(told(found)).toEqual([['row.cell-count', 't3.denied-secret']]);
  });
});

describe('columns made one in all rows', () => {
  const merged = (text: string) => {
    const { printed, three, values } = sample();
    for (const row of three.slice(3)) row.splice(row.length - 7, 6, { text, columnSpan: 6 });
    return { found: ofGrid(printed), values };
  };

  it('are blank each where they are left blank, and the total beside them is read', () => {
    const { found, values } = merged('');
    expect(wrongIn(found, values).every(([id, value]) => value === null && id.startsWith('t3.'))).toBe(true);
    expect(found.cells['t3.new.total']).toBe(21);
    expect([Object.keys(found.cells).length, found.issues]).toEqual([200, []]);
  });

  it('give no figure where they hold one', () => {
    const { found, values } = merged('21');
    expect(wrongIn(found, values)).toEqual([]);
    expect(found.cells).not.toHaveProperty(['t3.new.total']);
  });
});
