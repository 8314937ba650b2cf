import type { FoundRow } from './found-row.ts';
import { isWritten } from './layout.ts';

/**
 * Lines such as 一、本年新收政府信息公开申请数量5件 that are prose beside the table: the same row stands in the table with
 * a figure for each column. Given as orders. A line that fits the table as well as the other row is none: it is told as
 * a row that stands twice.
 */
export function proseRows(rows: readonly FoundRow[]): ReadonlySet<number> {
  const prose = rows.filter(
    (row) => row.row.line !== undefined && rows.some((other) => isSameRow(row, other) && isRather(other, row))
  );
  return new Set(prose.map(({ row }) => row.order));
}

function isSameRow(one: FoundRow, other: FoundRow): boolean {
  return one !== other && one.table === other.table && one.key === other.key;
}

/** Whether `row` is the table's row rather than the line. */
function isRather(row: FoundRow, line: FoundRow): boolean {
  if (!row.columns) return false;
  if (!line.columns) return true;
  const count = line.columns.length;
  const isShort = count > 1 && figuresIn(line) < count && figuresIn(row) >= count;
  return isShort || (row.row.shape === 'grid' && (count === 1 || figuresIn(line) < count));
}

function figuresIn({ cells }: FoundRow): number {
  return cells.filter(isWritten).length;
}
