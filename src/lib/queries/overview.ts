import { follow, gather, type Ask } from './ask.ts';
import { countAbsentees } from './count-absentees.ts';
import { coverageByYear } from './coverage.ts';
import { gridStatuses } from './grid-statuses.ts';
import { listErrorCells } from './list-error-cells.ts';
import { mostFlaggedRules } from './most-flagged-rules.ts';
import { mostFlaggedUnits } from './most-flagged-units.ts';
import { sumByDistrict } from './sum-by-district.ts';
import { sumMeasure, type MeasureSum } from './sum-measure.ts';

/** The main measures in the order of the page's table; all but the last two are comparable across the forms. */
export const OVERVIEW_MEASURES = [
  'new',
  'carried-in',
  'handled',
  'granted',
  'denied',
  'carried-out',
  'disclosure-rate',
  'review',
  'suits',
  'normative-in-force',
  'fees-amount'
] as const;

/** The parts of 三、本年度办理结果, in the form's order. */
export const OUTCOME_MEASURES = ['granted', 'partial', 'denied', 'unavailable', 'rejected', 'closed'] as const;

export interface OverviewSelection {
  readonly year: number;
  /** null: all districts. */
  readonly district: string | null;
}

function askSums(ask: Ask, measures: readonly string[], district: string | null) {
  const parts = measures.map((measure): [string, MeasureSum[] | Promise<MeasureSum[]>] => [
    measure,
    ask(sumMeasure, { measure, district })
  ]);
  return gather(Object.fromEntries(parts));
}

/** Everything the overview shows. */
export function askOverview(ask: Ask, { year, district }: OverviewSelection) {
  const parts = gather({
    absentees: ask(countAbsentees, { year, district }),
    grid: ask(gridStatuses, { district }),
    flaggedUnits: ask(mostFlaggedUnits, { year, district }),
    flaggedRules: ask(mostFlaggedRules, { year, district }),
    errors: ask(listErrorCells, {}),
    districts: ask(sumByDistrict, { measure: 'new' }),
    sums: askSums(ask, [...new Set([...OVERVIEW_MEASURES, ...OUTCOME_MEASURES])], district)
  });
  return follow(parts, (answer) => ({ ...answer, coverage: coverageByYear(answer.grid) }));
}
export type OverviewAnswer = Awaited<ReturnType<typeof askOverview>>;
