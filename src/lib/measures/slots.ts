import { z } from 'zod';
import { sql, SqlFragment } from './fragment.ts';
import { isMeasureId, measureOf } from './measures.ts';

/** A query's parameter that names a measure. */
export const measureIdSchema = z.string().refine(isMeasureId, { error: 'no such measure' });

/**
 * What a query says about one measure, the same slots for counts, amounts and rates:
 * `value` of one report; `numerator` and `denominator` behind a rate (both NULL when either is not known; of a count,
 * the value itself and NULL); and `total`, the aggregate over a group of reports: a sum, or for a rate the sum of
 * numerators over the sum of denominators, never a mean of rates. `total` is NULL when no report has a value.
 */
export interface MeasureSlots extends Record<string, SqlFragment> {
  value: SqlFragment;
  numerator: SqlFragment;
  denominator: SqlFragment;
  total: SqlFragment;
  /** True for a report without a value because a cell was not found or could not be read, over `report`. */
  unread: SqlFragment;
}

export function measureSlots(id: string): MeasureSlots {
  const measure = measureOf(id);
  const unread = sql`${measure.value} IS NULL AND EXISTS (
    SELECT 1 FROM cell_note
    WHERE cell_note.unit = report.unit AND cell_note.year = report.year
      AND cell_note.kind IN ('unreadable', 'missing') AND cell_note.cell IN (${SqlFragment.ids(measure.value.cells)})
  )`;
  if (measure.kind !== 'rate') {
    return {
      unread,
      value: measure.value,
      numerator: measure.value,
      denominator: sql`NULL::DOUBLE`,
      total: sql`sum(${measure.value})`
    };
  }
  const numerator = sql`CASE WHEN ${measure.denominator} IS NOT NULL THEN ${measure.numerator} END`;
  const denominator = sql`CASE WHEN ${measure.numerator} IS NOT NULL THEN ${measure.denominator} END`;
  return {
    unread,
    value: measure.value,
    numerator,
    denominator,
    total: sql`CASE WHEN sum(${denominator}) > 0 THEN sum(${numerator}) / sum(${denominator}) END`
  };
}
