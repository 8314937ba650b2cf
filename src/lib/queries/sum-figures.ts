import { areComparable, formsOf, measureDifference } from '../measures/comparability.ts';
import { figureOf, type Figure } from '../measures/figure.ts';
import type { Measure } from '../measures/measure.ts';
import { formOfYear } from '../form/form.ts';
import type { MeasureSum } from './sum-measure.ts';

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
    const figure = figureOf(
      { form, value, numerator: sum?.numerator ?? null, denominator: sum?.denominator ?? null },
      formsOf(measure),
      measure.kind === 'rate'
    );
    return { year, figure, counted: sum?.counted ?? 0, reports: sum?.reports ?? 0 };
  });
}

/** Why there is no change to show. */
export type NoChange = 'form-break' | 'no-figure';

/** This year's total against last year's; a reason where the two cannot be set against each other. */
export function changeAgainst(measure: Measure, now: YearTotal | undefined, before: YearTotal | undefined): number | NoChange {
  if (now?.figure.state !== 'value' || before?.figure.state !== 'value') return 'no-figure';
  if (!areComparable(measure, now.year, before.year)) return 'form-break';
  return measureDifference(measure, now.figure.value, before.figure.value);
}
