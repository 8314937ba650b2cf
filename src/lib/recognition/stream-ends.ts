import type { FoundRow } from './found-row.ts';
import { isWritten, type Take } from './layout.ts';
import type { RowCell } from './rows.ts';
import { isTabbed } from './stream-layout.ts';

/**
 * Rows of a stream behind which something else begins: more empty lines may follow them than follow the other rows. A
 * row with another row of its table right below it is none, for there one empty line more is an empty cell. Gives the
 * cells of such a row as they are when it ends like the others of its kind, where two or more end alike.
 */
export function endOfStream(rows: readonly FoundRow[]): (row: FoundRow, take: Take) => readonly RowCell[] | null {
  const common = { header: commonEnd(rows, 'header'), end: commonEnd(rows, 'end') };
  return (row, take) => {
    const kind = row.next?.kind ?? 'end';
    if (!isOfLines(row) || kind === 'row') return null;
    const end = emptyAtEnd(row);
    if (common[kind] !== null && common[kind] !== end) return null;
    const written = row.cells.length - end;
    for (let gaps = 0; gaps < end; gaps++) {
      const cells = take({ ...row, cells: row.cells.slice(0, written + gaps) });
      if (cells?.every(isWritten)) return cells;
    }
    return wholeBefore(row);
  };
}

/** Empty lines behind rows before which nothing or a header comes, when two or more have as many; else null. */
function commonEnd(rows: readonly FoundRow[], kind: 'header' | 'end'): number | null {
  const ends = rows.filter((row) => isOfLines(row) && (row.next?.kind ?? 'end') === kind).map(emptyAtEnd);
  return ends.find((end, index) => ends.indexOf(end) !== index) ?? null;
}

/** All cells written, and then empty lines alone. */
function wholeBefore({ cells, columns }: FoundRow): readonly RowCell[] | null {
  const gap = cells.findIndex((cell) => !isWritten(cell));
  const count = columns?.length ?? 0;
  return gap === count && cells.slice(gap).every((cell) => cell.gap === true) ? cells.slice(0, gap) : null;
}

function isOfLines(found: FoundRow): boolean {
  return found.row.shape === 'stream' && found.row.inline !== true && !isTabbed(found);
}

function emptyAtEnd({ cells }: FoundRow): number {
  return cells.length - 1 - cells.map(isWritten).lastIndexOf(true);
}
