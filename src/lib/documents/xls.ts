import { type CellObject, read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { Refusal } from '../report/issue.ts';
import type { DocumentContent } from './block.ts';
import { damaged, LIMITS, overLimit } from './limits.ts';
import { OleFile } from './ole.ts';
import { numberText } from './sheet/number-text.ts';
import { sheetBlocks } from './sheet/sheet-blocks.ts';
import { MOST_ROWS, type Sheet, type SheetCell } from './sheet/sheet.ts';
import { checkWorkbookStream } from './xls/workbook-stream.ts';

/** What writers that never compute leave as a result: bytes that are no figure, read as a number next to nothing. */
const SMALLEST_FIGURE = 1e-300;

/**
 * Reads a workbook of Excel 97 to 2003 (BIFF8), which .xls and .et hold: what its cells display.
 * Formulas give their stored results. What hidden sheets hold comes apart; hidden rows and columns are left out.
 */
export function readXls(bytes: Uint8Array): DocumentContent {
  const file = new OleFile(bytes);
  const stream = file.stream('Workbook') ?? file.stream('Book');
  if (!stream) throw damaged('xls-stream-missing');
  checkWorkbookStream(stream);
  const workbook = parse(stream);
  const from1904 = workbook.Workbook?.WBProps?.date1904 ?? false;
  const sheets = workbook.SheetNames.flatMap((name, index): Sheet[] => {
    const content = workbook.Sheets[name];
    // Charts and macro sheets stand in the same list.
    if (!content || (content['!type'] ?? 'sheet') !== 'sheet') return [];
    const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    return [worksheet(content, name, hidden, from1904)];
  });
  return {
    format: 'xls',
    blocks: sheetBlocks(sheets.filter(({ hidden }) => !hidden)),
    hidden: sheetBlocks(sheets.filter(({ hidden }) => hidden))
  };
}

/** The library is given the stream alone: its own reading of the container does not end on a cyclic one. */
function parse(stream: Uint8Array): WorkBook {
  try {
    return read(stream, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellText: false,
      cellHTML: false
    });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged('xls');
  }
}

function worksheet(content: WorkSheet, name: string, hidden: boolean, from1904: boolean): Sheet {
  const cells: SheetCell[] = [];
  (content['!data'] ?? []).forEach((line: readonly (CellObject | undefined)[] | undefined, row) => {
    line?.forEach((cell, column) => {
      const text = cell ? cellText(cell, from1904) : '';
      if (text === '') return;
      if (cells.length === LIMITS.cells) throw overLimit('cells');
      cells.push({ row, column, text, bordered: false });
    });
  });
  const rows = content['!rows'] ?? [];
  const columns = content['!cols'] ?? [];
  return {
    name,
    hidden,
    cells,
    merges: (content['!merges'] ?? []).map(({ s, e }) => ({
      top: s.r,
      left: s.c,
      bottom: Math.min(e.r, MOST_ROWS - 1),
      right: e.c
    })),
    rowHidden: (row) => rows[row]?.hidden ?? false,
    columnHidden: (column) => columns[column]?.hidden ?? false
  };
}

function cellText({ t, v, z, f }: CellObject, from1904: boolean): string {
  if (typeof v === 'number' && t === 'n') {
    if (f !== undefined && v !== 0 && Math.abs(v) < SMALLEST_FIGURE) return `=${f}`;
    return numberText(v, typeof z === 'string' ? z : '', from1904);
  }
  if (t === 'e') return '#';
  if (typeof v === 'boolean') return v ? 'TRUE' : 'FALSE';
  return v === undefined || v instanceof Date ? '' : String(v).replace(/\r\n?/g, '\n');
}
