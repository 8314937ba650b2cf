import type { TableNumber } from '../form/form.ts';
import type { Place } from '../report/place.ts';
import { parseCellValue } from './cell-value.ts';
import type { FoundRow } from './found-row.ts';
import { isWritten } from './layout.ts';
import { exactLabels } from './match-label.ts';
import { isValue, type Row, type RowCell } from './rows.ts';

/** A row of a table of the form that holds figures and belongs to no row of the form. */
export interface UnreadRow {
  readonly table: TableNumber;
  readonly order: number;
  readonly source: number;
  readonly printed: string;
  readonly place: Place;
}

/** Fewer figures among lines of text may be the numbers of pages. */
const ENOUGH_IN_STREAM = 3;
const LONGEST_PRINTED = 40;

/** The row, when figures are lost with it. The numbers of columns under a header, 1, 2, 3 …, are none. */
export function unreadRow(row: Row, table: TableNumber): UnreadRow | null {
  const written = row.cells.filter((cell) => cell.own && isWritten(cell));
  const figures = written.map(({ text }) => parseCellValue(text, 'amount').value).filter((value) => value != null);
  const [first] = written;
  if (!first || figures.length < (row.shape === 'stream' ? ENOUGH_IN_STREAM : 1)) return null;
  if (figures.length >= 3 && figures.every((value, index) => value === index + 1)) return null;
  const text = written.map((cell) => cell.text.trim()).join(' ');
  const printed = text.length > LONGEST_PRINTED ? `${text.slice(0, LONGEST_PRINTED)}…` : text;
  return { table, order: row.order, source: row.source, printed, place: first.place };
}

/** How a row without a label of its own goes on from the row above, whose value cells are all empty. */
export type Continuation =
  { readonly kind: 'certain'; readonly cells: readonly RowCell[] } | { readonly kind: 'doubtful' };

/**
 * A label may be printed over two rows, with the figures in the second. That is certain when the label's cell reaches
 * down or the second row holds the rest of its words; an empty label alone may as well be another row's.
 */
export function continuationOf(above: FoundRow, label: RowCell | null, row: Row): Continuation | null {
  if (row.shape !== above.row.shape || above.row.source !== row.source || above.cells.some(isWritten)) return null;
  // Lines of text have no cells that could reach down, so whose figures they are is never certain.
  if (row.shape === 'stream') return unreadRow(row, above.table) ? { kind: 'doubtful' } : null;
  const own = row.cells.filter((cell) => cell.own);
  const words = own.filter((cell) => isWritten(cell) && !isValue(cell.text));
  const [rest, ...more] = words;
  if (!own.some((cell) => isValue(cell.text)) || more.length > 0) return null;
  if (rest) {
    const whole = exactLabels(`${label?.text ?? ''}${rest.text}`) ?? [];
    if (!whole.some((one) => one.table === above.table && one.key === above.key)) return null;
    return { kind: 'certain', cells: own.slice(own.indexOf(rest) + 1) };
  }
  return label && row.cells.includes(label) ? { kind: 'certain', cells: own } : { kind: 'doubtful' };
}
