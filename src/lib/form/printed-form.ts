/** The official tables as they are printed: header cells, row labels with their spans, and which cell stands where. */
import {
  APPLICANT_COLUMNS,
  cellOf,
  cellsOfLayout,
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  type Cell,
  type CellId,
  type Layout,
  type TableNumber
} from './form.ts';

/** What a printed label stands for; its words are the form's own wording or, in English, the message files'. */
export type PrintedLabel =
  | { readonly kind: 'row'; readonly row: string; readonly official: string }
  | { readonly kind: 'group'; readonly group: string; readonly official: string }
  | { readonly kind: 'column'; readonly column: string; readonly official: string }
  | { readonly kind: 'section'; readonly official: string }
  | { readonly kind: 'heading'; readonly heading: PrintedHeading; readonly official: string };

/** Headings of the form that are neither a row nor a column of values. */
export type PrintedHeading =
  | 'item'
  | 'identity-note'
  | 'applicants'
  | 'organisations'
  | 'outcomes'
  | 'review'
  | 'suits'
  | 'suit'
  | 'suit-after-review';

export interface PrintedLabelCell {
  readonly label: PrintedLabel;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

export interface PrintedRow {
  readonly labels: readonly PrintedLabelCell[];
  readonly values: readonly { readonly cell: CellId; readonly columnSpan: number }[];
}

export interface PrintedTable {
  readonly table: TableNumber;
  readonly header: readonly (readonly PrintedLabelCell[])[];
  readonly rows: readonly PrintedRow[];
}

const heading = (name: PrintedHeading, official: string, rowSpan = 1, columnSpan = 1): PrintedLabelCell => ({
  label: { kind: 'heading', heading: name, official },
  rowSpan,
  columnSpan
});

/** Columns are named by table; the two amounts differ by row. */
const columnKey = (cell: Cell): string => (cell.kind === 'amount' ? cell.id : `t${cell.table}.${cell.column}`);

const column = (cell: Cell, rowSpan = 1, columnSpan = 1): PrintedLabelCell => ({
  label: { kind: 'column', column: columnKey(cell), official: cell.columnLabel },
  rowSpan,
  columnSpan
});

const row = (cell: Cell, rowSpan = 1, columnSpan = 1, official = cell.rowLabel): PrintedLabelCell => ({
  label: { kind: 'row', row: `t${cell.table}.${cell.row}`, official },
  rowSpan,
  columnSpan
});

/** Consecutive cells that share a key, in print order. */
function runs(cells: readonly Cell[], key: (cell: Cell) => string): Cell[][] {
  const found: Cell[][] = [];
  for (const cell of cells) {
    const run = found.at(-1);
    if (run?.[0] && key(run[0]) === key(cell)) run.push(cell);
    else found.push([cell]);
  }
  return found;
}

/** Table 2: a line for each item of Article 20, its own header, its rows; four columns wide. */
function printTable2(cells: readonly Cell[]): PrintedRow[] {
  const width = 3;
  return runs(cells, (cell) => cell.section ?? '').flatMap((section): PrintedRow[] => {
    // Inside one item the 2019 form keeps one header; a new header comes where the columns change.
    const parts = runs(section, (cell) =>
      section
        .filter((each) => each.row === cell.row)
        .map((each) => each.column)
        .join()
    );
    const title: PrintedRow = {
      labels: [{ label: { kind: 'section', official: section[0]?.section ?? '' }, rowSpan: 1, columnSpan: width + 1 }],
      values: []
    };
    const spans = (count: number): number[] =>
      Array.from({ length: count }, (_, index) => (index === count - 1 ? width - count + 1 : 1));
    const body = parts.flatMap((part): PrintedRow[] => {
      const rows = runs(part, (cell) => cell.row);
      const columns = rows[0] ?? [];
      const widths = spans(columns.length);
      return [
        {
          labels: [heading('item', '信息内容'), ...columns.map((cell, index) => column(cell, 1, widths[index] ?? 1))],
          values: []
        },
        ...rows.map((each): PrintedRow => {
          const [first] = each;
          return {
            labels: first ? [row(first)] : [],
            values: each.map((cell, index) => ({ cell: cell.id, columnSpan: widths[index] ?? 1 }))
          };
        })
      ];
    });
    return [title, ...body];
  });
}

const OUTCOMES_LABEL = '三、本年度办理结果';

function printTable3(cells: readonly Cell[]): PrintedRow[] {
  const rows = runs(cells, (cell) => cell.row);
  const outcomes = rows.filter(([cell]) => cell && !['new', 'carried-in', 'carried-out'].includes(cell.row));
  return rows.map((each): PrintedRow => {
    const [first] = each;
    if (!first) return { labels: [], values: [] };
    const values = each.map((cell) => ({ cell: cell.id, columnSpan: 1 }));
    if (!outcomes.includes(each)) return { labels: [row(first, 1, 3)], values };
    const labels: PrintedLabelCell[] = [];
    if (outcomes[0] === each) labels.push(heading('outcomes', OUTCOMES_LABEL, outcomes.length, 1));
    const group = first.group;
    if (group === null) return { labels: [...labels, row(first, 1, 2)], values };
    const members = outcomes.filter(([cell]) => cell?.group === group);
    if (members[0] === each) {
      const key = first.row.split('-')[0] ?? first.row;
      labels.push({ label: { kind: 'group', group: key, official: group }, rowSpan: members.length, columnSpan: 1 });
    }
    return { labels: [...labels, row(first)], values };
  });
}

const TABLE_3_HEADER: readonly (readonly PrintedLabelCell[])[] = (() => {
  const cell = (name: string): Cell => cellOf(`t3.new.${name}`);
  return [
    [
      heading('identity-note', '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3),
      heading('applicants', '申请人情况', 1, APPLICANT_COLUMNS.length)
    ],
    [column(cell('person'), 2), heading('organisations', '法人或其他组织', 1, 5), column(cell('total'), 2)],
    APPLICANT_COLUMNS.slice(1, -1).map((name) => column(cell(name)))
  ];
})();

const TABLE_4_HEADER: readonly (readonly PrintedLabelCell[])[] = (() => {
  const columns = (block: string, rowSpan: number): PrintedLabelCell[] =>
    DISPUTE_COLUMNS.map((name) => column(cellOf(`t4.${block}.${name}`), rowSpan));
  return [
    [heading('review', '行政复议', 1, 5), heading('suits', '行政诉讼', 1, 10)],
    [
      ...columns('review', 2),
      heading('suit', '未经复议直接起诉', 1, 5),
      heading('suit-after-review', '复议后起诉', 1, 5)
    ],
    [...columns('suit', 1), ...columns('suit-after-review', 1)]
  ];
})();

/** One of the official tables in a layout, as printed. */
export function printTable(layout: Layout, table: TableNumber): PrintedTable {
  const cells = cellsOfLayout(layout).filter((cell) => cell.table === table);
  if (table === 2) return { table, header: [], rows: printTable2(cells) };
  if (table === 3) return { table, header: TABLE_3_HEADER, rows: printTable3(cells) };
  const values = DISPUTE_BLOCKS.flatMap((block) =>
    DISPUTE_COLUMNS.map((name) => ({ cell: `t4.${block}.${name}`, columnSpan: 1 }))
  );
  return { table, header: TABLE_4_HEADER, rows: [{ labels: [], values }] };
}
