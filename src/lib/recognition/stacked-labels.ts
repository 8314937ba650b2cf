import { group } from 'd3-array';
import { isValue } from './cell-value.ts';
import type { Table, TableCell } from '../documents/block.ts';
import type { Label } from './labels.ts';
import { exactLabels } from './match-label.ts';

/** Lines of one label: 法律服务机构 in a column as wide as one character has six. */
const MOST_LINES = 8;

/**
 * The table with labels of its header put together where each of their lines stands in a cell of its own, one below
 * the other, as in a table without lines whose head says nothing of its rows. Only what is a label of the form to the
 * letter is put together; it then stands in the head's last row, like the labels of the other columns.
 */
export function withStackedLabels(table: Table): Table {
  const lastOf = lastRowsOfHeads(table);
  const inHeads = table.cells.filter(({ row, columnSpan }) => columnSpan === 1 && lastOf.has(row));
  const heads = group(
    inHeads,
    ({ row }) => lastOf.get(row) ?? row,
    ({ column }) => column
  );
  const changes = [...heads].flatMap(([last, columns]) => changesIn([...columns.values()], last));
  if (changes.length === 0) return table;
  const texts = new Map(changes.map(({ cell, text }) => [cell, text]));
  return { ...table, cells: table.cells.map((cell) => ({ ...cell, text: texts.get(cell) ?? cell.text })) };
}

/** Of each row of a head the head's last one. A head is several rows without a figure that stand above rows with figures. */
function lastRowsOfHeads({ rows, cells }: Table): Map<number, number> {
  const figures = new Set(cells.filter(({ text }) => isValue(text)).map(({ row }) => row));
  const lastOf = new Map<number, number>();
  let first = 0;
  for (let row = 0; row < rows; row++) {
    if (!figures.has(row)) continue;
    if (row - first > 1) for (let head = first; head < row; head++) lastOf.set(head, row - 1);
    first = row + 1;
  }
  return lastOf;
}

interface Change {
  readonly cell: TableCell;
  readonly text: string;
}

function changesIn(columns: readonly (readonly TableCell[])[], last: number): Change[] {
  const labels = columns.flatMap((column) => lowestLabel(column, last) ?? []);
  if (!labels.some(({ pieces }) => pieces.length > 1)) return [];
  return labels.flatMap(({ pieces, text, at }) => [
    ...pieces.map((cell) => ({ cell, text: '' })),
    // The last change of a cell counts.
    { cell: at, text }
  ]);
}

interface ColumnLabel {
  readonly pieces: readonly TableCell[];
  readonly text: string;
  /** The column's cell in the head's last row. */
  readonly at: TableCell;
}

/** The label that a column's last words are, in as many lines as it needs; null when there is none. */
function lowestLabel(column: readonly TableCell[], last: number): ColumnLabel | null {
  const at = column.find(({ row, rowSpan }) => row + rowSpan - 1 === last);
  const written = column.filter(({ text }) => text.trim() !== '');
  if (!at) return null;
  for (let count = Math.min(MOST_LINES, written.length); count > 0; count--) {
    const pieces = written.slice(-count);
    const text = pieces.map((piece) => piece.text).join('');
    if (exactLabels(text)?.some(isColumn)) return { pieces, text, at };
  }
  return null;
}

function isColumn({ kind, table }: Label): boolean {
  return kind === 'column' && table !== 2;
}
