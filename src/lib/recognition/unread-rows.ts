import type { TableNumber } from '../form/form.ts';
import type { Place } from '../report/place.ts';
import { isValue, parseCellValue } from './cell-value.ts';
import type { FoundRow } from './found-row.ts';
import { isWritten } from './layout.ts';
import { exactLabels } from './match-label.ts';
import type { Row, RowCell } from './rows.ts';

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

/** How a row without a label of its own goes on from the row above. */
export type Continuation =
  { readonly kind: 'certain'; readonly cells: readonly RowCell[] } | { readonly kind: 'doubtful' };

/** A row without a figure whose label may go on below: the label's cell, and all words of it so far. */
export interface BegunLabel {
  readonly cell: RowCell;
  readonly words: string;
}

/**
 * A label may be printed over several rows, with the figures in one of them. That is certain when the label's cell
 * reaches down or the row with the figures holds the rest of its words; an empty label alone may as well be another
 * row's, and so may be other words right below it.
 */
export function continuationOf(above: FoundRow, label: BegunLabel | null, row: Row): Continuation | null {
  if (row.shape !== above.row.shape || above.row.source !== row.source) return null;
  if (above.cells.some(isWritten)) return label && isRestOf(above, label, row) ? { kind: 'doubtful' } : null;
  // Lines of text have no cells that could reach down, so whose figures they are is never certain.
  if (row.shape === 'stream') return unreadRow(row, above.table) ? { kind: 'doubtful' } : null;
  const own = row.cells.filter((cell) => cell.own);
  if (!own.some((cell) => isValue(cell.text))) return null;
  const rest = wordsOf(own);
  if (!rest) return label && row.cells.includes(label.cell) ? { kind: 'certain', cells: own } : { kind: 'doubtful' };
  if (!label || !isBelow(label.cell, rest)) return null;
  return isRestOf(above, label, row)
    ? { kind: 'certain', cells: own.slice(own.indexOf(rest) + 1) }
    : { kind: 'doubtful' };
}

/** Whether the row holds figures and the rest of the label's words. Had both rows figures, one may be broken in two. */
function isRestOf(above: FoundRow, label: BegunLabel, row: Row): boolean {
  const own = row.cells.filter((cell) => cell.own);
  const rest = wordsOf(own);
  if (row.shape !== 'grid' || !rest || !isBelow(label.cell, rest) || !own.some(({ text }) => isValue(text)))
    return false;
  const whole = exactLabels(label.words + rest.text) ?? [];
  return whole.some((one) => one.table === above.table && one.key === above.key);
}

function wordsOf(cells: readonly RowCell[]): RowCell | undefined {
  return cells.filter((cell) => isWritten(cell) && !isValue(cell.text)).at(-1);
}

/** What is known of a label begun above when a row without figures has come; null when the row ends it. */
export function goneOn({ cell, words }: BegunLabel, row: Row): BegunLabel | null {
  const own = row.cells.filter((one) => one.own);
  const rest = wordsOf(own);
  if (row.shape !== 'grid' || !rest || own.some(({ text }) => isValue(text)) || !isBelow(cell, rest)) return null;
  return { cell, words: words + rest.text };
}

function isBelow(label: RowCell, rest: RowCell): boolean {
  return label.from === rest.from && label.to === rest.to;
}
