import { LIMITS, overLimit } from '../limits.ts';
import { MOST_COLUMNS, type Sheet, type SheetCell, type SheetRange } from './sheet.ts';

/** A cell or merged cells that can be seen. `left` and `right` count visible columns only, from 0. */
export interface PlacedCell {
  /** The sheet's row and column of the first visible cell. */
  readonly row: number;
  readonly column: number;
  readonly left: number;
  readonly right: number;
  /** Over how many of the rows given. */
  readonly rowSpan: number;
  readonly text: string;
  /** What is stored where nothing is shown. */
  readonly unshown?: string;
  readonly bordered: boolean;
}

type MutableCell = { -readonly [Key in keyof PlacedCell]: PlacedCell[Key] };

export interface SheetRow {
  readonly row: number;
  /** In column order. Those merged from a row above are with that row. */
  readonly cells: readonly PlacedCell[];
  /** A cell from above reaches down into this row. */
  readonly covered: boolean;
  /** A visible blank row stands between this one and the one before. */
  readonly afterGap: boolean;
}

interface OpenRow {
  readonly row: number;
  readonly cells: PlacedCell[];
  /** Visible columns taken by merged cells. */
  readonly taken: MutableCell[];
  covered: boolean;
}

/** For each column of a sheet its place among the visible ones, or -1; for each visible one its column. */
export interface VisibleColumns {
  readonly index: readonly number[];
  readonly source: readonly number[];
}

export function visibleColumns(sheet: Sheet): VisibleColumns {
  const source: number[] = [];
  const index = Array.from({ length: MOST_COLUMNS }, (_, column) =>
    sheet.columnHidden(column) ? -1 : source.push(column) - 1
  );
  return { index, source };
}

/** The rows of a sheet in which something can be seen; hidden rows and columns are left out. */
export function visibleRows(sheet: Sheet, columns: VisibleColumns): SheetRow[] {
  const anchors = new Map(sheet.cells.map((cell) => [key(cell.row, cell.column), cell]));
  const rows = openRows(sheet, columns, anchors);
  placeMerges(sheet.merges, rows, columns, anchors);
  const byRow = new Map(rows.map((row) => [row.row, row]));
  for (const { row, column, text, unshown, bordered } of sheet.cells) {
    const at = columns.index[column] ?? -1;
    const open = byRow.get(row);
    if (!open || at < 0) continue;
    const merged = open.taken.find(({ left, right }) => left <= at && at <= right);
    if (!merged) {
      open.cells.push({ row, column, left: at, right: at, rowSpan: 1, text, unshown, bordered });
    } else if (merged.text.trim() === '' && (unshown ?? text).trim() !== '') {
      // Merged cells show the first one's text alone; what another holds under a blank first one is not seen.
      merged.unshown ??= unshown ?? text;
    }
  }
  let before = -1;
  return rows.map(({ row, cells, covered }) => {
    const afterGap = !covered && hasVisibleRow(sheet, before + 1, row);
    before = row;
    return { row, cells: cells.sort((a, b) => a.left - b.left), covered, afterGap };
  });
}

/** The visible rows that hold a visible cell, or the first visible part of merged cells with text. */
function openRows(sheet: Sheet, columns: VisibleColumns, anchors: ReadonlyMap<number, SheetCell>): OpenRow[] {
  const used = new Set<number>();
  for (const { row, column } of sheet.cells) {
    if (!sheet.rowHidden(row) && (columns.index[column] ?? -1) >= 0) used.add(row);
  }
  for (const { top, bottom, left } of sheet.merges) {
    if (!anchors.has(key(top, left))) continue;
    let row = top;
    while (row <= bottom && sheet.rowHidden(row)) row++;
    if (row <= bottom) used.add(row);
  }
  return [...used].sort((a, b) => a - b).map((row) => ({ row, cells: [], taken: [], covered: false }));
}

function placeMerges(
  merges: readonly SheetRange[],
  rows: readonly OpenRow[],
  columns: VisibleColumns,
  anchors: ReadonlyMap<number, SheetCell>
): void {
  const numbers = rows.map(({ row }) => row);
  let work = 0;
  for (const merge of merges) {
    const left = firstIndex(columns.source, merge.left);
    const right = firstIndex(columns.source, merge.right + 1) - 1;
    const column = columns.source[left];
    const reached = rows.slice(firstIndex(numbers, merge.top), firstIndex(numbers, merge.bottom + 1));
    const [head] = reached;
    if (column === undefined || right < left || !head) continue;
    work += reached.length;
    if (work > LIMITS.cells) throw overLimit('cells');
    // Excel allows no overlap; of two that do, the first stands.
    if (reached.some(({ taken }) => taken.some((other) => other.left <= right && left <= other.right))) continue;
    const anchor = anchors.get(key(merge.top, merge.left));
    const rowSpan = reached.length;
    const { text = '', unshown, bordered = false } = anchor ?? {};
    const cell: MutableCell = { row: head.row, column, left, right, rowSpan, text, unshown, bordered };
    head.cells.push(cell);
    for (const row of reached) {
      row.taken.push(cell);
      row.covered ||= row !== head;
    }
  }
}

/** The first place in an ascending list whose value is not below `least`. */
function firstIndex(values: readonly number[], least: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? Infinity) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function hasVisibleRow(sheet: Sheet, from: number, to: number): boolean {
  for (let row = from; row < to; row++) if (!sheet.rowHidden(row)) return true;
  return false;
}

function key(row: number, column: number): number {
  return row * MOST_COLUMNS + column;
}
