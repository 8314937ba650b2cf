import { describe, expect, it } from 'vitest';
import { cellsOfLayout } from '../../../src/lib/form/form.ts';
import { recognise } from '../../../src/lib/recognition/recognise.ts';
import { blocksOf, printReport, type PrintedCell, type PrintedTable } from './print-report.ts';

/** Labels of which every line is a row by itself, as in a table whose rows are told by their height alone. */

function sample() {
  const ids = cellsOfLayout('2021').map(({ id }) => id);
  const texts = Object.fromEntries(ids.map((id, index) => [id, String(index % 7)]));
  const printed = printReport('2021', texts, ['小沙街道2023年政府信息公开工作年度报告']);
  const three = printed.parts[1]?.table;
  if (!three) throw new Error('no table 3');
  const read = () => {
    const { reports } = recognise({ format: 'pdf', blocks: blocksOf(printed) }, 'x.pdf');
    const [report] = reports;
    if (!report || reports.length > 1) throw new Error('not one report');
    return report;
  };
  return { ids, texts, printed, three, read };
}

/** The row whose last words are `label`, its place in the table and where those words stand. */
function find(table: PrintedTable, label: string): { at: number; row: PrintedCell[]; column: number } {
  const at = table.findIndex((row) => row.some(({ text }) => text.includes(label)));
  const row = table[at];
  if (!row) throw new Error(`no row ${label}`);
  return { at, row, column: row.findIndex(({ text }) => text.includes(label)) };
}

/** Writes the label's words in rows of their own; the figures stay in the row of those at `own`. */
function breakRow(table: PrintedTable, label: string, words: readonly string[], own: number): void {
  const { at, row, column } = find(table, label);
  const rows = words.map((text, index) =>
    row.map((cell, position) => {
      if (position === column) return { ...cell, text };
      return index === own || position < column ? { ...cell, ...(index === 0 ? {} : { rowSpan: 1 }) } : { text: '' };
    })
  );
  const added = rows.slice(1).map((cells) => cells.slice(column));
  const [first] = rows;
  if (!first) throw new Error('no words');
  // What spans the row spans its lines.
  for (const cells of table.slice(0, at + 1)) {
    for (const cell of cells) {
      const from = table.indexOf(cells);
      if ((cell.rowSpan ?? 1) > 1 && from + (cell.rowSpan ?? 1) > at) cell.rowSpan = (cell.rowSpan ?? 1) + added.length;
    }
  }
  for (const cell of first.slice(0, column)) {
    if ((cell.rowSpan ?? 1) > 1) cell.rowSpan = (cell.rowSpan ?? 1) + added.length;
  }
  table.splice(at, 1, first, ...added);
}

describe('a label in several rows', () => {
  it('is put together when it is a column of the form', () => {
    const { ids, texts, three, read } = sample();
    const names = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
    const { at, row } = find(three, '商业企业');
    const lines = [2, 0].map((cut) =>
      row.map((cell) =>
        names.includes(cell.text) ? { ...cell, text: cut === 2 ? cell.text.slice(0, -1) : cell.text.slice(-1) } : cell
      )
    );
    for (const cells of three.slice(0, at)) {
      for (const cell of cells) if ((cell.rowSpan ?? 1) > 1) cell.rowSpan = (cell.rowSpan ?? 1) + 1;
    }
    three.splice(at, 1, ...lines);
    const report = read();
    expect(Object.keys(report.cells)).toHaveLength(ids.length);
    for (const id of ids) expect(report.cells[id], id).toBe(Number(texts[id]));
    expect(report.issues).toEqual([]);
  });

  it.each([0, 1, 2])('is put together when it is a row of the form, the figures beside line %i', (own) => {
    const { ids, texts, three, read } = sample();
    breakRow(three, '要求行政机关确认', ['5.要求行政机关', '确认或重新出具', '已获取信息'], own);
    const report = read();
    for (const id of ids) expect(report.cells[id], id).toBe(Number(texts[id]));
    expect(report.issues).toEqual([]);
  });

  it('is no blank row when other words with figures stand right below it', () => {
    const { three, read } = sample();
    breakRow(three, '保护第三方', ['4.保护第三方合法权', '及其他利'], 1);
    const report = read();
    expect(Object.keys(report.cells).filter((id) => id.startsWith('t3.denied-third-party.'))).toEqual([]);
    expect(report.issues.map(({ code }) => code)).toContain('row.missing');
  });
});

describe('labels that run together', () => {
  it('are taken apart when they are as many as the columns they stand over', () => {
    const { ids, texts, three, read } = sample();
    const { at, row } = find(three, '商业企业');
    three[at] = [{ text: row.map(({ text }) => text).join(''), columnSpan: row.length }];
    const report = read();
    for (const id of ids) expect(report.cells[id], id).toBe(Number(texts[id]));
    expect(report.issues).toEqual([]);
  });

  it('are left together, and the table is refused, when they are fewer', () => {
    const { three, read } = sample();
    const { at, row } = find(three, '商业企业');
    three[at] = [{ text: '商业企业科研机构', columnSpan: 3 }, ...row.slice(3)];
    expect(read().issues.map(({ code }) => code)).toEqual(['table.columns-unknown']);
  });
});

describe('the blocks of table 4, each over one column only', () => {
  const four = (order: readonly [string, number][][]) => {
    const { ids, texts, printed, read } = sample();
    const part = printed.parts[2];
    if (!part) throw new Error('no table 4');
    const results = part.table.find((row) => row.length === 10) ?? [];
    const at = (words: readonly [string, number][]) =>
      Array.from({ length: 15 }, (_, column) => ({ text: words.find(([, place]) => place === column)?.[0] ?? '' }));
    part.table = [...order.map(at), [...results, ...results.slice(5)], part.table.at(-1) ?? []];
    return { report: read(), ids: ids.filter((id) => id.startsWith('t4.')), texts };
  };

  it('are told from left to right, whatever row they stand in', () => {
    const { report, ids, texts } = four([
      [['行政诉讼', 10]],
      [
        ['行政复议', 2],
        ['未经复议直接起诉', 7],
        ['复议后起诉', 12]
      ]
    ]);
    for (const id of ids) expect(report.cells[id], id).toBe(Number(texts[id]));
  });

  it('are not believed where one stands over the columns of another', () => {
    const { report, ids } = four([
      [
        ['行政复议', 2],
        ['行政诉讼', 9]
      ],
      [
        ['未经复议直接起诉', 4],
        ['复议后起诉', 12]
      ]
    ]);
    expect(ids.filter((id) => id in report.cells)).toEqual([]);
  });
});
