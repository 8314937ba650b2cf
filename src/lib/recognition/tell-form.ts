import { cellsOfLayout, FORMS, formOfYear, type Cell, type FormId, type Layout } from '../form/form.ts';
import type { TakenRow } from './fill-cells.ts';

/**
 * The form a report is written on, told by its rows and columns: those that only one form has. Without any the year
 * decides. A clerk may fill in the superseded form, so the year alone says nothing.
 */
export function tellForm(rows: readonly TakenRow[], year: number | null): FormId {
  let newer = 0;
  for (const { row } of rows) {
    for (const { id } of row.columns ?? []) newer += (only2021.has(id) ? 1 : 0) - (only2019.has(id) ? 1 : 0);
    if (row.columns === null && rowsOnly2021.has(row.key)) newer++;
    if (row.columns === null && rowsOnly2019.has(row.key)) newer--;
  }
  if (newer !== 0) return newer > 0 ? '2021' : '2019';
  return year === null ? '2021' : formOfYear(year);
}

/** Whether （六）其他处理 is printed as one row or as three. */
export function tellLayout(form: FormId, rows: readonly TakenRow[]): Layout {
  if (form === '2019') return '2019';
  const keys = rows.filter(({ row }) => row.table === 3).map(({ row }) => row.key);
  return keys.includes('closed') && !keys.some((key) => key.startsWith('closed-')) ? '2021-closed-once' : '2021';
}

const both = new Set(
  FORMS['2019'].cells.map(({ id }) => id).filter((id) => FORMS['2021'].cells.some((cell) => cell.id === id))
);
/** 其他处理 as one row is printed on either form, so it speaks for none. */
const idsOnly = (cells: readonly Cell[]) =>
  new Set(cells.map(({ id }) => id).filter((id) => !both.has(id) && !id.startsWith('t3.closed.')));
const only2021 = idsOnly(cellsOfLayout('2021'));
const only2019 = idsOnly(cellsOfLayout('2019'));
const rowKeys = (ids: ReadonlySet<string>) => new Set([...ids].map((id) => id.split('.')[1] ?? ''));
const rowsOnly2021 = new Set([...rowKeys(only2021)].filter((key) => key.startsWith('closed-')));
const rowsOnly2019 = new Set(['other-services', 'procurement']);
