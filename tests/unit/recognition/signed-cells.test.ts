import { describe, expect, it } from 'vitest';
import { htmlBlocks } from '../../../src/lib/documents/html.ts';
import { blocksOfText } from '../../../src/lib/documents/txt.ts';
import { recognise } from '../../../src/lib/recognition/recognise.ts';
import { blocksOf, printReport, TEXT_LAYOUTS, textOf } from './print-report.ts';
import { asText, randomValues } from './random-values.ts';

const values = randomValues('2021', 7);
const TITLE = ['小沙街道2023年政府信息公开工作年度报告'];

/** A cell's text as a reader gives it, from a page's markup. */
function cellOfPage(markup: string): string {
  const [table] = htmlBlocks(`<table><tr><td>本年新收</td><td>${markup}</td></tr></table>`);
  return table?.kind === 'table' ? (table.cells[1]?.text ?? '') : '';
}

describe.each([
  ['a picture', '<img src="12.png">', 'cell.picture'],
  ['a struck figure before another', '<s>12</s>13', 'cell.struck'],
  ['a struck figure alone', '<s>1</s>', 'cell.struck'],
  ['white figures', '<font color="white">77</font>6', 'cell.pale'],
  ['a figure that may be hidden', '<link rel="stylesheet" href="a.css"><i class="hide">7</i>6', 'cell.doubted'],
  ['a number of a list', '<ol><li>5</li></ol>', 'cell.listed'],
  ['a raised mark', '5<sup>1</sup>', 'cell.raised']
])('a cell with %s', (_, markup, code) => {
  const text = cellOfPage(markup);
  const printed = printReport('2021', { ...asText(values), 't3.new.person': text }, TITLE);

  it('is named with its place, and no figure is taken', () => {
    const [report] = recognise({ format: 'html', blocks: blocksOf(printed) }, 'x.html').reports;
    expect(report?.cells).not.toHaveProperty(['t3.new.person']);
    expect(report?.issues).toEqual([
      { code, cell: 't3.new.person', place: { table: 2, row: 4, column: 4 }, values: { raw: text } }
    ]);
  });

  it.each(Object.keys(TEXT_LAYOUTS))('is never taken for a figure in lines of text: %s', (name) => {
    const blocks = blocksOfText(textOf(printed, TEXT_LAYOUTS[name] ?? (() => [])));
    const [report] = recognise({ format: 'docx', blocks }, 'x.docx').reports;
    expect(report?.cells['t3.new.person']).toBeUndefined();
    expect(report?.issues.length).toBeGreaterThan(0);
    for (const [id, value] of Object.entries(report?.cells ?? {}))
      expect({ id, value }).toEqual({ id, value: values[id] });
  });
});

describe('a cell that stores what it does not show', () => {
  const blank = { ...asText(values), 't3.new.person': '', 't3.new.total': '' };
  const printed = printReport('2021', blank, TITLE);
  /** The report with something behind blank cells, by their place in table 3's first row or anywhere in table 4. */
  const behind = (stored: string, isAt: (table: number, row: number, column: number) => boolean) => {
    const blocks = blocksOf(printed).map((block) => {
      if (block.kind !== 'table') return block;
      const cells = block.cells.map((cell) => {
        const { table = 0, row = 0, column = 0 } = cell.place;
        return isAt(table, row, column) ? { ...cell, text: '', unshown: stored } : cell;
      });
      return { ...block, cells };
    });
    return recognise({ format: 'xlsx', blocks }, 'x.xlsx').reports[0];
  };
  const place = { table: 2, row: 4, column: 4 };
  const isFirst = (table: number, row: number, column: number) => table === 2 && row === 4 && column === 4;

  it('is blank as it is seen when it stores a zero, and said so', () => {
    const report = behind('0', isFirst);
    expect(report?.cells['t3.new.person']).toBeNull();
    expect(report?.issues).toEqual([{ code: 'cell.zero-unshown', cell: 't3.new.person', place, values: { raw: '0' } }]);
  });

  it('gives no figure when it stores another', () => {
    const report = behind('77', isFirst);
    expect(report?.cells).not.toHaveProperty(['t3.new.person']);
    expect(report?.issues).toEqual([{ code: 'cell.unshown', cell: 't3.new.person', place, values: { raw: '77' } }]);
  });

  it('is named by its table when most of them store zeros', () => {
    const report = behind('0', (table, row) => table === 3 && row === 4);
    expect(report?.issues).toMatchObject([{ code: 'table.zeros-unshown', values: { table: 4, count: 15 } }]);
    expect(Object.entries(report?.cells ?? {}).filter(([id, value]) => id.startsWith('t4.') && value !== null)).toEqual(
      []
    );
  });
});
