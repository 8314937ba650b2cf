import { Refusal } from '../../report/issue.ts';
import type { Block, DocumentContent, Table, TableCell } from '../block.ts';
import { LIMITS, overLimit } from '../limits.ts';
import { hiddenParts } from './hidden-parts.ts';
import { withPictures } from './pictures.ts';
import type { Sheet } from './sheet.ts';
import { type PlacedCell, type SheetRow, type VisibleColumns, visibleColumns, visibleRows } from './visible-rows.ts';

/** A line of its own is longer than any label of a table, or numbered as a heading is. */
const LONGEST_LABEL = 40;
const HEADING = /^\s*[一二三四五六七八九十]{1,3}\s*[、．.]/;

/** What the sheets of a workbook hold. Throws `document.limit`, and `document.scan` when they show pictures alone. */
export function workbookContent(format: 'xls' | 'xlsx', all: readonly Sheet[]): DocumentContent {
  const sheets = all.map(withoutUnshownZeros);
  const shown = sheets.filter(({ hidden }) => !hidden);
  const blocks = sheetBlocks(shown);
  if (blocks.length === 0 && shown.some(({ pictures }) => pictures.length > 0)) {
    throw new Refusal({ code: 'document.scan' });
  }
  const hidden = sheetBlocks(sheets.filter((sheet) => sheet.hidden));
  return { format, blocks, issues: shown.flatMap(hiddenParts), hidden };
}

/** A sheet may be set to show no zeros at all. */
function withoutUnshownZeros(sheet: Sheet): Sheet {
  if (!sheet.zerosHidden) return sheet;
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.value === 0 ? { ...cell, text: '', unshown: '0' } : cell))
  };
}

/** Tables and lines of all sheets, in the sheets' order. */
export function sheetBlocks(sheets: readonly Sheet[]): Block[] {
  const blocks: Block[] = [];
  let tables = 0;
  let cells = 0;
  for (const sheet of sheets.map(withPictures)) {
    const columns = visibleColumns(sheet);
    for (const part of regions(visibleRows(sheet, columns)).flatMap(parts)) {
      if (!Array.isArray(part)) {
        if (part.text.trim() !== '') blocks.push(line(part, sheet.name));
      } else if (part.some((row) => row.cells.some(({ text }) => text.trim() !== ''))) {
        const table = tableOf(part, columns, { sheet: sheet.name, table: ++tables });
        cells += table.cells.length;
        if (cells > LIMITS.cells) throw overLimit('cells');
        blocks.push(table);
      }
    }
  }
  return blocks;
}

/** Rows that follow each other without a blank one between. */
function regions(rows: readonly SheetRow[]): SheetRow[][] {
  const found: SheetRow[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && !row.afterGap) last.push(row);
    else found.push([row]);
  }
  return found;
}

/** Cuts a region into tables and, between and around them, lines: rows of a single cell that no table holds. */
function parts(rows: readonly SheetRow[]): (SheetRow[] | PlacedCell)[] {
  const found: (SheetRow[] | PlacedCell)[] = [];
  const bordered = rows.some(({ cells }) => cells.length > 1 && cells.some((cell) => cell.bordered));
  let table: SheetRow[] = [];
  // Lines after a table's last row of several cells turn out not to be inside it once the table has ended.
  const endTable = (): void => {
    let end = table.length;
    while (end > 0 && isSingleAt(table, end - 1)) end--;
    if (end > 0) found.push(table.slice(0, end));
    for (const row of table.slice(end)) found.push(...row.cells);
    table = [];
  };
  for (const row of rows) {
    const [only] = row.cells;
    if (only && isSingle(row) && (table.length === 0 || isLine(only, bordered))) {
      endTable();
      found.push(only);
    } else {
      table.push(row);
    }
  }
  endTable();
  return found;
}

function isSingleAt(rows: readonly SheetRow[], index: number): boolean {
  const row = rows[index];
  return row !== undefined && isSingle(row);
}

function isSingle({ cells, covered }: SheetRow): boolean {
  return cells.length === 1 && !covered && cells[0]?.rowSpan === 1;
}

/** Whether a single cell between rows of a table stands for itself; else it is a row of which the rest is blank. */
function isLine(cell: PlacedCell, tableBordered: boolean): boolean {
  if (cell.text.length > LONGEST_LABEL) return true;
  const merged = cell.right > cell.left;
  return merged ? HEADING.test(cell.text) : tableBordered && !cell.bordered;
}

function line({ row, column, text }: PlacedCell, sheet: string): Block {
  const place = { sheet, row: row + 1, column: column + 1 };
  return { kind: 'paragraph', text: text.replace(/\s*\n\s*/g, ' '), place };
}

/** A table over the columns that its cells' edges make; what no cell covers is a blank cell. */
function tableOf(rows: readonly SheetRow[], visible: VisibleColumns, base: { sheet: string; table: number }): Table {
  const columns = columnStarts(rows);
  if (columns.length > LIMITS.columns) throw overLimit('columns');
  if (columns.length * rows.length > LIMITS.cells) throw overLimit('cells');
  const cells: TableCell[] = [];
  const taken = rows.map(() => new Array<boolean>(columns.length).fill(false));
  rows.forEach((row, rowIndex) => {
    for (const cell of row.cells) {
      const column = columns.indexOf(cell.left);
      const next = columns.findIndex((start) => start > cell.right);
      const columnSpan = (next < 0 ? columns.length : next) - column;
      const rowSpan = Math.min(cell.rowSpan, rows.length - rowIndex);
      for (let at = rowIndex; at < rowIndex + rowSpan; at++) taken[at]?.fill(true, column, column + columnSpan);
      const place = { ...base, row: cell.row + 1, column: cell.column + 1 };
      const { text, unshown } = cell;
      cells.push({ row: rowIndex, column, rowSpan, columnSpan, text, ...(unshown ? { unshown } : {}), place });
    }
    taken[rowIndex]?.forEach((covered, column) => {
      if (covered) return;
      const place = { ...base, row: row.row + 1, column: (visible.source[columns[column] ?? 0] ?? 0) + 1 };
      cells.push({ row: rowIndex, column, rowSpan: 1, columnSpan: 1, text: '', place });
    });
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  const place = { ...base, row: (rows[0]?.row ?? 0) + 1 };
  return { kind: 'table', rows: rows.length, columns: columns.length, cells, place };
}

/** The visible columns at which some cell begins, or ends with others beyond it. */
function columnStarts(rows: readonly SheetRow[]): number[] {
  const starts = new Set<number>();
  let end = 0;
  for (const { cells } of rows) {
    for (const { left, right } of cells) {
      starts.add(left).add(right + 1);
      end = Math.max(end, right + 1);
    }
  }
  starts.delete(end);
  return [...starts].sort((a, b) => a - b);
}
