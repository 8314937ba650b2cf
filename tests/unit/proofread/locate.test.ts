import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBlocks } from '../../../src/lib/documents/read-blocks.ts';
import { excerptAt, type Excerpt } from '../../../src/lib/proofread/excerpt.ts';
import { bandOf } from '../../../src/lib/proofread/page-band.ts';
import { locateCells } from '../../../src/lib/recognition/locate-cells.ts';
import { parseCellValue } from '../../../src/lib/recognition/cell-value.ts';
import { recognise } from '../../../src/lib/recognition/recognise.ts';
import { cellOf } from '../../../src/lib/form/form.ts';

function marked(excerpt: Excerpt | null): string | undefined {
  if (excerpt?.kind === 'rows') return excerpt.rows.flat().find((cell) => cell.marked)?.text;
  return excerpt?.lines.map((line) => line.marked).find((text) => text !== '');
}

test.each(['doc-report/report.doc', 'odt-report/report.odt', 'rtf-report/report.rtf', 'xlsx-report/report.xlsx'])(
  'every cell that was read is found again with its own text: %s',
  async (name) => {
    const content = await readBlocks(new Uint8Array(readFileSync(`tests/fixtures/documents/${name}`)));
    const { reports } = recognise(content, 'report');
    const sites = locateCells(content);
    expect(sites).toHaveLength(reports.length);
    for (const [index, { cells }] of reports.entries()) {
      expect(Object.keys(cells).length).toBeGreaterThan(100);
      for (const [cell, value] of Object.entries(cells)) {
        const site = sites[index]?.get(cell);
        expect(site?.text, cell).toBeTypeOf('string');
        if (!site || site.text === null) continue;
        expect(parseCellValue(site.text, cellOf(cell).kind, '万元').value, cell).toBe(value);
        const excerpt = excerptAt(content.blocks, site.place, site.text);
        if (site.text.trim() !== '') expect(marked(excerpt)?.trim(), cell).toBe(site.text.trim());
      }
    }
  }
);

const grid = (row: number, column: number, text: string, rowSpan = 1) => {
  return { row, column, rowSpan, columnSpan: 1, text, place: { table: 1, row: row + 1, column: column + 1 } };
};

test('an excerpt shows the rows next to the cell, spans cut to what is shown', () => {
  const cells = [grid(0, 0, '甲', 4), ...[0, 1, 2, 3].map((row) => grid(row, 1, `<b>${row}</b>`))];
  const table = { kind: 'table', rows: 4, columns: 2, cells, place: { table: 1 } } as const;
  const excerpt = excerptAt([table], { table: 1, row: 3, column: 2 }, '<b>2</b>');
  expect(excerpt).toEqual({
    kind: 'rows',
    rows: [
      [
        { text: '甲', marked: false, rowSpan: 3, columnSpan: 1 },
        { text: '<b>1</b>', marked: false, rowSpan: 1, columnSpan: 1 }
      ],
      [{ text: '<b>2</b>', marked: true, rowSpan: 1, columnSpan: 1 }],
      [{ text: '<b>3</b>', marked: false, rowSpan: 1, columnSpan: 1 }]
    ]
  });
});

test('with one cell a line the excerpt begins no later than at the row’s label', () => {
  const texts = [
    '一、本年新收',
    '二、上年结转',
    '',
    ...['1', '', '0', '', '0', '', '0', '', '0', '', '0', '', '1'],
    '三'
  ];
  const blocks = texts.map((text, at) => ({ kind: 'paragraph', text, place: { line: at + 1 } }) as const);
  const last = excerptAt(blocks, { line: 16 }, '1');
  expect(last?.kind === 'lines' && last.lines[0]?.before).toBe('二、上年结转');
  expect(marked(last)).toBe('1');
  const alone = excerptAt(blocks.slice(3, 16), { line: 16 }, '1');
  expect(alone?.kind === 'lines' && alone.lines).toHaveLength(4);
});

test('in a line the cell is marked when it stands there once, else the whole line', () => {
  const line = (text: string, number: number) => ({ kind: 'paragraph', text, place: { line: number } }) as const;
  const blocks = [line('规章 12 3', 1), line('7 7 7', 2)];
  expect(excerptAt(blocks, { line: 1 }, '12')).toMatchObject({
    lines: [
      { before: '规章 ', marked: '12', after: ' 3' },
      { before: '7 7 7', marked: '', after: '' }
    ]
  });
  expect(marked(excerptAt(blocks, { line: 2 }, '7'))).toBe('7 7 7');
  expect(excerptAt(blocks, { line: 9 }, '7')).toBeNull();
});

const at = (text: string, left: number, top: number) => ({ text, left, top, height: 10 });

test('a band of the page is the lines most like the row, also when some characters are not told', () => {
  const texts = [
    ...[at('（', 10, 60), at('六', 20, 60), at('）', 30, 60), at('0', 60, 60), at('2', 80, 60)],
    ...[at('5', 80, 100), at('（', 10, 100), at('七', 20, 101), at('）', 30, 100), at('0', 60, 100)],
    ...[at('四、结转', 10, 130), at('0', 60, 136), at('0', 80, 136), at('下年度', 10, 142)]
  ];
  expect(bandOf(texts, ['（七）总计', '0', '5'])).toEqual({ top: 100, bottom: 111 });
  expect(bandOf(texts, ['四、结转下年度', '0', '0'])).toEqual({ top: 130, bottom: 152 });
  expect(bandOf(texts, ['别的行', '8'])).toBeNull();
  expect(bandOf([], ['（七）总计'])).toBeNull();
});
