import type { Issue } from '../../report/issue.ts';
import { MOST_COLUMNS, MOST_ROWS, type Sheet, type SheetRange } from './sheet.ts';

type Reach = readonly [first: number, last: number];

const FIGURE = /[\p{N}零一二两三四五六七八九十百]/u;
const MOST_NAMED = 8;

/**
 * Names the hidden rows and columns with figures, among the rows and columns that are seen or right beside them. What
 * stands apart from all that is seen, as lists to choose from do, is no part of the sheet's tables.
 */
export function hiddenParts(sheet: Sheet): Issue[] {
  const merges = new Map(sheet.merges.map((range) => [`${range.top} ${range.left}`, range]));
  const stored = sheet.cells.filter(({ text, unshown = '' }) => text.trim() !== '' || unshown !== '');
  const shown = stored.filter(({ row, column }) =>
    isSeen(sheet, merges.get(`${row} ${column}`) ?? { top: row, bottom: row, left: column, right: column })
  );
  const rowReach = reach(
    shown.map(({ row }) => row),
    (row) => row < MOST_ROWS && sheet.rowHidden(row)
  );
  const columnReach = reach(
    shown.map(({ column }) => column),
    (column) => column < MOST_COLUMNS && sheet.columnHidden(column)
  );
  const rows = new Set<number>();
  const columns = new Set<number>();
  const seen = new Set(shown);
  for (const cell of stored) {
    const { row, column, text, unshown } = cell;
    if (seen.has(cell) || !FIGURE.test(text + (unshown ?? ''))) continue;
    if (!isWithin(row, rowReach) || !isWithin(column, columnReach)) continue;
    if (sheet.rowHidden(row)) rows.add(row);
    else columns.add(column);
  }
  const { name } = sheet;
  const named = (parts: 'rows' | 'columns', found: Set<number>, nameOf: (at: number) => string): Issue[] => {
    const values = { sheet: name, [parts]: rangesText(found, nameOf) };
    return found.size === 0 ? [] : [{ code: `sheet.hidden-${parts}`, place: { sheet: name }, values }];
  };
  return [...named('rows', rows, (row) => String(row + 1)), ...named('columns', columns, columnName)];
}

function isSeen(sheet: Sheet, { top, left, bottom, right }: SheetRange): boolean {
  return (
    firstShown(top, bottom, (row) => sheet.rowHidden(row)) && firstShown(left, right, (at) => sheet.columnHidden(at))
  );
}

function firstShown(from: number, to: number, isHidden: (at: number) => boolean): boolean {
  for (let at = from; at <= to; at++) if (!isHidden(at)) return true;
  return false;
}

/** From the first to the last that is seen, with the hidden ones right beside them; everything where nothing is seen. */
function reach(seen: readonly number[], isHidden: (at: number) => boolean): Reach {
  if (seen.length === 0) return [0, Infinity];
  let [first, last] = seen.reduce(([low, high], at) => [Math.min(low, at), Math.max(high, at)], [Infinity, 0]);
  while (first > 0 && isHidden(first - 1)) first--;
  while (isHidden(last + 1)) last++;
  return [first, last];
}

function isWithin(at: number, [first, last]: Reach): boolean {
  return first <= at && at <= last;
}

/** `5`, `7–9`: as the sheet's own heads have them. */
function rangesText(found: ReadonlySet<number>, nameOf: (at: number) => string): string {
  const ranges: { from: number; to: number }[] = [];
  for (const at of [...found].sort((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last?.to === at - 1) last.to = at;
    else ranges.push({ from: at, to: at });
  }
  const texts = ranges.map(({ from, to }) => (from === to ? nameOf(from) : `${nameOf(from)}–${nameOf(to)}`));
  return texts.length > MOST_NAMED ? `${texts.slice(0, MOST_NAMED).join(', ')} …` : texts.join(', ');
}

function columnName(column: number): string {
  const before = Math.floor(column / 26) - 1;
  return (before < 0 ? '' : columnName(before)) + String.fromCharCode(65 + (column % 26));
}
