import { cellOf } from '../form/form.ts';
import { parseCellValue } from './cell-value.ts';
import type { Column } from './columns.ts';

/**
 * Whether the texts, taken for these columns, satisfy the sums that the form prints: table 3's row, table 4's blocks.
 * Blank cells count as nothing, and where only zeros stand beside one the sum shows nothing: any of them may be the one
 * that is blank. Table 2 has no sums, so it never adds up.
 */
export function addsUp(columns: readonly Column[], texts: readonly string[]): boolean {
  const differences = new Map<string, number>();
  const blank = new Set<string>();
  const zero = new Set<string>();
  const counted = new Set<string>();
  for (const [index, { id }] of columns.entries()) {
    const { table, row, column, kind } = cellOf(id);
    const { value } = parseCellValue(texts[index] ?? '', kind);
    if (table === 2 || value === undefined) return false;
    (value === null ? blank : value === 0 ? zero : counted).add(row);
    differences.set(row, (differences.get(row) ?? 0) + (column === 'total' ? -1 : 1) * (value ?? 0));
  }
  const showsNothing = (row: string) => blank.has(row) && zero.has(row) && !counted.has(row);
  return [...differences].every(([row, difference]) => difference === 0 && !showsNothing(row));
}
