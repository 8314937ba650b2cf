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

  it('that is stated nowhere is asked for, unless nothing was charged', () => {
    expect(told(withHeader('本年收费金额', '250000'))).toEqual([['cell.unit-unknown', 't2.fees.amount']]);
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
