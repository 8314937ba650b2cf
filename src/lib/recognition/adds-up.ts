import { cellOf } from '../form/form.ts';
import { parseCellValue } from './cell-value.ts';
import type { Column } from './columns.ts';

/**
 * Whether the texts, taken for these columns, satisfy the sums that the form prints: table 3's row, table 4's blocks.
 * Blank cells count as nothing. Table 2 has no sums, so it never adds up.
 */
export function addsUp(columns: readonly Column[], texts: readonly string[]): boolean {
  const differences = new Map<string, number>();
  for (const [index, { id }] of columns.entries()) {
    const { table, row, column, kind } = cellOf(id);
    const { value } = parseCellValue(texts[index] ?? '', kind);
    if (table === 2 || value === undefined) return false;
    differences.set(row, (differences.get(row) ?? 0) + (column === 'total' ? -1 : 1) * (value ?? 0));
  }
  return [...differences.values()].every((difference) => difference === 0);
}
