import { utils, write, type WorkSheet } from '@e965/xlsx';
import { placed, type Paper } from '../paper.ts';

/** A workbook of Excel 97, written by another library; `variant` chooses whether figures are numbers or text. */
export function writeXls(paper: Paper, variant = 0): Uint8Array {
  const rows: (string | number | null)[][] = [];
  const merges: NonNullable<WorkSheet['!merges']> = [];
  for (const block of paper) {
    if (typeof block === 'string') {
      rows.push([block]);
      continue;
    }
    for (const line of placed(block).rows) {
      const at = rows.length;
      const cells: (string | number | null)[] = [];
      for (const { cell, column, columnSpan, continued, rowsLeft } of line) {
        if (continued) continue;
        const text = cell.text + (cell.raised ?? '');
        const isNumber = variant % 2 === 0 && /^\d{1,9}$/.test(text);
        while (cells.length < column) cells.push(null);
        cells[column] = text === '' ? null : isNumber ? Number(text) : text;
        if (columnSpan > 1 || rowsLeft > 1)
          merges.push({ s: { r: at, c: column }, e: { r: at + rowsLeft - 1, c: column + columnSpan - 1 } });
      }
      rows.push(cells);
    }
  }
  const book = utils.book_new();
  utils.book_append_sheet(book, { ...utils.aoa_to_sheet(rows), '!merges': merges }, '年报');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
}
