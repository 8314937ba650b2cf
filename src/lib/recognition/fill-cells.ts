import { signIn } from '../documents/text-signs.ts';
import { AMOUNT_IN_WAN_YUAN, cellOf, FORMS, type CellId, type FormId, type TableNumber } from '../form/form.ts';
import type { Issue, IssueCode } from '../report/issue.ts';
import type { Place } from '../report/place.ts';
import type { CellNote } from '../report/report.ts';
import { parseCellValue } from './cell-value.ts';
import type { Column } from './columns.ts';
import { foldText } from './normalise-label.ts';
import type { RowCell } from './rows.ts';
import type { FoundRow } from './found-row.ts';

export interface FilledCells {
  readonly cells: Record<CellId, number | null>;
  readonly notes: CellNote[];
  readonly issues: Issue[];
  /** Ids that an issue accounts for, so that completeness does not name them again. */
  readonly refused: Set<CellId>;
}

/** A row that was found, with its cells, or without when they were refused. */
export interface TakenRow {
  readonly row: FoundRow;
  readonly cells: readonly RowCell[] | null;
  /** Laid out unlike the others, and only taken because the figures add up. */
  readonly doubtful: boolean;
}

const LONGEST_RAW = 60;

/** The values of all rows. A row found twice is only believed when both say the same. */
export function fillCells(taken: readonly TakenRow[], form: FormId): FilledCells {
  const filled: FilledCells = { cells: {}, notes: [], issues: [], refused: new Set() };
  for (const rows of byRow(taken, form)) {
    const [first, ...more] = rows;
    if (!first) continue;
    const { row, cells } = first;
    if (more.length > 0 && rows.some(({ row: { columns } }) => columns !== null)) {
      filled.issues.push(doubled(row, more[0]?.row.place, rows.length));
      if (!rows.every((other) => sameText(first, other))) {
        refuse(filled, row);
        continue;
      }
    }
    if (!row.columns) {
      filled.issues.push({ code: 'row.columns-unknown', place: row.place, values: nameOf(row) });
      refuse(filled, row);
    } else if (!cells) {
      const found = row.cells.filter(({ text }) => text.trim() !== '').length;
      const values = { ...nameOf(row), expected: row.columns.length, found };
      const code = found === row.columns.length ? 'row.columns-unsure' : 'row.cell-count';
      filled.issues.push({ code, place: row.place, values });
      refuse(filled, row);
    } else if (row.columns.some(({ id }) => id in filled.cells || filled.refused.has(id))) {
      filled.issues.push(doubled(row, row.place, 2));
      refuse(filled, row);
    } else {
      if (first.doubtful) filled.issues.push({ code: 'row.layout-doubtful', place: row.place, values: nameOf(row) });
      for (const [index, column] of row.columns.entries()) {
        const cell = cells[index];
        if (!cell) continue;
        const shared = cell.text.trim() === '' ? severalBeside(cells, index) : undefined;
        if (shared) fillShared(filled, column, cell, shared);
        else fillCell(filled, column, cell);
      }
    }
  }
  return filled;
}

const SEVERAL = /^\s*[\d,]+(?:\s+[\d,]+)+\s*$/;

function severalBeside(cells: readonly RowCell[], index: number): RowCell | undefined {
  return [cells[index - 1], cells[index + 1]].find((cell) => cell && SEVERAL.test(foldText(cell.text)));
}

/** Beside a cell with two figures a blank one may have lost its own: it is no more known than they are. */
function fillShared(
  { notes, issues, refused }: FilledCells,
  { id }: Column,
  { place }: RowCell,
  beside: RowCell
): void {
  const raw = shortened(beside.printed ?? beside.text);
  notes.push({ cell: id, kind: 'unreadable', raw, place });
  issues.push({ code: 'cell.unreadable', cell: id, place, values: { raw } });
  refused.add(id);
}

function fillCell(filled: FilledCells, column: Column, cell: RowCell): void {
  if (cell.unshown !== undefined) {
    fillUnshown(filled, column, cell, cell.unshown);
    return;
  }
  const isFee = column.id === AMOUNT_IN_WAN_YUAN && column.stated === null;
  const { value, note, unknownUnit } = parseCellValue(
    cell.text,
    cellOf(column.id).kind,
    isFee ? '万元' : column.stated
  );
  const raw = shortened(cell.printed ?? cell.text);
  const kind = note ?? (cell.printed === undefined ? null : 'written');
  const issue = (code: IssueCode): void => {
    filled.issues.push({ code, cell: column.id, place: cell.place, values: { raw } });
  };
  if (kind) filled.notes.push({ cell: column.id, kind, raw, place: cell.place });
  if (value === undefined) {
    const sign = signIn(cell.printed ?? cell.text);
    issue(unknownUnit ? 'cell.unit-unknown' : sign ? `cell.${sign}` : 'cell.unreadable');
    filled.refused.add(column.id);
    return;
  }
  filled.cells[column.id] = value;
  // The form wants the fees in 万元: where neither header nor cell states a unit, the clerk may have thought of 元.
  if (isFee && value !== null && value !== 0 && !/[元万亿]/.test(foldText(cell.text))) issue('cell.unit-unstated');
}

/** What is seen counts, a blank cell. Of a figure that stands behind it only a person can say whether it is meant. */
function fillUnshown(
  { cells, notes, issues, refused }: FilledCells,
  { id }: Column,
  cell: RowCell,
  stored: string
): void {
  const { place } = cell;
  const raw = shortened(stored);
  const isZero = Number(stored) === 0;
  notes.push({ cell: id, kind: isZero ? 'blank' : 'unreadable', raw: isZero ? '' : raw, place });
  issues.push({ code: isZero ? 'cell.zero-unshown' : 'cell.unshown', cell: id, place, values: { raw } });
  if (isZero) cells[id] = null;
  else refused.add(id);
}

function byRow(taken: readonly TakenRow[], form: FormId): TakenRow[][] {
  const rows = new Map<string, TakenRow[]>();
  for (const one of taken) {
    if (one.row.table === 3 && one.row.key === 'closed' && form === '2021' && isCaption(one, taken)) continue;
    const key = `t${String(one.row.table)}.${one.row.table === 4 ? (one.row.columns?.[0]?.id ?? '') : one.row.key}`;
    const same = rows.get(key) ?? [];
    rows.set(key, [...same, one]);
  }
  return [...rows.values()].map(withoutEmptyDisputes);
}

/** Table 4's row has no label, so an empty row beside it is only room left in the table. */
function withoutEmptyDisputes(rows: TakenRow[]): TakenRow[] {
  const written = rows.filter(({ row }) => row.key !== 'disputes' || row.cells.some(({ text }) => text.trim() !== ''));
  return written.length > 0 ? written : rows.slice(0, 1);
}

/** （六）其他处理 above its three rows, with empty cells of its own, is their caption. */
function isCaption(one: TakenRow, taken: readonly TakenRow[]): boolean {
  return (
    one.row.cells.every(({ text }) => text.trim() === '') && taken.some(({ row }) => row.key.startsWith('closed-'))
  );
}

export function sameText(one: TakenRow, other: TakenRow): boolean {
  const texts = ({ row, cells }: TakenRow) =>
    row.columns && cells && row.columns.map(({ id }, index) => `${id} ${cells[index]?.text.trim() ?? ''}`).sort();
  const [first, second] = [texts(one), texts(other)];
  return first !== null && second !== null && first.join('\n') === second.join('\n');
}

function refuse(filled: FilledCells, row: FoundRow): void {
  for (const id of idsOf(row)) {
    filled.refused.add(id);
    Reflect.deleteProperty(filled.cells, id);
  }
}

/** The cells a row holds on either form, also when its columns could not be told. */
export function idsOf({ table, key, columns }: FoundRow): CellId[] {
  if (columns) return columns.map(({ id }) => id);
  return Object.values(FORMS).flatMap(({ rows }) =>
    rows
      .filter((row) => row.table === table && (row.key === key || key === 'disputes'))
      .flatMap((row) => row.cells.map(({ id }) => id))
  );
}

/** Table 4 has a single row of figures, so that it is the table that stands twice. */
function doubled(row: FoundRow, place: Place | undefined, count: number): Issue {
  const code = row.key === 'disputes' ? 'table.doubled' : 'row.doubled';
  return { code, ...(place ? { place } : {}), values: { ...nameOf(row), count } };
}

function nameOf({ table, key }: FoundRow): { table: TableNumber; row: string } {
  return { table, row: key === 'disputes' ? 't4' : `t${String(table)}.${key}` };
}

function shortened(text: string): string {
  const raw = text.trim();
  return raw.length > LONGEST_RAW ? `${raw.slice(0, LONGEST_RAW)}…` : raw;
}
