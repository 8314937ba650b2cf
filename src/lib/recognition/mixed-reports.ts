import type { TableNumber } from '../form/form.ts';
import type { Issue } from '../report/issue.ts';
import { sameText, type TakenRow } from './fill-cells.ts';

/** So many rows that stand twice with different figures are no slip, but a second table. */
const SECOND_TABLE = 5;

/**
 * Table 3 when it stands twice with different figures in what should be one report: several reports follow one another
 * without a title between them. Which table 2 and which table 4 belong to which, nobody can tell.
 */
export function mixedTable(rows: readonly TakenRow[]): TableNumber | null {
  const byKey = new Map<string, TakenRow[]>();
  for (const one of rows) {
    if (one.row.table === 3) byKey.set(one.row.key, [...(byKey.get(one.row.key) ?? []), one]);
  }
  const doubled = [...byKey.values()].filter((same) => same.filter(hasFigures).length > 1);
  const different = doubled.filter(([first, ...more]) => first && !more.every((other) => sameText(first, other)));
  return doubled.length >= SECOND_TABLE && different.length > 0 ? 3 : null;
}

export function mixedIssue(table: TableNumber): Issue {
  return { code: 'report.mixed', values: { table } };
}

function hasFigures({ row }: TakenRow): boolean {
  return row.columns !== null && row.cells.some(({ text }) => /\d/.test(text));
}
