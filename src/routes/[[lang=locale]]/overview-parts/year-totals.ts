import { formOfYear } from '$lib/form/form.ts';
import { figureOf, type Figure } from '$lib/measures/figure.ts';
import type { Measure } from '$lib/measures/measure.ts';
import type { MeasureSum } from '$lib/queries/sum-measure.ts';

/** A district's total of one measure in one year, with how many reports stand behind it. */
export interface YearTotal {
  readonly year: number;
  readonly figure: Figure;
  readonly counted: number;
  readonly reports: number;
}

/** Sums by year → one total for each of `years`; a year without a report is `not-submitted`. */
export function yearTotals(measure: Measure, sums: readonly MeasureSum[], years: readonly number[]): YearTotal[] {
  const byYear = new Map(sums.map((sum) => [sum.year, sum]));
  return years.map((year) => {
    const sum = byYear.get(year);
    const form = sum ? formOfYear(year) : null;
    const value =
      sum?.numerator === null || sum === undefined
        ? null
        : measure.kind !== 'rate'
          ? sum.numerator
          : sum.denominator
            ? sum.numerator / sum.denominator
            : null;
    // Of a total without any value, `counted` says that no report gave one; whose cell lacks what is theirs to say.
    const figure = figureOf(
      { form, value, numerator: sum?.numerator ?? null, denominator: sum?.denominator ?? null, unread: false },
      measure,
      year
    );
    return { year, figure, counted: sum?.counted ?? 0, reports: sum?.reports ?? 0 };
  });
}
