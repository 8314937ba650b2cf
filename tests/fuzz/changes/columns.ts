import { placed } from '../paper.ts';
import type { FormCell, FormTable } from '../report-paper.ts';
import { type Change, type Draft, isThree, rowsOf, tablesOf } from './draft.ts';

export const COLUMNS: Readonly<Record<string, Change>> = {
  'columns exchanged': (draft) => {
    const [table, ...parts] = tablesOf(draft).filter(isThree);
    const [, second, third] = table ?? [];
    // Of a table in parts the others would keep their order without a header that says so.
    if (parts.length > 0) return false;
    if (!table || !second || !third || third.length !== 5) return false;
    const rows = rowsOf([table]);
    if (rows.some(({ cells, first }) => cells.length - first !== 7)) return false;
    const [one, other] = draft.random.shuffle([0, 1, 2, 3, 4]);
    const swap = (cells: FormCell[], a: number, b: number): void => {
      const [left, right] = [cells[a], cells[b]];
      if (left && right) [cells[a], cells[b]] = [right, left];
    };
    if (draft.random.chance(0.25) && second.length === 3) {
      swap(second, 0, 2);
      for (const { cells, first } of rows) swap(cells, first, first + 6);
    } else {
      swap(third, one ?? 0, other ?? 1);
      for (const { cells, first } of rows) swap(cells, first + 1 + (one ?? 0), first + 1 + (other ?? 1));
    }
    return true;
  },
  'column dropped': (draft) => {
    const table = tablesOf(draft).find(isThree);
    const [first, second, third] = table ?? [];
    const wide = first?.find(({ columnSpan }) => columnSpan === 7);
    const organisations = second?.find(({ columnSpan }) => columnSpan === 5);
    if (!table || !third || third.length !== 5 || !wide || !organisations) return false;
    const rows = rowsOf([table]);
    if (rows.some(({ cells, first: start }) => cells.length - start !== 7)) return false;
    const which = draft.random.integer(0, 4);
    third.splice(which, 1);
    wide.columnSpan = 6;
    organisations.columnSpan = 4;
    for (const { cells, first: start } of rows) cells.splice(start + 1 + which, 1);
    return true;
  },
  'header row dropped': (draft) => {
    const table = draft.random.pick(tablesOf(draft));
    const headers = table.flatMap((row, index) =>
      row.some(({ id }) => id !== undefined) || row.length < 2 ? [] : [index]
    );
    if (headers.length === 0) return false;
    const index = draft.random.pick(headers);
    const { rows } = placed(table);
    const inside = rows[index] ?? [];
    const next = table[index + 1];
    // As word processors do it: what reached down from the row goes on below it, mostly without its words.
    const words = draft.random.chance(0.3);
    if (next) {
      table[index + 1] = (rows[index + 1] ?? [])
        .filter(({ cell, continued }) => !continued || inside.some((above) => above.cell === cell && !above.continued))
        .map(({ cell, continued }) => (continued && !words ? { ...cell, text: '' } : cell));
    }
    for (const { cell } of inside) if ((cell.rowSpan ?? 1) > 1) cell.rowSpan = (cell.rowSpan ?? 2) - 1;
    for (const cell of table[index + 1] ?? [])
      if (!next?.includes(cell) && !inside.some((above) => above.cell === cell)) cell.rowSpan = (cell.rowSpan ?? 2) - 1;
    table.splice(index, 1);
    return true;
  },
  'header dropped': (draft) => {
    const table = draft.random.pick(tablesOf(draft));
    const figures = table.findIndex((row) => row.some(({ id }) => id !== undefined));
    if (figures < 1) return false;
    table.splice(0, figures);
    return true;
  },
  'column of units': (draft) => {
    const table = draft.random.pick(tablesOf(draft));
    const text = draft.random.pick(['件', '', '项']);
    const isTwo = table.some((row) => row.some(({ id }) => id?.startsWith('t2.')));
    const header = table.findIndex((row) => row.some(({ id }) => id !== undefined));
    if (isTwo ? isThree(table) : header !== 3 || table[0]?.length !== 2) return false;
    if (!mayWiden(draft, table)) return false;
    table.forEach((row, index) => {
      const first = row.findIndex(({ id }) => id !== undefined);
      if (first >= 0) row.splice(first, 0, { text });
      else if (isTwo && row.length === 1) row.forEach((cell) => (cell.columnSpan = (cell.columnSpan ?? 1) + 1));
      else if (isTwo) row.splice(1, 0, { text: '单位' });
      else if (index === 0) row.splice(isThree(table) ? 1 : 0, 0, { text: '单位', rowSpan: 3 });
    });
    return true;
  },
  'empty column': (draft) => {
    const table = draft.random.pick(tablesOf(draft));
    const atEnd = draft.random.chance(0.5);
    if (!mayWiden(draft, table)) return false;
    for (const row of table) row.splice(atEnd ? row.length : 0, 0, { text: '' });
    return true;
  }
};

/** In text nothing but their number tells a row's cells apart: one more might only undo one that was lost. */
function mayWiden({ format, uneven }: Draft, table: FormTable): boolean {
  if (format !== 'txt') return true;
  if (table.some((row) => uneven.has(row))) return false;
  for (const row of table) uneven.add(row);
  return true;
}
