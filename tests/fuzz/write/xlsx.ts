import { merges, xlsx } from '../../unit/documents/build-xlsx.ts';
import { placed, type Paper, type PaperCell } from '../paper.ts';
import { escaped } from './markup.ts';

const reference = (column: number, row: number): string => `${String.fromCharCode(65 + column)}${row}`;

function cellXml(at: string, cell: PaperCell, asNumber: boolean): string {
  if (cell.text === '' && cell.raised === undefined) return '';
  if (asNumber && cell.raised === undefined && /^\d{1,9}$/.test(cell.text))
    return `<c r="${at}"><v>${Number(cell.text)}</v></c>`;
  const text = `<t xml:space="preserve">${escaped(cell.text)}</t>`;
  const rich =
    cell.raised === undefined
      ? text
      : `<r>${text}</r><r><rPr><vertAlign val="superscript"/></rPr><t>${escaped(cell.raised)}</t></r>`;
  return `<c r="${at}" t="inlineStr"><is>${rich}</is></c>`;
}

/** A workbook of one sheet; `variant` chooses whether figures are numbers or text. */
export function writeXlsx(paper: Paper, variant = 0): Uint8Array {
  const merged: string[] = [];
  const rows: string[] = [];
  const add = (cells: string): void => void rows.push(`<row r="${rows.length + 1}">${cells}</row>`);
  for (const block of paper) {
    if (typeof block === 'string') {
      add(cellXml(reference(0, rows.length + 1), { text: block }, false));
      continue;
    }
    for (const line of placed(block).rows) {
      const number = rows.length + 1;
      for (const { column, columnSpan, continued, rowsLeft } of line) {
        if (continued || (columnSpan === 1 && rowsLeft === 1)) continue;
        merged.push(`${reference(column, number)}:${reference(column + columnSpan - 1, number + rowsLeft - 1)}`);
      }
      const own = line.filter(({ continued }) => !continued);
      add(own.map(({ cell, column }) => cellXml(reference(column, number), cell, variant % 2 === 0)).join(''));
    }
  }
  return xlsx([{ rows: rows.join(''), after: merged.length > 0 ? merges(...merged) : '' }]);
}
