import type { FoundRow } from './found-row.ts';
import type { RowCell } from './rows.ts';

/** A way of laying out rows: gives a row's value cells in the order of its columns, or null when it does not fit. */
export type Take = (row: FoundRow) => readonly RowCell[] | null;

export const none: Take = () => null;

export const afterLabel: Take = ({ cells, columns }) => (cells.length === columns?.length ? cells : null);

/** The layout that reads most rows, the earlier one when equal; none when it does not read most of them. */
export function best(layouts: readonly Take[], rows: readonly FoundRow[]): Take | null {
  let chosen: Take | null = null;
  let most = 0;
  for (const layout of layouts) {
    const read = rows.filter((row) => row.columns && layout(row)).length;
    if (read > most) [chosen, most] = [layout, read];
  }
  return most * 2 >= rows.filter(({ columns }) => columns !== null).length ? chosen : null;
}

export function isWritten(cell: RowCell): boolean {
  return cell.gap !== true && cell.text.trim() !== '';
}
