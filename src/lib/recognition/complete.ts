import { cellsOfLayout, type Cell, type CellId, type Layout } from '../form/form.ts';
import type { Issue } from '../report/issue.ts';
import type { FilledCells } from './fill-cells.ts';

/**
 * Holds the found cells against the layout. Every cell of it is found, refused by an issue, or named missing: as a
 * whole table, as a whole row, or by itself. Cells that the layout does not have are taken out, and said so.
 */
export function complete(
  filled: FilledCells,
  layout: Layout
): { cells: Record<CellId, number | null>; issues: Issue[] } {
  const expected = cellsOfLayout(layout);
  const ids = new Set(expected.map(({ id }) => id));
  const issues = [...collapsed(filled.issues, filled, expected)];
  const strangers = new Set(
    Object.keys(filled.cells)
      .filter((id) => !ids.has(id))
      .map(rowOf)
  );
  for (const row of strangers) issues.push({ code: 'row.not-on-form', values: { table: Number(row.charAt(1)), row } });
  for (const table of [2, 3, 4] as const) {
    const cells = expected.filter((cell) => cell.table === table);
    const isAbsent = ({ id }: Cell) => !(id in filled.cells) && !filled.refused.has(id);
    if (cells.every(isAbsent)) {
      issues.push({ code: 'table.missing', values: { table } });
      continue;
    }
    for (const [row, ofRow] of byRow(cells)) {
      if (ofRow.every(isAbsent)) issues.push({ code: 'row.missing', values: { table, row } });
      else for (const { id } of ofRow.filter(isAbsent)) issues.push({ code: 'cell.missing', cell: id });
    }
  }
  const cells: Record<CellId, number | null> = {};
  for (const { id } of expected) {
    const value = filled.cells[id];
    if (value !== undefined) cells[id] = value;
  }
  return { cells, issues };
}

/** So many rows of a table with the same wrong number of cells are one fault of the table: a column too many, say. */
const ONE_FAULT = 3;

/** When no row of a table could be given columns, that is one fault of its header and not 25 of its rows. */
function collapsed(issues: readonly Issue[], filled: FilledCells, expected: readonly Cell[]): Issue[] {
  const unknown = (issue: Issue, table: number) =>
    issue.code === 'row.columns-unknown' && issue.values?.['table'] === table;
  let kept = [...issues];
  for (const table of [3, 4] as const) {
    const faults = kept.filter((issue) => unknown(issue, table));
    const [first] = faults;
    const untold = expected.filter((cell) => cell.table === table).every(({ id }) => !(id in filled.cells));
    if (!first || !untold) continue;
    kept = kept.filter((issue) => !unknown(issue, table));
    kept.push({ code: 'table.columns-unknown', ...(first.place ? { place: first.place } : {}), values: { table } });
  }
  return zerosTogether(doubledTogether(countedTogether(kept)));
}

/** A sheet that shows no zeros has them in most cells: that is one fault of each of its tables. */
function zerosTogether(issues: readonly Issue[]): Issue[] {
  const tableOf = ({ code, cell = '' }: Issue) => (code === 'cell.zero-unshown' ? Number(cell.charAt(1)) : null);
  return issues.flatMap((issue) => {
    const table = tableOf(issue);
    const alike = table === null ? [] : issues.filter((other) => tableOf(other) === table);
    if (table === null || alike.length <= ONE_FAULT) return [issue];
    if (alike[0] !== issue) return [];
    const place = issue.place ? { place: issue.place } : {};
    return [{ code: 'table.zeros-unshown', ...place, values: { table, count: alike.length } }];
  });
}

/** A table that stands twice is one fault, and not one of each of its rows. */
function doubledTogether(issues: readonly Issue[]): Issue[] {
  const ofTable = (table: unknown) =>
    issues.filter(({ code, values }) => code === 'row.doubled' && values?.['table'] === table);
  return issues.flatMap((issue) => {
    if (issue.code !== 'row.doubled') return [issue];
    const { table = '' } = issue.values ?? {};
    const alike = ofTable(table);
    if (alike.length <= ONE_FAULT) return [issue];
    if (alike[0] !== issue) return [];
    const count = Math.max(...alike.map(({ values }) => Number(values?.['count'])));
    return [{ ...issue, code: 'table.doubled', values: { table, count } }];
  });
}

/** Rows of one table with the same wrong number of cells, named by one issue in the place of the first. */
function countedTogether(issues: readonly Issue[]): Issue[] {
  const faultOf = ({ code, values = {} }: Issue) =>
    code === 'row.cell-count' && values['table'] !== 4
      ? [values['table'], values['expected'], values['found']].join(' ')
      : null;
  return issues.flatMap((issue, index) => {
    const fault = faultOf(issue);
    const alike = fault === null ? [] : issues.filter((other) => faultOf(other) === fault);
    if (alike.length < ONE_FAULT) return [issue];
    if (alike[0] !== issues[index]) return [];
    const { table = '', expected = 0, found = 0 } = issue.values ?? {};
    const rows = alike.map(({ values }) => values?.['row']).join(' ');
    return [{ ...issue, code: 'table.cell-count', values: { table, expected, found, count: alike.length, rows } }];
  });
}

function byRow(cells: readonly Cell[]): Map<string, Cell[]> {
  const rows = new Map<string, Cell[]>();
  for (const cell of cells) {
    const row = rows.get(rowOf(cell.id));
    if (row) row.push(cell);
    else rows.set(rowOf(cell.id), [cell]);
  }
  return rows;
}

function rowOf(id: CellId): string {
  return id.slice(0, id.lastIndexOf('.'));
}
