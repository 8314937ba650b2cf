import { DISPUTE_BLOCKS, DISPUTE_COLUMNS } from '../form/form.ts';
import type { FoundRow } from './found-row.ts';
import { cellsAfter } from './label-hits.ts';
import { isWritten } from './layout.ts';
import { isValue } from './cell-value.ts';
import type { Row, RowCell } from './rows.ts';

/** Rows of table 4 that tell by themselves what they are, having no label. */

const FIGURES = DISPUTE_BLOCKS.length * DISPUTE_COLUMNS.length;

/**
 * A table's row of as many figures as table 4 has, and nothing else: its header stands elsewhere, maybe over other
 * figures, so that its columns are not told. null when it is no such row.
 */
export function headlessRow(row: Row): FoundRow | null {
  const cells = cellsAfter(row, -1);
  const written = cells.filter(isWritten);
  const [first] = written;
  if (!first || row.shape !== 'grid' || written.length !== FIGURES || !written.every(({ text }) => isValue(text)))
    return null;
  const { place } = first;
  return { table: 4, key: 'disputes', row, place, columns: null, cells, labelTo: 0, headerTo: 0, next: null };
}

/** Whether a row has its cells where table 4's row above it has them: then it is a second one, whatever stands beside. */
export function isLaidOutLike(rows: readonly FoundRow[], row: Row, cells: readonly RowCell[]): boolean {
  const above = rows.at(-1);
  return (
    row.shape === 'grid' &&
    above?.key === 'disputes' &&
    above.row.source === row.source &&
    above.cells.map(({ from }) => from).join() === cells.map(({ from }) => from).join()
  );
}
