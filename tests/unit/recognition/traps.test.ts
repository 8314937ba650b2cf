import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/lib/documents/block.ts';
import { blocksOfText } from '../../../src/lib/documents/txt.ts';
import { cellsOfLayout, type CellId, type Layout } from '../../../src/lib/form/form.ts';
import { recognise } from '../../../src/lib/recognition/recognise.ts';
import type { Issue } from '../../../src/lib/report/issue.ts';
import type { Report } from '../../../src/lib/report/report.ts';
import {
  asGrid,
  blocksOf,
  printReport,
  TEXT_LAYOUTS,
  textOf,
  type PrintedReport,
  type PrintedTable
} from './print-report.ts';
import { asText, randomValues } from './random-values.ts';

const TITLE = ['小沙街道2023年政府信息公开工作年度报告'];

function report(blocks: readonly Block[], fileName = 'x.txt'): Report {
  const { reports } = recognise({ format: 'docx', blocks }, fileName);
  expect(reports).toHaveLength(1);
  if (!reports[0]) throw new Error('no report');
  return reports[0];
}

function sample(layout: Layout = '2021', changes: Record<CellId, string> = {}) {
  const values = randomValues(layout, 7);
  const printed = printReport(layout, { ...asText(values), ...changes }, TITLE);
  const [two, three, four] = printed.parts.map(({ table }) => table);
  if (!two || !three || !four) throw new Error('a table is missing');
  return { values, printed, two, three, four };
}

const codes = (issues: readonly Issue[]) => issues.map(({ code }) => code);
const rowOf = (table: PrintedTable, label: string) => {
  const index = table.findIndex((row) => row.some(({ text }) => text.includes(label)));
  if (index < 0) throw new Error(`no row ${label}`);
  return index;
};
/** Cells of `ids` left out of `values`. */
const without = (values: Record<CellId, number>, start: string) =>
  Object.fromEntries(Object.entries(values).filter(([id]) => !id.startsWith(start)));

/** Every id of the layout is found, or an issue names it, its row or its table. */
function expectComplete({ cells, issues }: Report, layout: Layout): void {
  for (const { id, table, row } of cellsOfLayout(layout)) {
    if (id in cells) continue;
    const rowId = `t${String(table)}.${row}`;
    const named = issues.some(
      ({ code, cell, values }) =>
        cell === id ||
        (code.startsWith('row.') && (values?.['row'] === rowId || values?.['row'] === `t${String(table)}`)) ||
        (code.startsWith('table.') && values?.['table'] === table)
    );
    expect({ id, named }).toEqual({ id, named: true });
  }
}

describe('rows', () => {
  it('that are missing are named, and the others read', () => {
    const { printed, three, values } = sample();
    three.splice(rowOf(three, '重复申请'), 1);
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual(without(values, 't3.rejected-duplicate.'));
    expect(found.issues).toEqual([{ code: 'row.missing', values: { table: 3, row: 't3.rejected-duplicate' } }]);
    expectComplete(found, '2021');
  });

  it('in another order are read by their labels', () => {
    const { printed, two, three, values } = sample();
    three.splice(rowOf(three, '上年结转'), 0, ...three.splice(rowOf(three, '本年新收'), 1));
    three.splice(rowOf(three, '属于国家秘密') + 1, 0, ...three.splice(rowOf(three, '保护第三方'), 1));
    two.splice(rowOf(two, '规章'), 0, ...two.splice(rowOf(two, '行政规范性文件'), 1));
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual(values);
    expect(found.issues).toEqual([]);
  });

  it('that stand twice are refused, unless both say the same', () => {
    const { printed, three, values } = sample();
    const row = three[rowOf(three, '重复申请')] ?? [];
    three.splice(
      rowOf(three, '重复申请'),
      0,
      row.map((cell) => ({ ...cell }))
    );
    const same = report(blocksOf(printed));
    expect(same.cells).toEqual(values);
    expect(same.issues).toMatchObject([{ code: 'row.doubled', values: { row: 't3.rejected-duplicate', count: 2 } }]);
    row[4] = { text: '8765' };
    const other = report(blocksOf(printed));
    expect(other.cells).toEqual(without(values, 't3.rejected-duplicate.'));
    expect(codes(other.issues)).toEqual(['row.doubled']);
    expectComplete(other, '2021');
  });

  it('with a cell too few or too many are refused with both counts', () => {
    const { printed, three, values } = sample();
    three[rowOf(three, '重复申请')]?.pop();
    three[rowOf(three, '属于国家秘密')]?.push({ text: '9' });
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual(without(without(values, 't3.rejected-duplicate.'), 't3.denied-secret.'));
    expect(found.issues).toMatchObject([
      { code: 'row.cell-count', values: { row: 't3.denied-secret', expected: 7, found: 8 } },
      { code: 'row.cell-count', values: { row: 't3.rejected-duplicate', expected: 7, found: 6 } }
    ]);
    expect(found.issues[0]?.place).toEqual({ table: 2, row: 8, column: 3 });
    expectComplete(found, '2021');
  });

  it('whose label has a typo are read and flagged', () => {
    const { printed, three, values } = sample();
    const row = three[rowOf(three, '没有现成信息')] ?? [];
    row[0] = { text: '2.没有现成信息须要另行制作' };
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual(values);
    expect(found.issues).toMatchObject([
      {
        code: 'row.label-similar',
        values: { printed: '2.没有现成信息须要另行制作', label: '2.没有现成信息需要另行制作' }
      }
    ]);
  });

  it('whose label is lost are not taken for the row above', () => {
    const { printed, three, values } = sample();
    const row = three[rowOf(three, '1.申请人无正当理由')] ?? [];
    row[1] = { text: '' };
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual(without(values, 't3.closed-no-correction.'));
    expect(codes(found.issues)).toEqual(['row.unrecognised', 'row.missing']);
  });

  it('that the form does not have are left out and named', () => {
    const { printed, two, values } = sample();
    two.splice(rowOf(two, '行政处罚'), 0, [{ text: '其他对外管理服务事项' }, { text: '5', columnSpan: 3 }]);
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual(values);
    expect(codes(found.issues)).toEqual(['row.columns-unknown']);
  });
});

describe('columns', () => {
  const swap = (table: PrintedTable, columns: readonly (readonly [number, number])[]) => {
    for (const row of table.slice(3)) {
      for (const [one, other] of columns) {
        const [left, right] = [row.at(-one), row.at(-other)];
        if (left && right) [row[row.length - one], row[row.length - other]] = [right, left];
      }
    }
  };

  it('in another order are read by their labels, in tables and in text', () => {
    const { printed, three, values } = sample();
    three[2]?.reverse();
    swap(three, [
      [6, 2],
      [5, 3]
    ]);
    expect(report(blocksOf(printed)).cells).toEqual(values);
    for (const name of ['cells behind tabs', 'rows with tabs', 'pipes', 'one line']) {
      const print = TEXT_LAYOUTS[name];
      if (!print) throw new Error(name);
      expect(report(blocksOfText(textOf(printed, print))).cells).toEqual(values);
    }
  });

  it('with the total before the others are read by their labels', () => {
    const { printed, three, values } = sample();
    three[1]?.unshift(...(three[1]?.splice(2, 1) ?? []));
    for (const row of three.slice(3)) row.splice(-6, 0, ...row.splice(-1, 1));
    expect(report(blocksOf(printed)).cells).toEqual(values);
  });

  it('whose label is missing leave the whole table out: one issue, not 25', () => {
    const { printed, three, values } = sample();
    three[2]?.pop();
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual(without(values, 't3.'));
    expect(found.issues).toMatchObject([{ code: 'table.columns-unknown', values: { table: 3 } }]);
    expectComplete(found, '2021');
  });

  it('shifted by a lost group label are not believed', () => {
    const { printed, three, values } = sample();
    three[1]?.splice(1, 1);
    expect(report(blocksOf(printed)).cells).toEqual(without(values, 't3.'));
  });

  it('in lines of text are in the order of their line, whatever stands above it', () => {
    const { printed, values } = sample();
    const text = textOf(printed, TEXT_LAYOUTS['rows with tabs'] ?? (() => []));
    const names = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'];
    const withHeader = (...header: readonly string[]) => {
      const lines = text.split('\n');
      const first = lines.findIndex((line) => line.includes('申请人情况'));
      const below = lines.findIndex((line) => line.includes('一、本年新收'));
      return report(blocksOfText([...lines.slice(0, first), ...header, ...lines.slice(below)].join('\n')));
    };
    const inOneLine = withHeader('申请人情况', '法人或其他组织', ['自然人', ...names, '总计'].join(' '));
    expect(inOneLine.cells).toEqual(values);
    // 自然人 below 法人或其他组织 may stand right of it, or in a cell of two rows left of it.
    const lower = withHeader('申请人情况', '法人或其他组织', '自然人 总计', names.join(' '));
    expect(lower.cells).toEqual(without(values, 't3.'));
    expect(codes(lower.issues)).toEqual(['table.columns-unknown']);
  });

  it('of table 4 are told by the block above them', () => {
    const { printed, four, values } = sample();
    four[2] = [...(four[2] ?? []).slice(5), ...(four[2] ?? []).slice(0, 5)];
    four[1] = [...(four[1] ?? []).slice(0, 5), ...(four[1] ?? []).slice(5).reverse()];
    const figures = four[3] ?? [];
    four[3] = [...figures.slice(0, 5), ...figures.slice(10), ...figures.slice(5, 10)];
    expect(report(blocksOf(printed)).cells).toEqual(values);
  });

  it('of table 4 with a block label missing are refused', () => {
    const { printed, four, values } = sample();
    four[1]?.splice(5, 1);
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual(without(values, 't4.'));
    expect(codes(found.issues)).toEqual(['table.columns-unknown']);
    expectComplete(found, '2021');
  });

  it('of one row in table 2 that are not the form’s are refused', () => {
    const { printed, two, values } = sample();
    two[1]?.splice(2, 1);
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual(without(without(values, 't2.rules.'), 't2.normative.'));
    expect(codes(found.issues)).toEqual(['row.columns-unknown', 'row.columns-unknown']);
    expectComplete(found, '2021');
  });
});

describe('tables', () => {
  it('split over two pages are read, with and without a second header', () => {
    const { printed, three, values } = sample();
    const cut = rowOf(three, '本机关不掌握');
    for (const header of [three.slice(0, 3), []]) {
      const lower: PrintedTable = [...header, ...three.slice(cut)];
      const upper = three
        .slice(0, cut)
        .map((row) =>
          row.map((cell) => ({ ...cell, rowSpan: cell.text.includes('办理结果') ? cut - 5 : (cell.rowSpan ?? 1) }))
        );
      // A page break repeats nothing: the label that spans it is an empty cell below.
      const head = lower[header.length] ?? [];
      head.unshift({ text: '', rowSpan: lower.length - header.length - 1 });
      const parts = printed.parts.flatMap((part, index) =>
        index === 1
          ? [
              { ...part, table: upper },
              { heading: [], table: lower }
            ]
          : [part]
      );
      const found = report(blocksOf({ ...printed, parts }));
      expect(found.cells).toEqual(values);
      expect(found.issues).toEqual([]);
      head.shift();
    }
  });

  it('2 and 4 in several parts are read', () => {
    const { printed, two, four, values } = sample();
    const starts = two.flatMap((row, index) => (row.length === 1 ? [index] : []));
    const sections = starts.map((start, index) => two.slice(start, starts[index + 1]));
    const labels = ['行政复议', '未经复议直接起诉', '复议后起诉'];
    const blocks = labels.map((label, index): PrintedTable => [
      [{ text: label, columnSpan: 5 }],
      (four[2] ?? []).slice(0, 5),
      (four[3] ?? []).slice(index * 5, index * 5 + 5)
    ]);
    const [partTwo, partThree, partFour] = printed.parts;
    if (!partTwo || !partThree || !partFour) throw new Error('a part is missing');
    const parts = [
      ...sections.map((table, index) => ({ heading: index === 0 ? partTwo.heading : [], table })),
      partThree,
      ...blocks.map((table, index) => ({ heading: index === 0 ? partFour.heading : [], table }))
    ];
    const found = report(blocksOf({ ...printed, parts }));
    expect(found.cells).toEqual(values);
    expect(found.issues).toEqual([]);
  });

  it('4 turned on its side is read by its row labels', () => {
    const { printed, four, values } = sample();
    const figures = four[3] ?? [];
    const turned: PrintedTable = [
      [{ text: '' }, ...(four[2] ?? []).slice(0, 5)],
      ...['行政复议', '未经复议直接起诉', '复议后起诉'].map((text, index) => [
        { text },
        ...figures.slice(index * 5, index * 5 + 5)
      ])
    ];
    const parts = printed.parts.map((part, index) => (index === 2 ? { ...part, table: turned } : part));
    expect(report(blocksOf({ ...printed, parts })).cells).toEqual(values);
  });

  it('4 with empty rows around its figures is read, and with nothing else is blank', () => {
    const { printed, four, values } = sample();
    const empty = () => (four[3] ?? []).map(() => ({ text: '' }));
    four.splice(3, 0, empty());
    four.push(empty());
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual(values);
    expect(found.issues).toEqual([]);
    four.splice(4, 1);
    const blank = report(blocksOf(printed));
    expect(blank.issues).toEqual([]);
    expect(blank.notes.filter(({ kind }) => kind === 'blank')).toHaveLength(15);
  });

  it('that are missing are named once each', () => {
    const { printed, values } = sample();
    const found = report(blocksOf({ ...printed, parts: printed.parts.slice(1, 2) }));
    expect(found.cells).toEqual(without(without(values, 't2.'), 't4.'));
    expect(found.issues).toEqual([
      { code: 'table.missing', values: { table: 2 } },
      { code: 'table.missing', values: { table: 4 } }
    ]);
    expectComplete(found, '2021');
  });

  it('all on one sheet, titles and text in spanning cells, are read', () => {
    const { printed, values } = sample();
    const line = (text: string) => [{ text, columnSpan: 15 }];
    const sheet = [
      ...printed.title.map(line),
      ...printed.parts.flatMap(({ heading, table }) => [...heading.map(line), ...table]),
      ...printed.closing.map(line)
    ];
    const found = report([asGrid(sheet)]);
    expect(found).toMatchObject({ unit: '小沙街道', year: 2023, issues: [] });
    expect(found.cells).toEqual(values);
    expect(found.sections).toHaveLength(6);
  });

  it('that only arrange a page are taken for its text', () => {
    const { printed, values } = sample();
    const print = TEXT_LAYOUTS['bare lines'];
    if (!print) throw new Error('no such layout');
    const found = report([asGrid([[{ text: '导航' }, { text: textOf(printed, print) }]])]);
    expect(found.cells).toEqual(values);
    expect(found.unit).toBe('小沙街道');
  });
});

describe('cells', () => {
  it('left blank and filled with dashes are null, noted, and no issue', () => {
    const { printed, values } = sample('2021', {
      't3.new.company': '',
      't3.new.legal': '/',
      't4.suit.total': '无',
      't2.rules.issued': '\u00a0'
    });
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual({
      ...values,
      't3.new.company': null,
      't3.new.legal': null,
      't4.suit.total': null,
      't2.rules.issued': null
    });
    expect(found.issues).toEqual([]);
    expect(found.notes.map(({ cell, kind, raw }) => [cell, kind, raw])).toEqual([
      ['t2.rules.issued', 'blank', ''],
      ['t3.new.company', 'blank', ''],
      ['t3.new.legal', 'dash', '/'],
      ['t4.suit.total', 'dash', '无']
    ]);
  });

  it('of a row where only the total is filled in are null but for the total', () => {
    const blank = Object.fromEntries(
      ['person', 'company', 'research', 'charity', 'legal', 'other'].map((column) => [`t3.new.${column}`, ''])
    );
    const { printed, values } = sample('2021', { ...blank, 't3.new.total': '12' });
    const { cells, issues } = report(blocksOf(printed));
    expect(cells).toEqual({
      ...values,
      ...Object.fromEntries(Object.keys(blank).map((id) => [id, null])),
      't3.new.total': 12
    });
    expect(issues).toEqual([]);
  });

  it('written in other ways are read and noted', () => {
    const { printed, values } = sample('2021', {
      't3.new.person': '000000',
      't3.new.company': '１２',
      't3.new.research': '3件',
      't2.fees.amount': '251000元'
    });
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual({
      ...values,
      't3.new.person': 0,
      't3.new.company': 12,
      't3.new.research': 3,
      't2.fees.amount': 25.1
    });
    expect(found.issues).toEqual([]);
    expect(found.notes.map(({ kind, raw }) => [kind, raw])).toEqual([
      ['written', '251000元'],
      ['written', '000000'],
      ['written', '１２'],
      ['written', '3件']
    ]);
  });

  it('that cannot be read are absent, with raw text and place', () => {
    const { printed, values } = sample('2021', {
      't3.new.person': '1 2',
      't3.new.total': 'O',
      't2.normative.issued': '3吨'
    });
    const found = report(blocksOf(printed));
    const expected = { ...values };
    for (const id of ['t3.new.person', 't3.new.total', 't2.normative.issued']) Reflect.deleteProperty(expected, id);
    expect(found.cells).toEqual(expected);
    expect(found.issues).toEqual([
      {
        code: 'cell.unit-unknown',
        cell: 't2.normative.issued',
        place: { table: 1, row: 4, column: 2 },
        values: { raw: '3吨' }
      },
      {
        code: 'cell.unreadable',
        cell: 't3.new.person',
        place: { table: 2, row: 4, column: 4 },
        values: { raw: '1 2' }
      },
      { code: 'cell.unreadable', cell: 't3.new.total', place: { table: 2, row: 4, column: 10 }, values: { raw: 'O' } }
    ]);
    expect(found.notes.map(({ kind }) => kind)).toEqual(['unreadable', 'unreadable', 'unreadable']);
  });

  it('two in one cell leave a blank beside it as unknown as that, and one further off a blank', () => {
    const { printed } = sample('2021', {
      't3.new.person': '1 2',
      't3.new.company': '',
      't3.new.charity': '',
      't4.review.total': '',
      't4.suit.upheld': '0  0'
    });
    const found = report(blocksOf(printed));
    const unread = ['t3.new.person', 't3.new.company', 't4.review.total', 't4.suit.upheld'];
    expect(found.issues.map(({ code, cell }) => `${code} ${cell}`)).toEqual(
      unread.map((cell) => `cell.unreadable ${cell}`)
    );
    for (const id of unread) expect(found.cells).not.toHaveProperty([id]);
    expect(found.cells['t3.new.charity']).toBeNull();
  });

  it('of the 2019 form may fall and have amounts as printed', () => {
    const { printed, values } = sample('2019', {
      't2.licensing.items-change': '-12',
      't2.penalty.items-change': '+19',
      't2.procurement.amount': '12.50万元'
    });
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual({
      ...values,
      't2.licensing.items-change': -12,
      't2.penalty.items-change': 19,
      't2.procurement.amount': 12.5
    });
  });

  it('in text with a space inside a figure are unreadable, not two cells', () => {
    const { printed } = sample('2021', { 't3.new.person': '1 2' });
    for (const name of ['cells behind tabs', 'bare lines', 'rows with tabs', 'pipes']) {
      const print = TEXT_LAYOUTS[name];
      if (!print) throw new Error(name);
      const found = report(blocksOfText(textOf(printed, print)));
      expect(found.cells).not.toHaveProperty(['t3.new.person']);
      expect(found.issues).toMatchObject([{ code: 'cell.unreadable', cell: 't3.new.person', values: { raw: '1 2' } }]);
    }
  });

  it('glued together are refused when they might be told in two ways', () => {
    const zero = Object.fromEntries(cellsOfLayout('2021').map(({ id }) => [id, '0']));
    const print = TEXT_LAYOUTS['glued'];
    if (!print) throw new Error('no such layout');
    const read = (changes: Record<CellId, string>) =>
      report(blocksOfText(textOf(printReport('2021', { ...zero, ...changes }, TITLE), print)));
    expect(read({ 't2.normative.in-force': '12' }).issues).toMatchObject([
      { code: 'row.cell-count', values: { row: 't2.normative' } }
    ]);
    expect(read({ 't3.new.person': '12', 't3.new.total': '' }).issues).toMatchObject([
      { code: 'row.cell-count', values: { row: 't3.new' } }
    ]);
    const besideBlanks = { 't2.normative.issued': '12', 't2.normative.repealed': '3', 't2.normative.in-force': '' };
    expect(read(besideBlanks).issues).toMatchObject([{ code: 'row.cell-count', values: { row: 't2.normative' } }]);
    const whole = read({ 't2.normative.in-force': '2' });
    expect(whole.cells['t2.normative.in-force']).toBe(2);
    expect(whole.notes).toContainEqual(
      expect.objectContaining({ cell: 't2.normative.in-force', kind: 'written', raw: '002' })
    );
  });
});

describe('forms', () => {
  it('are told by their labels and held against the year', () => {
    const { printed, values } = sample('2019');
    const found = report(blocksOf(printed));
    expect(found.form).toBe('2019');
    expect(found.cells).toEqual(values);
    expect(found.issues).toEqual([{ code: 'title.form-mismatch', values: { form: '2019', year: 2023 } }]);
  });

  it('with （六）其他处理 as one row have its own cells', () => {
    const { printed, values } = sample('2021-closed-once');
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual(values);
    expect(found.issues).toEqual([{ code: 'row.closed-once' }]);
  });

  it('without table 2 are told by table 3, else by the year', () => {
    const { printed } = sample('2021');
    expect(report(blocksOf({ ...printed, parts: printed.parts.slice(1) })).form).toBe('2021');
    const old = sample('2019').printed;
    const title = ['小沙街道2020年政府信息公开工作年度报告'];
    expect(report(blocksOf({ ...old, title, parts: old.parts.slice(1) })).form).toBe('2019');
  });
});

describe('documents', () => {
  const both = (first: PrintedReport, second: PrintedReport) =>
    recognise({ format: 'docx', blocks: [...blocksOf(first), ...blocksOf(second)] }, 'x.docx').reports;

  it('with the reports of two years give two reports', () => {
    const older = printReport('2019', asText(randomValues('2019', 1)), ['小沙街道', '2020年政府信息公开工作年度报告']);
    const newer = printReport('2021', asText(randomValues('2021', 2)), ['小沙街道', '2021年政府信息公开工作年度报告']);
    const reports = both(older, newer);
    expect(reports.map(({ unit, year, form, issues }) => [unit, year, form, issues])).toEqual([
      ['小沙街道', 2020, '2019', []],
      ['小沙街道', 2021, '2021', []]
    ]);
    expect(reports.map(({ cells }) => cells)).toEqual([randomValues('2019', 1), randomValues('2021', 2)]);
    expect(reports.map(({ sections }) => sections.length)).toEqual([6, 6]);
  });

  it('with two reports and no titles give two reports', () => {
    const reports = both(
      printReport('2021', asText(randomValues('2021', 1)), []),
      printReport('2021', asText(randomValues('2021', 2)), [])
    );
    expect(reports.map(({ cells }) => cells)).toEqual([randomValues('2021', 1), randomValues('2021', 2)]);
  });

  it('with the title at the head of each page give one report', () => {
    const { printed, values } = sample();
    const parts = printed.parts.map(({ heading, table }) => ({ heading: [...heading, ...TITLE], table }));
    expect(report(blocksOf({ ...printed, parts })).cells).toEqual(values);
  });

  it('without a table of the form have no report', () => {
    const blocks = [
      ...blocksOfText('关于召开会议的通知\n一、时间\n下周三上午。'),
      asGrid([
        [{ text: '姓名' }, { text: '人数' }],
        [{ text: '甲' }, { text: '3' }]
      ])
    ];
    expect(recognise({ format: 'docx', blocks }, 'x.docx')).toEqual({
      reports: [],
      issues: [{ code: 'document.no-report' }]
    });
    expect(recognise({ format: 'txt', blocks: [] }, '').reports).toEqual([]);
  });

  it('all on one line are read', () => {
    const { printed, values } = sample();
    const print = TEXT_LAYOUTS['one line'];
    if (!print) throw new Error('no such layout');
    const found = report(blocksOfText(textOf(printed, print).replaceAll('\n', ' ')));
    expect(found).toMatchObject({ unit: '小沙街道', year: 2023, issues: [] });
    expect(found.cells).toEqual(values);
  });

  it('printed with radicals for characters are read', () => {
    const { printed, values } = sample();
    const radicals = (text: string) =>
      text
        .replaceAll('行', '⾏')
        .replaceAll('民', '⺠')
        .replaceAll('见', '⻅')
        .replaceAll('自', '⾃')
        .replaceAll('大', '⼤');
    for (const { table } of printed.parts)
      for (const row of table) for (const cell of row) cell.text = radicals(cell.text);
    const found = report(blocksOf(printed));
    expect(found.cells).toEqual(values);
    expect(found.issues).toEqual([]);
  });

  it('keep the sections’ text and leave the tables out of it', () => {
    const { printed } = sample();
    const print = TEXT_LAYOUTS['cells behind tabs'];
    if (!print) throw new Error('no such layout');
    const { sections } = report(blocksOfText(textOf(printed, print)));
    expect(sections.map(({ key, text }) => [key, text.length > 0])).toEqual([
      ['overview', true],
      ['proactive', false],
      ['requests', false],
      ['disputes', false],
      ['problems', true],
      ['other-matters', true]
    ]);
    expect(sections[5]).toMatchObject({ title: '六、其他需要报告的事项', text: '本年度未收取信息处理费。' });
  });

  it('match sections by title and not by number', () => {
    const { printed } = sample();
    const closing = [
      '五、存在的主要问题及改进情况',
      '不够细。',
      '六、下步计划',
      '加强学习。',
      '七、其他需要报告的事项',
      '无'
    ];
    const { sections } = report(blocksOf({ ...printed, closing }));
    expect(sections.slice(4).map(({ key, text }) => [key, text])).toEqual([
      ['problems', '不够细。'],
      ['other', '加强学习。'],
      ['other-matters', '无']
    ]);
  });
});
