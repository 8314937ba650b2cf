import { addsUp } from './adds-up.ts';
import type { FoundRow } from './found-row.ts';
import { afterLabel, best, isWritten, none, type Take } from './layout.ts';
import { isValue } from './cell-value.ts';
import type { RowCell } from './rows.ts';

/**
 * In a stream, an empty line is a separator between rows, an empty cell, or a separator between cells: whichever reads
 * most rows. Where tabs open the cells, an empty cell has its tab, so an empty line can only end a row.
 */
export function streamLayout(rows: readonly FoundRow[]): Take {
  const take = rows.some(isTabbed) ? upToGap : (alone(rows) ?? best(UNTABBED, rows) ?? none);
  return (row) =>
    cutDigits(row) ?? inOneLine(row) ?? (row.row.inline ? afterLabel(withoutGaps(row)) : knownBlanks(row, take(row)));
}

/** With a tab behind a figure that is the last of its line, the blank cell may be there as well as in an empty line. */
function knownBlanks(row: FoundRow, cells: readonly RowCell[] | null): readonly RowCell[] | null {
  return cells?.some(({ gap }) => gap === true) && row.cells.some(({ openEnd }) => openEnd === true) ? null : cells;
}

/** Table 4's figures are one row, which its header's empty lines speak for. */
function alone([row]: readonly FoundRow[]): Take | null {
  const separators = row?.separators;
  return separators === undefined
    ? null
    : (one) => countedOut(one, separators, 0) ?? spaced(true, 0)(one) ?? spaced(false, 0)(one);
}

const upToGap: Take = ({ cells, columns }) => {
  const gap = cells.findIndex((cell) => cell.gap === true);
  const before = gap < 0 ? cells : cells.slice(0, gap);
  const rest = gap < 0 ? [] : cells.slice(gap);
  const tabbed = before.every((cell) => cell.tabbed === true);
  return tabbed && before.length === columns?.length && !rest.some(isWritten) ? before : null;
};

/** Rows may end with as many empty label cells as the next label has before it on the form. */
function countedOut({ cells, columns, next }: FoundRow, separators: number, labels: number): readonly RowCell[] | null {
  const count = columns?.length ?? 0;
  if (cells.length !== count + separators + labels * (next?.blanks ?? 0)) return null;
  return cells.slice(count).some(isWritten) ? null : cells.slice(0, count);
}

/**
 * One empty line after each cell, and after the label or not; an empty cell would be one more, and so may empty label
 * cells before the next label.
 */
const spaced =
  (led: boolean, labels: number): Take =>
  ({ cells, columns, next }) => {
    if ((cells[0]?.gap === true) !== led) return null;
    const own = led ? cells.slice(1) : cells;
    const width = 2 * (columns?.length ?? 0);
    const regular = own.every((cell, index) =>
      index % 2 === 1 || index >= width ? cell.gap === true : isWritten(cell)
    );
    return regular && own.length === width + 2 * labels * (next?.blanks ?? 0) ? own.filter(isWritten) : null;
  };

const UNTABBED: readonly Take[] = [
  ...[0, 1, 2].flatMap((separators) =>
    [0, 1].map(
      (labels): Take =>
        (row) =>
          countedOut(row, separators, labels)
    )
  ),
  ...[0, 1].flatMap((labels) => [true, false].map((led) => spaced(led, labels)))
];

/** All cells of the row in one line of their own: `67 3 0 0 1 0 71`. */
const inOneLine: Take = (row) => {
  const [only, ...more] = row.cells.filter(isWritten);
  const texts = only && more.length === 0 ? wholeRowIn(row, only) : null;
  return only && texts ? texts.map((text) => ({ ...only, text })) : null;
};

/** The row's figures, when a single cell holds them all. */
export function wholeRowIn({ columns }: FoundRow, cell: RowCell): string[] | null {
  const texts = cell.text.trim().split(/\s+/);
  return texts.length > 1 && texts.length === columns?.length && texts.every(isValue) ? texts : null;
}

/**
 * `规章002`: single digits, exactly as many as columns, glued to their label. Where the form says that they add up, they
 * must, for else they may as well be numbers of several digits. Table 2 has no sums: `012` may be 0 and 12 beside a blank,
 * and only behind zeros alone is a digit sure to stand for itself.
 */
const cutDigits: Take = ({ row, table, cells, columns }) => {
  const [only, ...more] = cells.filter(isWritten);
  if (row.glued !== true || !only || more.length > 0 || !columns || columns.length === 1) return null;
  const digits = [...only.text];
  if (digits.length !== columns.length || !digits.every((digit) => /^\d$/.test(digit))) return null;
  const isSure = table === 2 ? digits.slice(0, -1).every((digit) => digit === '0') : addsUp(columns, digits);
  return isSure ? digits.map((text) => ({ ...only, text, printed: only.text })) : null;
};

function withoutGaps(row: FoundRow): FoundRow {
  return { ...row, cells: row.cells.filter(({ gap }) => gap !== true) };
}

/** Whether tabs open the row's cells. */
export function isTabbed({ cells }: FoundRow): boolean {
  return cells.some(({ tabbed }) => tabbed === true);
}
