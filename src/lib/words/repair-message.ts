import type { Reason, ReasonKind } from '../checks/repair/reason.ts';
import type { Change, Repair } from '../checks/repair/repair.ts';
import { cellOf, isCellId } from '../form/form.ts';
import { m } from '../paraglide/messages.js';
import { placeOfCell, placeOfColumn, placeOfRow, rowIdOf } from './cell-name.ts';
import { noteKindName } from './note-kind.ts';
import { isChinese, numberText } from './number-words.ts';

/** Why the figures may be wrong, one sentence for each mistake: 表三第三行“予以公开”自然人列：116 与 161 两位数字颠倒 */
export function repairMessage(repair: Repair): string {
  const severalYears = new Set(repair.changes.map(({ year }) => year)).size > 1;
  return repair.reasons.map((reason) => reasonMessage(reason, severalYears)).join(isChinese() ? '；' : '; ');
}

/** What stood where a change is proposed: the figure, or why there is none. */
export function reportedText({ from, absence }: Pick<Change, 'from' | 'absence'>): string {
  return from === null ? noteKindName(absence ?? 'blank') : numberText(from);
}

/** 表三第三行“予以公开”自然人列：116 改为 161; the year is named where it is not the one that is looked at. */
export function changeText(change: Change, year: number): string {
  const words = { cell: placeOfCell(change.cell), from: reportedText(change), to: numberText(change.to) };
  return change.year === year ? m.trial_change(words) : m.trial_change_year({ year: change.year, ...words });
}

/** One mistake in words; `withYear` names the year of each cell. */
export function reasonMessage(reason: Reason, withYear = false): string {
  const named = (year: number, name: string): string => (withYear ? m.repair_cell_of_year({ year, cell: name }) : name);
  const [cell = '', other = ''] = reason.cells.map((place) => named(place.year, placeOfCell(place.cell)));
  const value = (key: string): string => {
    const found = reason.values[key];
    return typeof found === 'number' ? numberText(found) : (found ?? '');
  };
  return MESSAGES[reason.kind]({
    cell,
    other,
    from: value('from'),
    to: value('to'),
    amount: value('amount'),
    quote: value('quote'),
    count: numberText(reason.cells.length),
    first: named(reason.cells[0]?.year ?? 0, lineName(reason.kind, value('first'))),
    second: lineName(reason.kind, value('second'))
  });
}

interface Wording {
  readonly cell: string;
  readonly other: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly quote: string;
  readonly count: string;
  readonly first: string;
  readonly second: string;
}

function lineName(kind: ReasonKind, cell: string): string {
  if (!isCellId(cell)) return '';
  return kind.startsWith('column') ? placeOfColumn(cell) : placeOfRow(rowIdOf(cellOf(cell)));
}

const MESSAGES: Readonly<Record<ReasonKind, (wording: Wording) => string>> = {
  'digits-swapped': m.repair_digits_swapped,
  'digit-doubled': m.repair_digit_doubled,
  'digit-extra': m.repair_digit_extra,
  'digit-missing': m.repair_digit_missing,
  'digit-wrong': m.repair_digit_wrong,
  tenfold: m.repair_tenfold,
  tenth: m.repair_tenth,
  'zero-typed': m.repair_zero_typed,
  'total-zero': m.repair_total_zero,
  blank: m.repair_blank,
  dash: m.repair_dash,
  unreadable: m.repair_unreadable,
  missing: m.repair_missing,
  'blank-zero': m.repair_blank_zero,
  'blank-open': m.repair_blank_open,
  'unread-zero': m.repair_unread_zero,
  surplus: m.repair_surplus,
  'not-a-count': m.repair_not_a_count,
  'too-large': m.repair_too_large,
  'last-year': m.repair_last_year,
  'total-stale': m.repair_total_stale,
  'total-follows': m.repair_total_follows,
  'carry-over': m.repair_carry_over,
  unexplained: m.repair_unexplained,
  exchanged: m.repair_exchanged,
  moved: m.repair_moved,
  misplaced: m.repair_misplaced,
  'rows-exchanged': m.repair_rows_exchanged,
  'columns-exchanged': m.repair_columns_exchanged,
  'row-shifted': m.repair_row_shifted,
  'column-shifted': m.repair_column_shifted,
  'rows-shifted': m.repair_rows_shifted,
  'row-copied': m.repair_row_copied,
  'column-copied': m.repair_column_copied,
  'totals-stale': m.repair_totals_stale,
  'text-states': m.repair_text_states,
  'text-differs': m.repair_text_differs
};
