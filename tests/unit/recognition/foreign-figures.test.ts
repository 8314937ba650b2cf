import { describe, expect, it } from 'vitest';
import { blocksOfText } from '../../../src/lib/documents/txt.ts';
import { cellsOfLayout, type CellId, type Layout } from '../../../src/lib/form/form.ts';
import { recognise } from '../../../src/lib/recognition/recognise.ts';
import { blocksOf, printReport, TEXT_LAYOUTS, textOf } from './print-report.ts';

/** The number of a page among a row's figures, in the place of one that is blank. */

function print(changes: Record<CellId, string>, layout: Layout = '2021') {
  const zeros = Object.fromEntries(cellsOfLayout(layout).map(({ id }) => [id, '0']));
  const year = layout === '2019' ? 2019 : 2023;
  return printReport(layout, { ...zeros, ...changes }, [`小沙街道${String(year)}年政府信息公开工作年度报告`]);
}

function read(blocks: ReturnType<typeof blocksOf>) {
  const [report] = recognise({ format: 'txt', blocks }, 'x.txt').reports;
  if (!report) throw new Error('no report');
  const told = report.issues.map(({ code, cell, values }) => `${code} ${String(cell ?? values?.['row'] ?? '')}`);
  return { told, cells: (start: string) => Object.entries(report.cells).filter(([id]) => id.startsWith(start)) };
}

/** Lines of text with `3` after the line that `label` begins, and as many lines further down. */
function withPage(text: string, label: string, down = 0) {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trim().startsWith(label));
  if (at < 0) throw new Error(`no line ${label}`);
  lines.splice(at + 1 + down, 0, '3');
  return read(blocksOfText(lines.join('\n')));
}
const linesOf = (printed: ReturnType<typeof print>, layout: string) =>
  textOf(printed, TEXT_LAYOUTS[layout] ?? (() => []));

describe('the number of a page', () => {
  it.each([0, 2, 4])('is no figure where an empty line follows every cell, %i lines behind the label', (down) => {
    const printed = print({ 't3.denied-security.company': '8', 't3.denied-security.total': '' });
    const { told, cells } = withPage(linesOf(printed, 'blank line between cells'), '3.危及', down);
    expect(told.filter((each) => each.endsWith('t3.denied-security'))).toHaveLength(1);
    expect(cells('t3.denied-security.')).toEqual([]);
  });

  it('is no figure behind a line that holds all figures of the row', () => {
    const printed = print({}, '2019');
    const { told, cells } = withPage(linesOf(printed, 'labels over rows with spaces'), '行政事业性收费', 1);
    expect(told).toEqual(['row.columns-unsure t2.fees']);
    expect(cells('t2.fees.')).toEqual([]);
  });

  it('is no figure without the tab that the other cells stand behind', () => {
    const { told, cells } = withPage(linesOf(print({ 't2.penalty.decisions': '' }), 'cells behind tabs'), '行政处罚');
    expect(told).toEqual(['row.columns-unsure t2.penalty']);
    expect(cells('t2.penalty.')).toEqual([]);
  });

  it('is no figure in a cell more than the table has columns', () => {
    const printed = print({ 't2.penalty.decisions': '' });
    printed.parts[0]?.table.find(([first]) => first?.text === '行政处罚')?.splice(1, 0, { text: '3', columnSpan: 3 });
    const { told, cells } = read(blocksOf(printed));
    expect(told).toEqual(['row.columns-unsure t2.penalty']);
    expect(cells('t2.penalty.')).toEqual([]);
  });
});

describe('a figure whose label is lost', () => {
  it('is not the one of the blank row above it', () => {
    const lines = linesOf(
      print({ 't2.penalty.decisions': '', 't2.coercion.decisions': '5' }),
      'bare lines, rows apart'
    );
    const { told, cells } = read(blocksOfText(lines.replace('行政强制\n', '')));
    expect(told).toEqual(['row.columns-unsure t2.penalty', 'row.missing t2.coercion']);
    expect(cells('t2.penalty.')).toEqual([]);
  });
});
