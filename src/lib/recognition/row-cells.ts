import { addsUp } from './adds-up.ts';
import { isValue, type RowCell } from './rows.ts';
import type { FoundRow } from './walk.ts';

/**
 * The value cells of each found row, in the order of its columns; null where the row does not have exactly its number
 * of cells. Nothing is guessed: what a row's cells are is settled by how all rows of the table are laid out. A row that
 * does not fit is only taken when it has as many figures as columns and no shift can have happened.
 */
export function takeCells(rows: readonly FoundRow[]): Map<FoundRow, TakenCells | null> {
  const groups = new Map<string, FoundRow[]>();
  for (const row of rows) {
    const key = `${row.row.shape} ${String(row.row.source)} ${String(row.table)}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const end = commonEnd(rows);
  const taken = new Map<FoundRow, TakenCells | null>();
  for (const group of groups.values()) {
    const take = group[0]?.row.shape === 'grid' ? gridLayout(group) : streamLayout(group);
    for (const row of group) {
      const cells = row.columns && (take(row) ?? lastOfTable(row, end, take));
      taken.set(row, cells ? { cells, doubtful: false } : sureCells(row));
    }
  }
  return taken;
}

export interface TakenCells {
  readonly cells: readonly RowCell[];
  /** The row is not laid out as the others; it was taken because its figures add up. */
  readonly doubtful: boolean;
}

/** Fewer rows may be alike by chance, or be one row that was shifted. */
const ENOUGH_ROWS = 3;

type Take = (row: FoundRow) => readonly RowCell[] | null;

/**
 * Exactly as many figures as columns. With an empty cell among them, a figure may be doubled and another lost: then
 * the form's own sums must confirm them, where there is more than one.
 */
function sureCells({ cells, columns }: FoundRow): TakenCells | null {
  const written = cells.filter(isWritten);
  if (!columns || written.length !== columns.length) return null;
  if (written.length === cells.length || columns.length === 1) return { cells: written, doubtful: false };
  return addsUp(columns, textsOf(written)) ? { cells: written, doubtful: true } : null;
}

/** Empty lines behind the last row of a table of a stream, when two tables or more have as many; else null. */
function commonEnd(rows: readonly FoundRow[]): number | null {
  const ends = rows.filter(isLastOfStream).map(({ cells }) => cells.length - 1 - lastWritten(cells));
  return ends.find((end, index) => ends.indexOf(end) !== index) ?? null;
}

/**
 * The last row of a table of a stream, which ends with as many empty lines as the other tables: those belong to the end
 * of a table, so the row is read as if it ended like any other.
 */
function lastOfTable(row: FoundRow, end: number | null, take: Take): readonly RowCell[] | null {
  const written = lastWritten(row.cells) + 1;
  if (end === null || !isLastOfStream(row) || row.cells.length - written !== end) return null;
  for (let gaps = 0; gaps < end; gaps++) {
    const cells = take({ ...row, cells: row.cells.slice(0, written + gaps) });
    if (cells?.every(isWritten)) return cells;
  }
  return null;
}

function isLastOfStream(found: FoundRow): boolean {
  const { row, after } = found;
  return row.shape === 'stream' && row.inline !== true && after === null && !isTabbed(found);
}

function lastWritten(cells: readonly RowCell[]): number {
  return cells.map(isWritten).lastIndexOf(true);
}

function gridLayout(rows: readonly FoundRow[]): Take {
  const width = commonWidth(rows);
  const layouts: Take[] = [underHeader, afterLabel, (row) => atEndOf(row, width)];
  return best(layouts, rows) ?? none;
}

const none: Take = () => null;

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
function atEndOf({ row, cells, columns }: FoundRow, width: number | null): readonly RowCell[] | null {
  const count = columns?.length ?? 0;
  if (row.cells.length !== width || cells.length < count) return null;
  const [labels, values] = [cells.slice(0, -count), cells.slice(-count)];
  return labels.some(isWritten) ? null : values;
}

/**
 * In a stream, an empty line is a separator between rows, an empty cell, or a separator between cells: whichever reads
 * most rows. Where tabs open the cells, an empty cell has its tab, so an empty line can only end a row.
 */
function streamLayout(rows: readonly FoundRow[]): Take {
  const take = rows.some(isTabbed) ? upToGap : (alone(rows) ?? best(UNTABBED, rows) ?? none);
  return (row) => cutDigits(row) ?? inOneLine(row) ?? (row.row.inline ? afterLabel(withoutGaps(row)) : take(row));
}

/** Table 4's figures are one row, which its header's empty lines speak for. */
function alone([row]: readonly FoundRow[]): Take | null {
  const separators = row?.separators;
  return separators === undefined ? null : (one) => countedOut(one, separators, 0) ?? spaced(one);
}

const upToGap: Take = ({ cells, columns }) => {
  const gap = cells.findIndex((cell) => cell.gap === true);
  const before = gap < 0 ? cells : cells.slice(0, gap);
  const rest = gap < 0 ? [] : cells.slice(gap);
  const tabbed = before.every((cell) => cell.tabbed === true);
  return tabbed && before.length === columns?.length && !rest.some(isWritten) ? before : null;
};

/** Rows may end with as many empty label cells as the next label has before it on the form. */
function countedOut(
  { cells, columns, after }: FoundRow,
  separators: number,
  labels: number
): readonly RowCell[] | null {
  const count = columns?.length ?? 0;
  if (cells.length !== count + separators + labels * (after ?? 0)) return null;
  return cells.slice(count).some(isWritten) ? null : cells.slice(0, count);
}

/** One empty line after the label and after each cell; an empty cell would be one more. */
const spaced: Take = ({ cells, columns }) => {
  const own = cells[0]?.gap === true ? cells.slice(1) : cells;
  const regular = own.every((cell, index) => (index % 2 === 1 ? cell.gap === true : isWritten(cell)));
  return regular && own.length === 2 * (columns?.length ?? 0) ? own.filter(isWritten) : null;
};

const UNTABBED: readonly Take[] = [
  ...[0, 1, 2].flatMap((separators) =>
    [0, 1].map(
      (labels): Take =>
        (row) =>
          countedOut(row, separators, labels)
    )
  ),
  spaced
];

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
const cutDigits: Take = ({ row, table, cells, columns }) => {
  const [only, ...more] = cells.filter(isWritten);
  if (row.glued !== true || !only || more.length > 0 || !columns || columns.length === 1) return null;
  const digits = [...only.text];
  if (digits.length !== columns.length || !digits.every((digit) => /^\d$/.test(digit))) return null;
  if (table !== 2 && !addsUp(columns, digits)) return null;
  return digits.map((text) => ({ ...only, text, printed: only.text }));
};

function withoutGaps(row: FoundRow): FoundRow {
  return { ...row, cells: row.cells.filter(({ gap }) => gap !== true) };
}

function isTabbed({ cells }: FoundRow): boolean {
  return cells.some(({ tabbed }) => tabbed === true);
}

function textsOf(cells: readonly RowCell[]): string[] {
  return cells.map(({ text }) => text);
}

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

/** How many cells most rows of a table have, when they are enough to show that all should. */
function commonWidth(rows: readonly FoundRow[]): number | null {
  const widths = rows.map(({ row }) => row.cells.length);
  const enough = Math.max(ENOUGH_ROWS, rows.length / 2);
  return widths.find((width) => widths.filter((other) => other === width).length >= enough) ?? null;
}
