import { cellsOfLayout, layoutOf, type Cell, type CellId, type Layout } from '../form/form.ts';
import type { Issue } from './issue.ts';
import type { CellNote, Report } from './report.ts';

/** Why a person should look at a cell. */
export interface Doubt {
  /** `missing`: the cell was not found at all. null: only an issue names the cell or its row. */
  readonly kind: CellNote['kind'] | 'missing' | null;
  /** Issues of the cell itself and of its row. */
  readonly issues: readonly Issue[];
}

export function layoutOfReport(report: Report): Layout {
  return layoutOf(report.form, Object.keys(report.cells));
}

/** The cells of a report as it was read that are not simply their number, in the form's order. */
export function doubtsOf(report: Report): Map<CellId, Doubt> {
  const notes = new Map(report.notes.map((note) => [note.cell, note.kind]));
  const doubts = new Map<CellId, Doubt>();
  for (const cell of cellsOfLayout(layoutOfReport(report))) {
    const kind = notes.get(cell.id) ?? (report.cells[cell.id] === undefined ? 'missing' : null);
    const issues = report.issues.filter((issue) => isAbout(issue, cell));
    if (kind !== null || issues.length > 0) doubts.set(cell.id, { kind, issues });
  }
  return doubts;
}

/** The issues that a person has not answered yet: of some cell they are about, nothing was said. */
export function openIssues(report: Report, answered: Pick<ReadonlySet<CellId>, 'has'>): Issue[] {
  const cells = cellsOfLayout(layoutOfReport(report));
  return report.issues.filter((issue) => {
    const own = cells.filter((cell) => isAbout(issue, cell));
    return own.length === 0 || own.some(({ id }) => !answered.has(id));
  });
}

/** Issues of rows name their row in `values.row`; table 4, a single row, is named as a whole. */
function isAbout({ cell, values }: Issue, { id, table, row }: Cell): boolean {
  if (cell !== undefined) return cell === id;
  if (values?.row !== undefined) return values.row === `t${table}.${row}` || values.row === `t${table}`;
  return values?.table !== undefined && Number(values.table) === table;
}

/** The next of `cells` behind `from` in the form's order, from the end on again from the start; null when none is left. */
export function nextOf(
  cells: Pick<ReadonlySet<CellId>, 'has'>,
  layout: Layout,
  from: CellId | null,
  direction: 'next' | 'previous'
): CellId | null {
  const order = cellsOfLayout(layout).map(({ id }) => id);
  if (direction === 'previous') order.reverse();
  const start = from === null ? 0 : order.indexOf(from) + 1;
  return [...order.slice(start), ...order.slice(0, start)].find((id) => id !== from && cells.has(id)) ?? null;
}
