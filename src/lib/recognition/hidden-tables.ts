import type { Block } from '../documents/block.ts';
import type { TableNumber } from '../form/form.ts';
import type { Issue } from '../report/issue.ts';
import { entriesOf } from './rows.ts';
import { itemsOf } from './stream.ts';
import { walk } from './walk.ts';

/** Which tables of the form lie on hidden sheets, with the first such sheet's name. Their figures are not read. */
export type HiddenTables = ReadonlyMap<TableNumber, string>;

export function hiddenTables(hidden: readonly Block[]): HiddenTables {
  const tables = new Map<TableNumber, string>();
  if (hidden.length === 0) return tables;
  for (const { table, columns, place } of walk(itemsOf(entriesOf(hidden))).rows) {
    if (columns && !tables.has(table)) tables.set(table, place.sheet ?? '');
  }
  return tables;
}

/** Why a document has no report: its tables are hidden, or it has none. */
export function withoutReport(hidden: HiddenTables): Issue {
  const [sheet] = hidden.values();
  return sheet === undefined
    ? { code: 'document.no-report' }
    : { code: 'document.hidden-report', place: { sheet }, values: { sheet } };
}

/** A table that is missing in sight and lies on a hidden sheet is named there, so that the clerk can unhide it. */
export function withHidden(issues: readonly Issue[], hidden: HiddenTables): Issue[] {
  return issues.map((issue) => {
    if (issue.code !== 'table.missing') return issue;
    const found = [...hidden].find(([table]) => table === issue.values?.['table']);
    if (!found) return issue;
    const [table, sheet] = found;
    return { code: 'table.hidden', place: { sheet }, values: { table, sheet } };
  });
}
