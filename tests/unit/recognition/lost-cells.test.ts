import { describe, expect, it } from 'vitest';
import { cellsOfLayout, type Layout } from '../../../src/lib/form/form.ts';
import { recognise } from '../../../src/lib/recognition/recognise.ts';
import { blocksOf, printReport, type PrintedCell, type PrintedReport, type PrintedTable } from './print-report.ts';

/** A cell lost and a foreign one gained leave a row's number of cells as it should be; all zeros, the sums show nothing. */

function sample(layout: Layout = '2021') {
  const texts = Object.fromEntries(cellsOfLayout(layout).map(({ id }) => [id, '0']));
  const printed = printReport(layout, texts, ['小沙街道2023年政府信息公开工作年度报告']);
  const [two, three, four] = printed.parts.map(({ table }) => table);
  if (!two || !three || !four) throw new Error('a table is missing');
  return { printed, two, three, four };
}

function read(printed: PrintedReport) {
  const { reports } = recognise({ format: 'docx', blocks: blocksOf(printed) }, 'x.docx');
  const [report] = reports;
  if (!report || reports.length > 1) throw new Error('not one report');
  const told = report.issues.map(({ code, values }) => `${code} ${String(values?.['row'] ?? values?.['table'] ?? '')}`);
  const cells = (start: string) => Object.entries(report.cells).filter(([id]) => id.startsWith(start));
  return { told, cells };
}

function rowOf(table: PrintedTable, label: string): PrintedCell[] {
  const row = table.find((cells) => cells.some(({ text }) => text.includes(label)));
  if (!row) throw new Error(`no row ${label}`);
  return row;
}

function figuresOf(four: PrintedTable): PrintedCell[] {
  const figures = four.at(-1);
  if (!figures) throw new Error('no figures');
  return figures;
}

const before = (table: PrintedTable) => table.forEach((row) => row.unshift({ text: '' }));
const behind = (table: PrintedTable) => table.forEach((row) => row.push({ text: '' }));

describe('table 4 beside an empty column', () => {
  it.each([
    ['before it', before],
    ['behind it', behind]
  ])('is read whole, the column %s', (_, widen) => {
    const { printed, four } = sample();
    widen(four);
    expect(read(printed).told).toEqual([]);
    expect(
      read(printed)
        .cells('t4.')
        .every(([, value]) => value === 0)
    ).toBe(true);
    expect(read(printed).cells('t4.')).toHaveLength(15);
  });

  it.each([
    ['before it', before],
    ['behind it', behind]
  ])('is refused when a figure is lost, the column %s', (_, widen) => {
    const { printed, four } = sample();
    widen(four);
    figuresOf(four).splice(5, 1);
    expect(read(printed)).toMatchObject({ told: ['row.cell-count t4'] });
    expect(read(printed).cells('t4.')).toEqual([]);
  });

  it('is refused when two figures are one cell', () => {
    const { printed, four } = sample();
    before(four);
    figuresOf(four).splice(4, 2, { text: '0', columnSpan: 2 });
    expect(read(printed)).toMatchObject({ told: ['row.cell-count t4'] });
    expect(read(printed).cells('t4.')).toEqual([]);
  });

  it('is refused when a second row of figures differs', () => {
    const { printed, four } = sample();
    before(four);
    const second = figuresOf(four).map((cell, index) => (index === 14 ? { text: '2' } : { ...cell }));
    four.push(second);
    expect(read(printed)).toMatchObject({ told: ['table.doubled t4'] });
    expect(read(printed).cells('t4.')).toEqual([]);
  });
});

describe('fifteen figures without a header', () => {
  const withHeadless = (figures: PrintedCell[]) => {
    const { printed } = sample();
    const four = printed.parts.pop();
    if (!four) throw new Error('no table 4');
    printed.parts.push({ heading: four.heading, table: [figures] }, { heading: [''], table: four.table });
    return read(printed);
  };
  const zeros = (count: number) => Array.from({ length: count }, (): PrintedCell => ({ text: '0' }));

  it('before table 4 with its header leave both in doubt', () => {
    const { told, cells } = withHeadless([...zeros(14), { text: '9' }]);
    expect(told).toContain('table.doubled t4');
    expect(cells('t4.')).toEqual([]);
  });

  it('are not seen in another number of figures', () => {
    const { told, cells } = withHeadless(zeros(6));
    expect(told).toEqual([]);
    expect(cells('t4.')).toHaveLength(15);
  });
});

describe('a row of table 2 with a foreign blank', () => {
  it('is refused where a figure then reaches over the end of the header', () => {
    const { printed, two } = sample('2019');
    const fees = rowOf(two, '行政事业性收费');
    for (const row of [two[two.indexOf(fees) - 1] ?? [], fees]) {
      row.splice(1, 2, { text: row[1]?.text ?? '' }, { text: row[2]?.text ?? '', columnSpan: 2 });
    }
    fees.splice(1, 0, { text: '' });
    const { told, cells } = read(printed);
    expect(told).toContain('row.columns-unsure t2.fees');
    expect(cells('t2.fees.')).toEqual([]);
  });
});

describe('合计', () => {
  const figures = (text: string) => Array.from({ length: 7 }, (): PrintedCell => ({ text }));

  it('between the rows of a group is their sum and not （七）总计', () => {
    const { printed, three } = sample();
    const at = three.indexOf(rowOf(three, '补正后申请内容仍不明确'));
    three.splice(at, 0, [{ text: '合计' }, ...figures('4')]);
    const group = three.find((row) => row.some(({ text }) => text.includes('无法提供')));
    for (const cell of group ?? []) if (cell.rowSpan !== undefined && cell.rowSpan > 1) cell.rowSpan += 1;
    const outcomes = rowOf(three, '本年度办理结果');
    if (outcomes[0]?.rowSpan !== undefined) outcomes[0].rowSpan += 1;
    const { told, cells } = read(printed);
    expect(told).toEqual(['row.unrecognised 3']);
    expect(cells('t3.handled.').map(([, value]) => value)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it('behind all groups is （七）总计', () => {
    const { printed, three } = sample();
    const label = rowOf(three, '（七）总计').find(({ text }) => text.includes('总计'));
    if (label) label.text = '合计';
    const { told, cells } = read(printed);
    expect(told).toEqual([]);
    expect(cells('t3.handled.')).toHaveLength(7);
  });
});

describe('a header of table 3', () => {
  it('with the total between its parts is not believed', () => {
    const { printed, three } = sample();
    const names = ['自然人', '总计', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
    three.splice(0, 3, [{ text: '申请人情况', columnSpan: 3 }, ...names.map((text): PrintedCell => ({ text }))]);
    const { told, cells } = read(printed);
    expect(told).toEqual(['table.columns-unknown 3']);
    expect(cells('t3.')).toEqual([]);
  });
});
