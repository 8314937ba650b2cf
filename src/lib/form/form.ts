/**
 * Both official forms as data: every cell with its stable id, in the order it is printed.
 * Source of wording and order: 国办公开办函〔2019〕60号 and 国办公开办函〔2021〕30号 (`forms.json`).
 */
import forms from './forms.json' with { type: 'json' };

export type FormId = '2019' | '2021';
export type TableNumber = 2 | 3 | 4;
/** A cell's stable id, e.g. `t3.new.total`: table, row (or block), column. */
export type CellId = string;
/** `count`: whole, not negative. `change`: whole, may be negative (本年增/减). `amount`: decimal, not negative. */
export type CellKind = 'count' | 'change' | 'amount';

export interface Cell {
  readonly id: CellId;
  readonly table: TableNumber;
  /** The row's key inside its table: `new`, `denied-law`, `review`. */
  readonly row: string;
  readonly column: string;
  readonly kind: CellKind;
  /** Official Chinese wording. */
  readonly section: string | null;
  readonly group: string | null;
  readonly rowLabel: string;
  readonly columnLabel: string;
}

export interface FormRow {
  /** `t3.new`: the shared start of its cells' ids. */
  readonly id: string;
  readonly key: string;
  readonly table: TableNumber;
  readonly section: string | null;
  readonly group: string | null;
  readonly label: string;
  readonly cells: readonly Cell[];
}

export interface Form {
  readonly id: FormId;
  readonly notice: string;
  readonly cells: readonly Cell[];
  readonly rows: readonly FormRow[];
}

/** Table 3's seven value columns, in print order; the last is the total of the six before it. */
export const APPLICANT_COLUMNS = ['person', 'company', 'research', 'charity', 'legal', 'other', 'total'] as const;
export type ApplicantColumn = (typeof APPLICANT_COLUMNS)[number];

/** Table 4's blocks and columns; `total` is the sum of the four before it. */
export const DISPUTE_BLOCKS = ['review', 'suit', 'suit-after-review'] as const;
export const DISPUTE_COLUMNS = ['upheld', 'corrected', 'other', 'pending', 'total'] as const;

/** Amounts are printed in 万元 on the 2021 form; the 2019 form names no unit for procurement. */
export const AMOUNT_IN_WAN_YUAN: CellId = 't2.fees.amount';

function kindOf(id: CellId): CellKind {
  if (id.endsWith('.amount')) return 'amount';
  return id.endsWith('.items-change') ? 'change' : 'count';
}

function build(id: FormId): Form {
  const source = forms.forms[id];
  const cells = source.cells.map((cell): Cell => {
    const [, row = '', column = ''] = cell.id.split('.');
    return {
      id: cell.id,
      table: cell.table as TableNumber,
      row,
      column,
      kind: kindOf(cell.id),
      section: cell.section ?? null,
      group: cell.group ?? null,
      rowLabel: cell.row,
      columnLabel: cell.column
    };
  });
  const rows = new Map<string, Cell[]>();
  for (const cell of cells) {
    const rowId = `t${cell.table}.${cell.row}`;
    const row = rows.get(rowId);
    if (row) row.push(cell);
    else rows.set(rowId, [cell]);
  }
  return {
    id,
    notice: source.notice,
    cells,
    rows: [...rows].map(([rowId, rowCells]): FormRow => {
      const [first] = rowCells;
      if (!first) throw new Error(`form ${id}: row ${rowId} has no cell`);
      return {
        id: rowId,
        key: first.row,
        table: first.table,
        section: first.section,
        group: first.group,
        label: first.rowLabel,
        cells: rowCells
      };
    })
  };
}

export const FORMS: Readonly<Record<FormId, Form>> = { '2019': build('2019'), '2021': build('2021') };

/** Every cell id of either form, once: the columns of the database's report table. */
export const ALL_CELLS: readonly Cell[] = [
  ...new Map([...FORMS['2021'].cells, ...FORMS['2019'].cells].map((cell) => [cell.id, cell])).values()
];

const cellById = new Map(ALL_CELLS.map((cell) => [cell.id, cell]));

export function isCellId(id: string): id is CellId {
  return cellById.has(id);
}

/** Throws when the id is on neither form: ids come from the form or have been checked by `isCellId`. */
export function cellOf(id: CellId): Cell {
  const cell = cellById.get(id);
  if (!cell) throw new Error(`no such cell: ${id}`);
  return cell;
}

/** Reports for 2019 and 2020 use the 2019 form, later ones the 2021 form. */
export function formOfYear(year: number): FormId {
  return year <= 2020 ? '2019' : '2021';
}

/** The first report year on the 2021 form: where series that are not comparable break. */
export const FORM_BREAK_YEAR = 2021;

/** The three rows of （六）其他处理 on the 2021 form. */
export const CLOSED_ROWS = ['closed-no-correction', 'closed-unpaid', 'closed-other'] as const;

/**
 * A form as a report really prints it. Some 2021-form reports print （六）其他处理 as one row, as in 2019:
 * then `t3.closed.*` stands for the three rows `CLOSED_ROWS`.
 */
export type Layout = '2019' | '2021' | '2021-closed-once';
export const LAYOUTS: readonly Layout[] = ['2019', '2021', '2021-closed-once'];

/** The layout that a report's found cells show. */
export function layoutOf(form: FormId, found: Iterable<CellId>): Layout {
  if (form === '2019') return '2019';
  for (const id of found) if (id.startsWith('t3.closed.')) return '2021-closed-once';
  return '2021';
}

/** The leaf rows of 三、本年度办理结果 （一）…（六） whose sum is （七）总计, in print order. */
export function outcomeRows(layout: Layout): readonly string[] {
  const form = layout === '2019' ? '2019' : '2021';
  const rows = FORMS[form].rows.filter((row) => row.table === 3).map((row) => row.key);
  const outcomes = rows.filter((key) => !['new', 'carried-in', 'handled', 'carried-out'].includes(key));
  if (layout !== '2021-closed-once') return outcomes;
  return [...outcomes.filter((key) => !CLOSED_ROWS.some((closed) => closed === key)), 'closed'];
}

/** The cells a report in this layout must hold, in print order. */
export function cellsOfLayout(layout: Layout): readonly Cell[] {
  if (layout !== '2021-closed-once') return FORMS[layout].cells;
  const single = APPLICANT_COLUMNS.map((column) => cellOf(`t3.closed.${column}`));
  return FORMS['2021'].cells.flatMap((cell) => {
    if (cell.row === CLOSED_ROWS[0]) return cell.column === 'person' ? single : [];
    return CLOSED_ROWS.some((closed) => closed === cell.row) ? [] : [cell];
  });
}

export function isOnLayout(id: CellId, layout: Layout): boolean {
  return cellsOnLayout[layout].has(id);
}

const cellsOnLayout: Readonly<Record<Layout, ReadonlySet<CellId>>> = {
  '2019': idsOf('2019'),
  '2021': idsOf('2021'),
  '2021-closed-once': idsOf('2021-closed-once')
};

function idsOf(layout: Layout): ReadonlySet<CellId> {
  return new Set(cellsOfLayout(layout).map(({ id }) => id));
}
