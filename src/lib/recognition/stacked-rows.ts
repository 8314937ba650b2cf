import { group } from 'd3-array';
import { isValue } from './cell-value.ts';
import type { Table, TableCell } from '../documents/block.ts';
import type { Label } from './labels.ts';
import { exactLabels } from './match-label.ts';

/** Lines of one label: the longest has 45 characters. */
const MOST_LINES = 9;

/**
 * The table with labels of its rows put together where each of their lines makes a row of its own, as in a table without
 * lines whose rows are told by their height alone. Only what is a label of the form to the letter is put together, and
 * only when no more than one of the lines has figures beside it: the label then stands in that row.
 */
export function withStackedRows(table: Table): Table {
  const values = new Set(table.cells.filter(({ text }) => isValue(text)).map(({ row }) => row));
  const texts = new Map<TableCell, string>();
  for (const column of columnsOf(table)) {
    for (let at = 0; at < column.length;) {
      const pieces = stackAt(column, at, values);
      at += Math.max(pieces.length, 1);
      if (pieces.length < 2) continue;
      const own = pieces.find(({ row }) => values.has(row)) ?? pieces[0];
      for (const piece of pieces) texts.set(piece, piece === own ? textOf(pieces) : '');
    }
  }
  if (texts.size === 0) return table;
  return { ...table, cells: table.cells.map((cell) => ({ ...cell, text: texts.get(cell) ?? cell.text })) };
}

/** The words of each column of single cells, from top to bottom. */
function columnsOf({ cells }: Table): TableCell[][] {
  const words = cells.filter(
    ({ columnSpan, rowSpan, text }) => columnSpan === 1 && rowSpan === 1 && text.trim() !== '' && !isValue(text)
  );
  return [...group(words, ({ column }) => column).values()].map((column) =>
    column.sort((one, other) => one.row - other.row)
  );
}

/** The most cells, one right below the other, that are one row's label; fewer than two when there are none. */
function stackAt(column: readonly TableCell[], at: number, values: ReadonlySet<number>): readonly TableCell[] {
  const [first] = column.slice(at, at + 1);
  if (!first) return [];
  let stack: readonly TableCell[] = [];
  for (let count = 2; count <= MOST_LINES && at + count <= column.length; count++) {
    const pieces = column.slice(at, at + count);
    if (pieces.at(-1)?.row !== first.row + count - 1) break;
    if (pieces.filter(({ row }) => values.has(row)).length > 1) break;
    const labels = exactLabels(textOf(pieces))?.filter(isRow) ?? [];
    if (labels.length > 0 && isOneWith(first, labels)) stack = pieces;
  }
  return stack;
}

/** A label that is whole already begins no longer one, unless both are the same row's. */
function isOneWith({ text }: TableCell, labels: readonly Label[]): boolean {
  return exactLabels(text)?.every(({ key }) => labels.some((label) => label.key === key)) ?? true;
}

function textOf(pieces: readonly TableCell[]): string {
  return pieces.map(({ text }) => text).join('');
}

function isRow({ kind }: Label): boolean {
  return kind === 'row';
}
