import { addsUp } from './adds-up.ts';
import type { FoundRow } from './found-row.ts';
import { gridLayout, shortRows } from './grid-layout.ts';
import { isWritten } from './layout.ts';
import type { RowCell } from './rows.ts';
import { endOfStream } from './stream-ends.ts';
import { isTabbed, streamLayout, wholeRowIn } from './stream-layout.ts';

export interface TakenCells {
  readonly cells: readonly RowCell[];
  /** The row is not laid out as the others; it was taken because its figures add up. */
  readonly doubtful: boolean;
}

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
  const atEnd = endOfStream(rows);
  const read = [...groups.values()].map((group) => {
    const take = group[0]?.row.shape === 'grid' ? gridLayout(group) : streamLayout(group);
    const found = group.map((row) => {
      const cells = row.columns && (take(row) ?? atEnd(row, take));
      return [row, cells ? { cells, doubtful: false } : sureCells(row)] as const;
    });
    return { found, isShort: shortRows(group), lost: found.some(([row, cells]) => !cells && lacksFigures(row)) };
  });
  const taken = new Map<FoundRow, TakenCells | null>();
  for (const { found, isShort, lost } of read) {
    for (const [row, cells] of found) {
      // Table 4 is a single row: the other tables show whether the text keeps its empty cells, and a row with some of
      // them must not be alone in keeping them.
      const elsewhere =
        read.some((other) => other.lost) && (row.table === 4 || cells?.cells.every(isWritten) === false);
      const unsure = isShort(row) || ((lost || elsewhere) && mayBeShifted(row));
      taken.set(row, cells && unsure && !addsUpRow(row, cells.cells) ? null : cells);
    }
  }
  return taken;
}

/**
 * A row of lines of text. Where such rows lose their empty cells, a foreign figure may fill the place of a lost one, and
 * an empty line may stand where no cell is: then the number of cells proves nothing.
 */
function mayBeShifted(found: FoundRow): boolean {
  const { row, columns } = found;
  return row.shape === 'stream' && row.inline !== true && !isTabbed(found) && (columns?.length ?? 0) > 1;
}

function lacksFigures(found: FoundRow): boolean {
  const written = found.cells.filter(isWritten).length;
  // （六）其他处理 above its three rows has no figures of its own.
  return mayBeShifted(found) && written < (found.columns?.length ?? 0) && (written > 0 || found.key !== 'closed');
}

function addsUpRow({ columns }: FoundRow, cells: readonly RowCell[]): boolean {
  return (
    columns !== null &&
    addsUp(
      columns,
      cells.map(({ text }) => text)
    )
  );
}

/**
 * Exactly as many figures as columns. With an empty cell among them, a figure may be doubled and another lost: then
 * the form's own sums must confirm them, where there is more than one.
 */
function sureCells(row: FoundRow): TakenCells | null {
  const { cells, columns } = row;
  const written = cells.filter(isWritten);
  if (!columns || written.length !== columns.length || hasForeign(row, written)) return null;
  if (written.length === cells.length || columns.length === 1) return { cells: written, doubtful: false };
  return addsUp(
    columns,
    written.map(({ text }) => text)
  )
    ? { cells: written, doubtful: true }
    : null;
}

/**
 * Whether a figure shows that it is none of the row's: another holds the whole row, or it stands without the tab that
 * the row's other cells stand behind; being the only one, it stands apart from its label, or the row reaches over the
 * end of its header.
 */
function hasForeign(row: FoundRow, written: readonly RowCell[]): boolean {
  const { cells, headerTo, place } = row;
  const isOnly = written.length === 1;
  if (row.row.shape === 'grid') return isOnly && place.line === undefined && cells.some(({ to }) => to > headerTo);
  if (isTabbed(row)) return !written.every(({ tabbed }) => tabbed === true);
  return isOnly ? cells.findIndex(isWritten) > 1 : written.some((cell) => wholeRowIn(row, cell) !== null);
}
