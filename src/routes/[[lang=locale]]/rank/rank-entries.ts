import { figureOf, type Figure } from '$lib/measures/figure.ts';
import { comparableBetween, type Measure } from '$lib/measures/measure.ts';
import type { RankedUnit } from '$lib/queries/rank-units.ts';
import type { Catalogue } from '$lib/selection/catalogue.ts';

/** A unit with its place, or without one when `place` is null: then `figure` says why. */
export interface RankEntry extends RankedUnit {
  readonly name: string;
  readonly district: string;
  readonly figure: Figure;
  /** Of the year before. */
  readonly before: Figure;
  /** Places gained since the year before; null where the two years' places cannot be set against each other. */
  readonly climbed: number | null;
}

/** The rows of a ranking with what the page shows of each, in the same order. */
export function rankEntries(
  rows: readonly RankedUnit[],
  measure: Measure,
  year: number,
  units: Catalogue['units']
): RankEntry[] {
  const known = new Map(units.map((unit) => [unit.code, unit]));
  const comparable = comparableBetween(measure, year - 1, year);
  return rows.map((row) => {
    const unit = known.get(row.unit);
    const earlier = {
      form: row.before_form,
      value: row.before_value,
      numerator: row.before_numerator,
      denominator: row.before_denominator,
      unread: row.before_unread
    };
    return {
      ...row,
      name: unit?.name ?? row.unit,
      district: unit?.district ?? '',
      figure: figureOf(row, measure, year),
      before: figureOf(earlier, measure, year - 1),
      climbed: comparable && row.place !== null && row.before_place !== null ? row.before_place - row.place : null
    };
  });
}
