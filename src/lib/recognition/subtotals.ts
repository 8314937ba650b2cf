import type { FoundRow } from './found-row.ts';
import { FORMS } from '../form/form.ts';
import { isWritten } from './layout.ts';
import { normaliseLabel } from './normalise-label.ts';

/** What a row of sums is often called; the form's own word is 总计. */
const SUM = normaliseLabel('合计');
const INSIDE_GROUPS: ReadonlySet<string> = new Set(
  Object.values(FORMS).flatMap(({ rows }) => rows.flatMap(({ key, group }) => (group === null ? [] : [key])))
);

/**
 * Rows called 合计 with rows of a group below them: the sum of that group, and not （七）总计, which comes after all.
 */
export function subtotals(rows: readonly FoundRow[]): Set<FoundRow> {
  const isFollowed = (one: FoundRow) =>
    rows.some(
      ({ table, key, row }) =>
        table === 3 && row.source === one.row.source && row.order > one.row.order && INSIDE_GROUPS.has(key)
    );
  return new Set(rows.filter((one) => one.table === 3 && one.key === 'handled' && isCalledSum(one) && isFollowed(one)));
}

function isCalledSum({ row, cells }: FoundRow): boolean {
  const [first] = cells;
  const labels = row.cells.slice(0, first ? row.cells.indexOf(first) : undefined).filter(isWritten);
  return normaliseLabel(labels.at(-1)?.text ?? '') === SUM;
}
