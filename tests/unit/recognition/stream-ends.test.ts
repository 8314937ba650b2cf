import { describe, expect, it } from 'vitest';
import { blocksOfText } from '../../../src/lib/documents/txt.ts';
import { cellsOfLayout, type CellId } from '../../../src/lib/form/form.ts';
import { recognise } from '../../../src/lib/recognition/recognise.ts';
import { blocksOf, printReport, TEXT_LAYOUTS, textOf, type PrintedReport } from './print-report.ts';

/** A figure that stands twice and a blank at the end of its row look like a whole row and an empty line. */

const TITLE = ['小沙街道2023年政府信息公开工作年度报告'];
const print = (changes: Record<CellId, string>) =>
  printReport('2021', { ...Object.fromEntries(cellsOfLayout('2021').map(({ id }) => [id, '0'])), ...changes }, TITLE);

function read(blocks: ReturnType<typeof blocksOf>) {
  const [report] = recognise({ format: 'txt', blocks }, 'x.txt').reports;
  if (!report) throw new Error('no report');
  const told = report.issues.map(({ code, values }) => `${code} ${String(values?.['row'] ?? values?.['table'] ?? '')}`);
  return { told, cells: (start: string) => Object.entries(report.cells).filter(([id]) => id.startsWith(start)) };
}

function linesOf(printed: PrintedReport, layout: string): string[] {
  return textOf(printed, TEXT_LAYOUTS[layout] ?? (() => [])).split('\n');
}

/** The figure that is 7 once more, on a line of its own. */
function doubled(changes: Record<CellId, string>, layout: string) {
  const lines = linesOf(print(changes), layout);
  return read(blocksOfText(lines.flatMap((line) => (/^\t?7$/.test(line) ? [line, line] : [line])).join('\n')));
}

describe.each(['bare lines', 'bare lines, rows apart', 'bare lines, spans kept'])('in %s', (layout) => {
  it.each([
    ['t3.denied-secret', { 't3.denied-secret.research': '7', 't3.denied-secret.total': '' }],
    ['t2.rules', { 't2.rules.repealed': '7', 't2.rules.in-force': '' }]
  ])('a row with another below it is refused: %s', (row, changes) => {
    const { told, cells } = doubled(changes, layout);
    expect(told.filter((each) => each.endsWith(row))).toHaveLength(1);
    expect(cells(`${row}.`)).toEqual([]);
  });
});

describe('in bare lines, rows apart', () => {
  const layout = 'bare lines, rows apart';

  it.each([
    ['t4', 't4.', { 't4.review.other': '7', 't4.suit-after-review.total': '' }],
    ['t3.carried-out', 't3.carried-out.', { 't3.carried-out.legal': '7', 't3.carried-out.total': '' }]
  ])('the last row of a table is refused when the other tables end otherwise: %s', (row, start, changes) => {
    const { told, cells } = doubled(changes, layout);
    expect(told).toEqual([`row.columns-unsure ${row}`]);
    expect(cells(start)).toEqual([]);
  });

  it('all tables may end with empty lines', () => {
    const lines = linesOf(print({}), layout).flatMap((line) =>
      /^(三、收到|四、政府|五、)/.test(line) ? ['', '', line] : [line]
    );
    expect(read(blocksOfText(lines.join('\n'))).told).toEqual([]);
  });
});

describe('a row that slipped into the header of table 3', () => {
  it('gives it no column', () => {
    const printed = print({ 't3.new.company': '5', 't3.new.total': '5' });
    const three = printed.parts[1]?.table ?? [];
    const at = three.findIndex((row) => row.some(({ text }) => text === '3.其他'));
    three.splice(2, 0, ...three.splice(at, 1));
    const { told, cells } = read(blocksOf(printed));
    expect(told).toContain('table.columns-unknown 3');
    expect(cells('t3.')).toEqual([]);
  });
});
