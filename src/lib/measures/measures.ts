/**
 * What the pages count and compare, defined once. Names and definitions of the rates are those in published use
 * (公开率, 结转率, 办结率, 复议纠错率, 诉讼败诉率, 争议发生率).
 */
import { APPLICANT_COLUMNS, CLOSED_ROWS, FORMS, type CellId, type TableNumber } from '../form/form.ts';
import { sql, SqlFragment } from './fragment.ts';
import type { AmountMeasure, Comparability, Measure, MeasureUnit, RateMeasure } from './measure.ts';

const cell = (id: CellId): SqlFragment => SqlFragment.cell(id);
const total = (row: string): SqlFragment => cell(`t3.${row}.total`);

/** Table 3's detail rows of one group, in print order. The same on both forms but for `closed-`. */
function leafRows(group: 'denied' | 'unavailable' | 'rejected'): string[] {
  return FORMS['2021'].rows.filter((row) => row.table === 3 && row.key.startsWith(`${group}-`)).map((row) => row.key);
}

function count(
  id: string,
  table: TableNumber,
  value: SqlFragment,
  comparability: Comparability = 'both-forms',
  unit: MeasureUnit = '件'
): AmountMeasure {
  return { id, kind: unit === '万元' ? 'amount' : 'count', table, comparability, unit, value };
}

function rate(id: string, table: TableNumber, numerator: SqlFragment, denominator: SqlFragment): RateMeasure {
  return {
    id,
    kind: 'rate',
    table,
    comparability: 'both-forms',
    unit: '%',
    value: sql`CASE WHEN ${denominator} > 0 THEN ${numerator} / ${denominator} END`,
    numerator,
    denominator
  };
}

/**
 * A figure that each form defines otherwise. A report on the form that its year does not use has no value: added to
 * its neighbours it would mix the two definitions.
 */
function eachForm(on2021: SqlFragment, on2019: SqlFragment): SqlFragment {
  return sql`CASE WHEN form = '2021' AND year >= 2021 THEN ${on2021} WHEN form = '2019' AND year < 2021 THEN ${on2019} END`;
}

const groupTotal = (group: 'denied' | 'unavailable' | 'rejected'): SqlFragment =>
  SqlFragment.sum(leafRows(group).map(total));

const closed = sql`CASE WHEN layout = '2021' THEN ${SqlFragment.sum(CLOSED_ROWS.map(total))} ELSE ${total('closed')} END`;
const due = SqlFragment.sum([total('new'), total('carried-in')]);
const organisations = APPLICANT_COLUMNS.filter((column) => column !== 'person' && column !== 'total');
const suits = SqlFragment.sum([cell('t4.suit.total'), cell('t4.suit-after-review.total')]);
const suitsUpheld = SqlFragment.sum([cell('t4.suit.upheld'), cell('t4.suit-after-review.upheld')]);
const suitsLost = SqlFragment.sum([cell('t4.suit.corrected'), cell('t4.suit-after-review.corrected')]);
const suitsPending = SqlFragment.sum([cell('t4.suit.pending'), cell('t4.suit-after-review.pending')]);

export const MEASURES: readonly Measure[] = [
  count('new', 3, total('new')),
  count('new-person', 3, cell('t3.new.person')),
  count('new-organisation', 3, SqlFragment.sum(organisations.map((column) => cell(`t3.new.${column}`)))),
  count('carried-in', 3, total('carried-in')),
  count('handled', 3, total('handled')),
  count('carried-out', 3, total('carried-out')),
  count('granted', 3, total('granted')),
  count('partial', 3, total('partial')),
  count('denied', 3, groupTotal('denied')),
  ...leafRows('denied').map((row) => count(row, 3, total(row))),
  count('unavailable', 3, groupTotal('unavailable')),
  ...leafRows('unavailable').map((row) => count(row, 3, total(row))),
  count('rejected', 3, groupTotal('rejected')),
  ...leafRows('rejected').map((row) => count(row, 3, total(row))),
  count('closed', 3, closed),
  rate('disclosure-rate', 3, SqlFragment.sum([total('granted'), total('partial')]), total('handled')),
  rate('granted-rate', 3, total('granted'), total('handled')),
  rate('denied-rate', 3, groupTotal('denied'), total('handled')),
  rate('unavailable-rate', 3, groupTotal('unavailable'), total('handled')),
  rate('carried-over-rate', 3, total('carried-out'), due),
  rate('completion-rate', 3, total('handled'), due),
  count('review', 4, cell('t4.review.total')),
  count('review-upheld', 4, cell('t4.review.upheld')),
  count('review-corrected', 4, cell('t4.review.corrected')),
  count('review-pending', 4, cell('t4.review.pending')),
  count('suits', 4, suits),
  count('suits-upheld', 4, suitsUpheld),
  count('suits-lost', 4, suitsLost),
  count('suits-pending', 4, suitsPending),
  rate(
    'review-corrected-rate',
    4,
    cell('t4.review.corrected'),
    sql`(${cell('t4.review.total')} - ${cell('t4.review.pending')})`
  ),
  rate('suits-lost-rate', 4, suitsLost, sql`(${suits} - ${suitsPending})`),
  rate('dispute-rate', 4, SqlFragment.sum([cell('t4.review.total'), suits]), total('handled')),
  count('licensing-decisions', 2, cell('t2.licensing.decisions')),
  count('penalty-decisions', 2, cell('t2.penalty.decisions')),
  count('coercion-decisions', 2, cell('t2.coercion.decisions')),
  count('normative-issued', 2, eachForm(cell('t2.normative.issued'), cell('t2.normative.made')), 'breaks-at-2021'),
  count('normative-repealed', 2, cell('t2.normative.repealed'), '2021-only'),
  count(
    'normative-in-force',
    2,
    eachForm(cell('t2.normative.in-force'), cell('t2.normative.disclosed-total')),
    'breaks-at-2021'
  ),
  count('rules-in-force', 2, eachForm(cell('t2.rules.in-force'), cell('t2.rules.disclosed-total')), 'breaks-at-2021'),
  count('fees-amount', 2, cell('t2.fees.amount'), '2021-only', '万元'),
  count(
    'fees-items',
    2,
    SqlFragment.sum([cell('t2.fees.items-before'), cell('t2.fees.items-change')]),
    '2019-only',
    '项'
  )
];

const measureById = new Map(MEASURES.map((measure) => [measure.id, measure]));

export const MEASURE_IDS: readonly string[] = MEASURES.map((measure) => measure.id);

/** Throws when there is no such measure: ids come from `MEASURES` or have been checked by `measureIdSchema`. */
export function measureOf(id: string): Measure {
  const measure = measureById.get(id);
  if (!measure) throw new Error(`no such measure: ${id}`);
  return measure;
}

export function isMeasureId(id: string): boolean {
  return measureById.has(id);
}
