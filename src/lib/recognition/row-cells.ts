import { isValue, type RowCell } from './rows.ts';
import type { FoundRow } from './walk.ts';

/**
 * The value cells of each found row, in the order of its columns; null where the row does not have exactly its number
 * of cells. Nothing is guessed: what a row's cells are is settled by how all rows of the table are laid out, and a row
 * that does not fit is refused, unless it holds exactly as many written cells as columns, side by side.
 */
export function takeCells(rows: readonly FoundRow[]): Map<FoundRow, readonly RowCell[] | null> {
  const groups = new Map<string, FoundRow[]>();
  for (const row of rows) {
    const key = `${row.row.shape} ${row.row.source} ${row.table}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const taken = new Map<FoundRow, readonly RowCell[] | null>();
  for (const group of groups.values()) {
    const take = group[0]?.row.shape === 'grid' ? gridLayout(group) : streamLayout(group);
    for (const row of group) taken.set(row, row.columns && (take(row) ?? sideBySide(row)));
  }
  return taken;
}

type Take = (row: FoundRow) => readonly RowCell[] | null;

/** Written cells only, all of them, none empty between: then no shift can have happened. */
const sideBySide: Take = ({ cells, columns }) => {
  const count = columns?.length ?? 0;
  const first = cells.findIndex(isWritten);
  const run = cells.slice(first, first + count);
  const rest = [...cells.slice(0, Math.max(first, 0)), ...cells.slice(first + count)];
  return first >= 0 && run.length === count && run.every(isWritten) && !rest.some(isWritten) ? run : null;
};

function gridLayout(rows: readonly FoundRow[]): Take {
  const width = commonest(rows.map(({ row }) => row.cells.length));
  const layouts: Take[] = [underHeader, afterLabel, (row) => atEndOf(row, width)];
  return best(layouts, rows) ?? sideBySide;
}

/** Each column has one cell right under its header, and nothing is written beside them. */
const underHeader: Take = ({ row, cells, columns, labelTo, headerTo }) => {
  const picked: RowCell[] = [];
  let start = Infinity;
  let end = 0;
  for (const { grid } of columns ?? []) {
    if (!grid || grid.source !== row.source) return null;
    const under = cells.filter((cell) => cell.from < grid.to && grid.from < cell.to);
    const written = under.filter(isWritten);
    const cell = written.length > 0 ? written[0] : under[0];
    if (!cell || written.length > 1 || picked.includes(cell)) return null;
    picked.push(cell);
    start = Math.min(start, grid.from);
    end = Math.max(end, grid.to);
  }
  const beside = cells.filter((cell) => !picked.includes(cell) && (cell.to <= start || cell.from >= end));
  // A cell beyond the header, even an empty one, may be the last of a row that was shifted.
  if (labelTo > start || beside.some((cell) => isWritten(cell) || cell.to > headerTo)) return null;
  return picked.every((cell) => cell.rowSpan === 1) ? picked : null;
};

const afterLabel: Take = ({ cells, columns }) => (cells.length === columns?.length ? cells : null);

/** Rows of one width throughout, empty label cells included: the values are the last cells. */
function atEndOf({ row, cells, columns }: FoundRow, width: number): readonly RowCell[] | null {
  const count = columns?.length ?? 0;
  if (row.cells.length !== width || cells.length < count) return null;
  const [labels, values] = [cells.slice(0, -count), cells.slice(-count)];
  return labels.some(isWritten) ? null : values;
}

/**
 * In a stream, an empty line is a separator between rows, an empty cell, or a separator between cells: whichever reads
 * most rows. Rows may end with as many empty label cells as the next label has before it on the form.
 */
function streamLayout(rows: readonly FoundRow[]): Take {
  const counted = [0, 1, 2].flatMap((separators) =>
    [0, 1].map(
      (labels): Take =>
        (row) =>
          countedOut(row, separators, labels)
    )
  );
  const layouts: Take[] = [upToGap, ...counted, withoutGaps];
  const take = best(layouts, rows) ?? sideBySide;
  return (row) => ungluedDigits(row) ?? inOneLine(row) ?? take(row);
}

const upToGap: Take = ({ cells, columns }) => {
  const gap = cells.findIndex((cell) => cell.gap === true);
  const before = gap < 0 ? cells : cells.slice(0, gap);
  const rest = gap < 0 ? [] : cells.slice(gap);
  return before.length === columns?.length && !rest.some(isWritten) ? before : null;
};

function countedOut(
  { cells, columns, after }: FoundRow,
  separators: number,
  labels: number
): readonly RowCell[] | null {
  const count = columns?.length ?? 0;
  if (after === null || cells.length !== count + separators + labels * after) return null;
  return cells.slice(count).some(isWritten) ? null : cells.slice(0, count);
}

/** Empty cells are lost here, so exactly as many figures as columns are required. */
const withoutGaps: Take = ({ cells, columns }) => {
  const kept = cells.filter(({ gap }) => gap !== true);
  return kept.length === columns?.length && kept.every(isWritten) ? kept : null;
};

/** All cells of the row in one line of their own: `67 3 0 0 1 0 71`. */
const inOneLine: Take = ({ cells, columns }) => {
  const written = cells.filter(isWritten);
  const [only] = written;
  if (!only || written.length > 1 || columns?.length === 1) return null;
  const texts = only.text.trim().split(/\s+/);
  return texts.length === columns?.length && texts.every(isValue) ? texts.map((text) => ({ ...only, text })) : null;
};

/**
 * `规章000`: single digits, exactly as many as columns, glued to their label. Where the form says that they add up,
 * they must, for else they may as well be numbers of several digits.
 */
const ungluedDigits: Take = ({ row, cells, columns }) => {
  const written = cells.filter(isWritten);
  const [only] = written;
  if (row.glued !== true || !only || written.length > 1 || !columns || columns.length === 1) return null;
  const digits = [...only.text];
  if (digits.length !== columns.length || !digits.every((digit) => /^\d$/.test(digit))) return null;
  let sum = 0;
  for (const [index, { id }] of columns.entries()) {
    const digit = Number(digits[index]);
    if (id.startsWith('t2.')) continue;
    if (!id.endsWith('.total')) sum += digit;
    else if (sum !== digit) return null;
    else sum = 0;
  }
  return digits.map((text) => ({ ...only, text }));
};

/** The layout that reads most rows, the earlier one when equal; none when it does not read most of them. */
function best(layouts: readonly Take[], rows: readonly FoundRow[]): Take | null {
  let chosen: Take | null = null;
  let most = 0;
  for (const layout of layouts) {
    const read = rows.filter((row) => row.columns && layout(row)).length;
    if (read > most) [chosen, most] = [layout, read];
  }
  return most * 2 >= rows.filter(({ columns }) => columns !== null).length ? chosen : null;
}

function isWritten(cell: RowCell): boolean {
  return cell.gap !== true && cell.text.trim() !== '';
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}
