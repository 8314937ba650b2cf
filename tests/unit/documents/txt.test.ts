import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/lib/documents/block.ts';
import { blocksOfText, readTxt } from '../../../src/lib/documents/txt.ts';

/** Paragraphs as their text, tables as their rows of cells. */
function shown(blocks: readonly Block[]): (string | string[][])[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    const rows: string[][] = Array.from({ length: block.rows }, () => []);
    for (const cell of block.cells) rows[cell.row]?.push(cell.text);
    return rows;
  });
}

const tableOf = (text: string) => shown(blocksOfText(text))[0];

describe('lines', () => {
  it('are paragraphs, with blank lines and tabs kept, whatever ends them', () => {
    expect(shown(blocksOfText('标题\r\n\r\n\t规章\n\t\n\t0\r末行'))).toEqual([
      '标题',
      '',
      '\t规章',
      '\t',
      '\t0',
      '末行'
    ]);
  });

  it('lose the marks of Markdown', () => {
    expect(shown(blocksOfText('# 年度报告\n## 一、总体情况\n**二、主动公开**\n#1 与 *号*'))).toEqual([
      '年度报告',
      '一、总体情况',
      '二、主动公开',
      '#1 与 *号*'
    ]);
    expect(tableOf('| **规章** | **3** |')).toEqual([['规章', '3']]);
  });

  it('say which line of the text they are', () => {
    expect(blocksOfText('一\n\n二').map(({ place }) => place)).toEqual([{ line: 1 }, { line: 2 }, { line: 3 }]);
  });

  it('are decoded by what the bytes are', () => {
    expect(readTxt(new TextEncoder().encode('\ufeff规章')).blocks).toEqual([
      { kind: 'paragraph', text: '规章', place: { line: 1 } }
    ]);
    expect(shown(readTxt(Uint8Array.of(0xb9, 0xe6, 0xd5, 0xc2)).blocks)).toEqual(['规章']);
  });
});

describe('rows with tabs', () => {
  it('are a table, empty cells kept, over single blank lines', () => {
    expect(tableOf('规章\t0\t\t2\n\n\t行政许可\t 7 ')).toEqual([
      ['规章', '0', '', '2'],
      ['', '行政许可', '7']
    ]);
  });

  it('keep rows left empty but for their label, and rows left empty altogether', () => {
    const text = '信息内容\t制发\t废止\n规章\t\t\n\t\t\n\t收费\t\n行政许可\t\t5\n\n单独一行';
    expect(shown(blocksOfText(text))).toEqual([
      [
        ['信息内容', '制发', '废止'],
        ['规章', '', ''],
        ['', '', ''],
        ['', '收费', ''],
        ['行政许可', '', '5']
      ],
      '',
      '单独一行'
    ]);
  });

  it('do not take in cells that stand alone behind their tab', () => {
    expect(shown(blocksOfText('规章\t0\n\t行政许可\n\t\n\t7'))).toEqual([[['规章', '0']], '\t行政许可', '\t', '\t7']);
  });

  it('say where each cell stands', () => {
    const [, table] = blocksOfText('标题\n规章\t0');
    expect(table).toMatchObject({
      kind: 'table',
      rows: 1,
      columns: 2,
      place: { line: 2, table: 1 },
      cells: [
        { row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: '规章', place: { line: 2, table: 1, row: 1, column: 1 } },
        { row: 0, column: 1, text: '0', place: { line: 2, table: 1, row: 1, column: 2 } }
      ]
    });
  });

  it('end at a line of text', () => {
    expect(shown(blocksOfText('a\tb\n说明\nc\td'))).toEqual([[['a', 'b']], '说明', [['c', 'd']]]);
  });
});

describe('pipe tables', () => {
  it.each([
    ['with outer pipes', '| 规章 | 0 | |\n| 行政许可 | | 1 |'],
    ['of full-width pipes', '｜规章｜0｜｜\n｜行政许可｜｜1｜'],
    ['of box drawing', '┌──┬──┬──┐\n│规章│0│ │\n├──┼──┼──┤\n│行政许可│ │1│\n└──┴──┴──┘'],
    ['of plus and minus', '+----+---+---+\n| 规章 | 0 |  |\n+----+---+---+\n| 行政许可 |  | 1 |\n+----+---+---+']
  ])('%s', (_, text) => {
    expect(tableOf(text)).toEqual([
      ['规章', '0', ''],
      ['行政许可', '', '1']
    ]);
  });

  it('without outer pipes keep an empty first or last cell', () => {
    expect(tableOf('规章 | 0 | 1\n | 2 | 3\n行政许可 | 4 |')).toEqual([
      ['规章', '0', '1'],
      ['', '2', '3'],
      ['行政许可', '4', '']
    ]);
  });

  it('leave out the rule under a Markdown header, and nothing else', () => {
    expect(tableOf('| 信息内容 | 数量 |\n|:---|---:|\n| 规章 | - |\n| - | -- |')).toEqual([
      ['信息内容', '数量'],
      ['规章', '-'],
      ['-', '--']
    ]);
    expect(tableOf('信息内容 | 数量\n--- | ---\n规章 | 3')).toEqual([
      ['信息内容', '数量'],
      ['规章', '3']
    ]);
  });

  it('keep escaped pipes and take <br> for a line break', () => {
    expect(tableOf('| 增\\|减 | 逾期<br/>不补正 |')).toEqual([['增|减', '逾期\n不补正']]);
  });

  it('join the lines of a row that is wrapped between two strokes', () => {
    const rule = '├────┼───┤';
    const wrapped = [
      '┌────┬───┐',
      '│甲│1│',
      rule,
      '│很长的│2│',
      '│标签│ │',
      rule,
      '│乙│3│',
      rule,
      '│丙│4│',
      rule,
      '│丁│5│'
    ].join('\n');
    expect(tableOf(wrapped)).toEqual([
      ['甲', '1'],
      ['很长的\n标签', '2'],
      ['乙', '3'],
      ['丙', '4'],
      ['丁', '5']
    ]);
  });

  it('never join two rows of figures when a stroke between them is missing', () => {
    const rule = '├──┼─┼─┤';
    const text = ['│甲│1│2│', rule, '│乙│3│4│', '│丙│5││', rule, '│丁│7│8│', rule, '│戊│9│0│'].join('\n');
    expect(tableOf(text)).toEqual([
      ['甲', '1', '2'],
      ['乙', '3', '4'],
      ['丙', '5', ''],
      ['丁', '7', '8'],
      ['戊', '9', '0']
    ]);
  });
});

describe('a sheet saved as text', () => {
  const read = (text: string) => readTxt(new TextEncoder().encode(text)).blocks;
  const sheet = (delimiter: string) =>
    [
      ['标题', '', '', ''],
      ['信息内容', '本年制发件数', '"本年\n废止件数"', '现行有效件数'],
      ['规章', '0', '', '"1,234"'],
      ['行政规范性文件', '1', '2', '3'],
      ['', '', '', ''],
      ['说明', '甲', '乙', '丙'],
      ['说明', '0', '', '4']
    ]
      .map((values) => values.join(delimiter))
      .join('\r\n');

  it.each([',', ';', '\t'])('gives lines and tables, with what stands in quotes whole, parted by %j', (delimiter) => {
    expect(shown(read(sheet(delimiter)))).toEqual([
      '标题',
      [
        ['信息内容', '本年制发件数', '本年\n废止件数', '现行有效件数'],
        ['规章', '0', '', '1,234'],
        ['行政规范性文件', '1', '2', '3']
      ],
      [
        ['说明', '甲', '乙', '丙'],
        ['说明', '0', '', '4']
      ]
    ]);
  });

  it('keeps the lines of the text as places', () => {
    const [title, table] = read(sheet(','));
    expect(title?.place).toEqual({ line: 1 });
    expect(table?.kind === 'table' && table.cells[5]?.place).toEqual({ line: 4, table: 1, row: 2, column: 2 });
  });

  it.each([
    ['prose', '收到申请5件，其中,1件\n'.repeat(9)],
    ['few rows', '规章,0,0\n'.repeat(4)],
    ['a quote that is never closed', `${'规章,0,0\n'.repeat(9)}"规章,0,0`],
    ['tabs without quotes', '规章\t0\t0\n'.repeat(9)]
  ])('is none: %s', (_, text) => {
    expect(read(text)).toEqual(blocksOfText(text));
  });
});

describe('strokes alone in their lines', () => {
  it('are no rows, and the blank lines among them stay', () => {
    expect(shown(blocksOfText('规章\n|\n0\n|\n\n|\n3\n|'))).toEqual(['规章', '0', '', '3']);
    expect(shown(blocksOfText('| 规章 | 0 |\n|\n| 甲 | 1 |'))).toEqual([[['规章', '0'], [], ['甲', '1']]]);
  });
});
