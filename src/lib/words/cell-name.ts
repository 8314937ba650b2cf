import { ALL_CELLS, FORMS, cellOf, type Cell, type CellId, type FormId } from '../form/form.ts';
import { m } from '../paraglide/messages.js';
import { chineseNumeral, isChinese, listText } from './number-words.ts';
import { COLUMN_NAMES, ROW_NAMES } from './row-names.ts';

/** Short name of a row, e.g. 本年新收. Throws when the row is on neither form. */
export function rowName(rowId: string): string {
  const name = ROW_NAMES[rowId];
  if (!name) throw new Error(`no such row: ${rowId}`);
  return name();
}

/** The same with the number that the form prints before it: （三）1.不予公开·属于国家秘密, 四、结转下年. */
export function numberedRowName(rowId: string, form: FormId): string {
  const row = FORMS[form].rows.find(({ id }) => id === rowId);
  const numberIn = (label: string | null): string =>
    /^(?:（[一二三四五六七八九十]+）|\d+\.|[一二三四]、)/u.exec(label ?? '')?.[0] ?? '';
  const number = isChinese() && row ? numberIn(row.group) + numberIn(row.label) : '';
  return number + rowName(rowId);
}

/** Short name of the column a cell stands in, e.g. 自然人. */
export function columnName(id: CellId): string {
  const cell = cellOf(id);
  const name = COLUMN_NAMES[id] ?? COLUMN_NAMES[`t${cell.table}.${cell.column}`];
  if (!name) throw new Error(`no name for the column of ${id}`);
  return name();
}

/** Of cells of one row: 自然人、总计, or 各列 when all of them are meant. */
export function columnsName(ids: readonly CellId[]): string {
  return isWholeRow(ids) ? m.place_all_columns() : listText([...new Set(ids.map(columnName))]);
}

function isWholeRow([first, ...others]: readonly CellId[]): boolean {
  if (first === undefined || others.length === 0) return false;
  const rowId = rowIdOf(cellOf(first));
  return ALL_CELLS.filter((cell) => rowIdOf(cell) === rowId).length === new Set([first, ...others]).size;
}

/** 表三第一行“本年新收”自然人、总计列; of cells of one row. */
export function placeOfCells(ids: readonly CellId[]): string {
  const [first, ...others] = ids;
  if (first === undefined) return '';
  if (others.length === 0) return placeOfCell(first);
  const row = placeOfRow(rowIdOf(cellOf(first)));
  return (isWholeRow(ids) ? m.place_row_all : m.place_cell)({ row, column: columnsName(ids) });
}

/** 本年新收·总计 */
export function cellName(id: CellId): string {
  return m.cell_name({ row: rowName(rowIdOf(cellOf(id))), column: columnName(id) });
}

/** 表三第一行“本年新收”总计列: where a clerk finds the cell on the printed form. */
export function placeOfCell(id: CellId): string {
  return m.place_cell({ row: placeOfRow(rowIdOf(cellOf(id))), column: columnName(id) });
}

/** 表三第一行“本年新收” */
export function placeOfRow(rowId: string): string {
  const row = rowName(rowId);
  if (rowId.startsWith('t2.')) return m.place_row_t2({ row });
  if (rowId.startsWith('t4.')) return m.place_row_t4({ row });
  const number = NUMBERED_ROWS.get(rowId);
  if (number === undefined) return m.place_row_t3({ row });
  return m.place_row_t3_numbered({ row, number: isChinese() ? chineseNumeral(number) : number });
}

/** 表三“自然人”列 */
export function placeOfColumn(id: CellId): string {
  return m.place_column_t3({ column: columnName(id) });
}

export function rowIdOf(cell: Cell): string {
  return `t${cell.table}.${cell.row}`;
}

/** Table 3's rows as far as they are counted alike on both forms: from （六）其他处理 on, the number would mislead. */
const NUMBERED_ROWS: ReadonlyMap<string, number> = (() => {
  const [first, second] = [FORMS['2019'], FORMS['2021']].map((form) => form.rows.filter((row) => row.table === 3));
  const same = (first ?? []).filter((row, index) => second?.[index]?.id === row.id);
  return new Map(same.map((row, index) => [row.id, index + 1]));
})();
