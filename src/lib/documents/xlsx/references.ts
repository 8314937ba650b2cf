import { damaged } from '../limits.ts';
import { MOST_COLUMNS, MOST_ROWS, type SheetRange } from '../sheet/sheet.ts';

const REFERENCE = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/;

export function cellOf(reference: string): { row: number; column: number } {
  const [, letters, digits] = REFERENCE.exec(reference) ?? [];
  if (letters === undefined || digits === undefined) throw damaged('xlsx-reference');
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  const row = Number(digits) - 1;
  if (column >= MOST_COLUMNS || row < 0 || row >= MOST_ROWS) throw damaged('xlsx-reference');
  return { row, column };
}

export function rangeOf(reference: string): SheetRange {
  const [from = '', to = from] = reference.split(':');
  const start = cellOf(from);
  const end = cellOf(to);
  if (end.row < start.row || end.column < start.column) throw damaged('xlsx-reference');
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}
