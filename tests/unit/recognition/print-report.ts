import type { Block, TableCell } from '../../../src/lib/documents/block.ts';
import { blocksOfText } from '../../../src/lib/documents/txt.ts';
import {
  APPLICANT_COLUMNS,
  cellsOfLayout,
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  type CellId,
  type Layout
} from '../../../src/lib/form/form.ts';

/** A cell of the printed form; those without an id are labels. */
export interface PrintedCell {
  text: string;
  columnSpan?: number;
  rowSpan?: number;
}
export type PrintedTable = PrintedCell[][];

export interface PrintedReport {
  title: string[];
  /** Tables 2, 3 and 4, each possibly in several parts, with what stands before each. */
  parts: { heading: string[]; table: PrintedTable }[];
  closing: string[];
}

export type Values = Readonly<Record<CellId, string>>;

const OVERVIEW = [
  '一、总体情况',
  '本年度，街道把公开工作列入日常管理，及时更新栏目内容，认真办理群众来信。',
  '全年没有发生因公开引起的纠纷。'
];
const CLOSING = [
  '五、存在的主要问题及改进情况',
  '公开内容还不够细，工作人员变动多。下一步将组织学习，逐项对照目录补齐。',
  '六、其他需要报告的事项',
  '本年度未收取信息处理费。'
];

/** The official form filled in with `values` as text. */
export function printReport(
  layout: Layout,
  values: Values,
  title = ['小沙街道政府信息公开工作2021年度报告']
): PrintedReport {
  const closing = [...CLOSING];
  return {
    title: [...title, ...OVERVIEW],
    parts: [
      { heading: ['二、主动公开政府信息情况'], table: tableTwo(layout, values) },
      { heading: ['三、收到和处理政府信息公开申请情况'], table: tableThree(layout, values) },
      { heading: ['四、政府信息公开行政复议、行政诉讼情况'], table: tableFour(values) }
    ],
    closing
  };
}

function tableTwo(layout: Layout, values: Values): PrintedTable {
  const table: PrintedTable = [];
  const cells = cellsOfLayout(layout).filter((cell) => cell.table === 2);
  let section = '';
  let header = '';
  for (const row of new Set(cells.map((cell) => cell.row))) {
    const ofRow = cells.filter((cell) => cell.row === row);
    const [first] = ofRow;
    if (!first) continue;
    const wide = ofRow.length === 1 ? 3 : ofRow.length === 2 ? 2 : 1;
    if (first.section !== section) table.push([{ text: first.section ?? '', columnSpan: 4 }]);
    const columns = ofRow.map((cell) => cell.columnLabel).join('|');
    if (first.section !== section || columns !== header) {
      table.push([
        { text: '信息内容' },
        ...ofRow.map((cell, index) => ({ text: cell.columnLabel, columnSpan: index === 0 ? wide : 1 }))
      ]);
    }
    section = first.section ?? '';
    header = columns;
    table.push([
      { text: first.rowLabel },
      ...ofRow.map((cell, index) => ({ text: values[cell.id] ?? '', columnSpan: index === 0 ? wide : 1 }))
    ]);
  }
  return table;
}

function tableThree(layout: Layout, values: Values): PrintedTable {
  const cells = cellsOfLayout(layout).filter((cell) => cell.table === 3);
  const rows = [...new Set(cells.map((cell) => cell.row))];
  const table: PrintedTable = [
    [
      { text: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', columnSpan: 3, rowSpan: 3 },
      { text: '申请人情况', columnSpan: 7 }
    ],
    [
      { text: '自然人', rowSpan: 2 },
      { text: '法人或其他组织', columnSpan: 5 },
      { text: '总计', rowSpan: 2 }
    ],
    ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他'].map((text) => ({ text }))
  ];
  const outcomes = rows.length - 3;
  let group: string | null = null;
  for (const [index, row] of rows.entries()) {
    const cell = cells.find((one) => one.row === row);
    if (!cell) continue;
    const printed: PrintedCell[] = [];
    if (index === 2) printed.push({ text: '三、本年度办理结果', rowSpan: outcomes });
    if (['new', 'carried-in', 'carried-out'].includes(row)) printed.push({ text: cell.rowLabel, columnSpan: 3 });
    else if (cell.group === null) printed.push({ text: cell.rowLabel, columnSpan: 2 });
    else {
      const { group: own } = cell;
      const span = rows.filter((other) => cells.find((one) => one.row === other)?.group === own).length;
      if (own !== group) printed.push({ text: own, rowSpan: span });
      printed.push({ text: cell.rowLabel });
    }
    group = cell.group;
    table.push([...printed, ...APPLICANT_COLUMNS.map((column) => ({ text: values[`t3.${row}.${column}`] ?? '' }))]);
  }
  return table;
}

function tableFour(values: Values): PrintedTable {
  const labels = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  return [
    [
      { text: '行政复议', columnSpan: 5 },
      { text: '行政诉讼', columnSpan: 10 }
    ],
    [
      ...labels.map((text) => ({ text, rowSpan: 2 })),
      { text: '未经复议直接起诉', columnSpan: 5 },
      { text: '复议后起诉', columnSpan: 5 }
    ],
    [...labels, ...labels].map((text) => ({ text })),
    DISPUTE_BLOCKS.flatMap((block) =>
      DISPUTE_COLUMNS.map((column) => ({ text: values[`t4.${block}.${column}`] ?? '' }))
    )
  ];
}

/** The table as a word processor or a browser gives it, spans resolved. */
export function asGrid(table: PrintedTable, number = 1): Block {
  const cells: TableCell[] = [];
  const taken = new Set<string>();
  let columns = 0;
  for (const [row, line] of table.entries()) {
    let column = 0;
    for (const { text, columnSpan = 1, rowSpan = 1 } of line) {
      while (taken.has(`${String(row)} ${String(column)}`)) column++;
      for (let down = 0; down < rowSpan; down++) {
        for (let right = 0; right < columnSpan; right++) taken.add(`${String(row + down)} ${String(column + right)}`);
      }
      const place = { table: number, row: row + 1, column: column + 1 };
      cells.push({ row, column, rowSpan: Math.min(rowSpan, table.length - row), columnSpan, text, place });
      column += columnSpan;
      columns = Math.max(columns, column);
    }
  }
  return { kind: 'table', rows: table.length, columns, cells, place: { table: number } };
}

/** The table with an empty text for every place that a spanning cell covers: to its right, below it, or neither. */
function written(table: PrintedTable, keep: { right: boolean; below: boolean }): string[][] {
  const grid = asGrid(table);
  if (grid.kind !== 'table') return [];
  return table.map((_, row) =>
    grid.cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
      .sort((one, other) => one.column - other.column)
      .flatMap((cell) => {
        if (cell.row !== row)
          return keep.below ? Array.from({ length: keep.right ? cell.columnSpan : 1 }, () => '') : [];
        return [cell.text, ...Array.from({ length: keep.right ? cell.columnSpan - 1 : 0 }, () => '')];
      })
  );
}

const full = { right: true, below: true };
const own = { right: false, below: false };
const below = { right: false, below: true };

/** Ways in which the form is found in plain text. */
export const TEXT_LAYOUTS: Readonly<Record<string, (table: PrintedTable) => string[]>> = {
  'cells behind tabs': (table) => written(table, below).flatMap((row) => [...row.map((cell) => `\t${cell}`), '']),
  'bare lines': (table) => written(table, own).flat(),
  'bare lines, rows apart': (table) => written(table, own).flatMap((row) => [...row, '']),
  'bare lines, spans kept': (table) => written(table, below).flatMap((row) => [...row, '']),
  'blank line between cells': (table) =>
    written(table, own)
      .flat()
      .flatMap((cell) => [cell, '']),
  'blank line between the paragraphs of cells': (table) =>
    written(table, own)
      .flat()
      .flatMap((cell) => inParagraphs(cell).flatMap((paragraph) => [paragraph, ''])),
  'rows with tabs': (table) => written(table, own).map((row) => row.join('\t')),
  'rows with tabs, spans kept': (table) => written(table, full).map((row) => row.join('\t')),
  'rows with spaces': (table) => written(table, own).map((row) => row.join('  ')),
  'labels over rows with tabs': (table) =>
    written(table, own).flatMap((row) => {
      const values = row.findIndex((cell) => /^\d*$/.test(cell));
      return values < 1 ? [row.join('\t')] : [...row.slice(0, values), row.slice(values).join('\t')];
    }),
  'labels over rows with spaces': (table) =>
    written(table, own).flatMap((row) => {
      const values = row.findIndex((cell) => /^\d*$/.test(cell));
      return values < 1 ? [row.join(' ')] : [...row.slice(0, values), row.slice(values).join(' ')];
    }),
  'one line': (table) => [
    written(table, own)
      .flat()
      .filter((cell) => cell !== '')
      .join(' ')
  ],
  glued: (table) => [written(table, own).flat().join('')],
  pipes: (table) => written(table, full).map((row) => `| ${row.join(' | ')} |`),
  'pipes without spans': (table) => written(table, own).map((row) => `|${row.join('|')}|`),
  'pipes inside only': (table) => written(table, own).map((row) => row.join(' | ')),
  'full-width pipes': (table) => written(table, full).map((row) => `｜${row.join('｜')}｜`),
  'drawn pipes': (table) => [
    '┌──────┬──────┐',
    ...written(table, full).flatMap((row) => [`│${row.join('│')}│`, '├──────┼──────┤'])
  ],
  Markdown: (table) => {
    const [head = [], ...rows] = written(table, full);
    return [
      '',
      `| ${head.join(' | ')} |`,
      `|${head.map(() => '---').join('|')}|`,
      ...rows.map((row) => `| ${row.join(' | ')} |`),
      ''
    ];
  }
};

/** As narrow columns are typed: 商业 over 企业. */
function inParagraphs(cell: string): string[] {
  const [, first, second] = /^(商业|科研|法律服务|（三）|结果)(.+)$/u.exec(cell) ?? [];
  return first !== undefined && second !== undefined ? [first, second] : [cell];
}

export function textOf(report: PrintedReport, layout: (table: PrintedTable) => string[]): string {
  return linesOf(report, layout).join('\n');
}

export function linesOf(report: PrintedReport, layout: (table: PrintedTable) => string[]): string[] {
  return [
    ...report.title,
    ...report.parts.flatMap(({ heading, table }) => [...heading, ...layout(table)]),
    ...report.closing
  ];
}

export function blocksOf(report: PrintedReport): Block[] {
  return [
    ...blocksOfText(report.title.join('\n')),
    ...report.parts.flatMap(({ heading, table }, index) => [
      ...blocksOfText(heading.join('\n')),
      asGrid(table, index + 1)
    ]),
    ...blocksOfText(report.closing.join('\n'))
  ];
}
