import { tableCsv } from '$lib/export/table-csv.ts';
import { comparableBetween, type Measure } from '$lib/measures/measure.ts';
import { m } from '$lib/paraglide/messages.js';
import type { OpenErrors } from '$lib/review/open-errors.ts';
import type { rankFields } from '$lib/selection/rank.ts';
import type { Selected } from '$lib/selection/selection.ts';
import { measureName } from '$lib/words/measure-words.ts';
import type { RankEntry } from './rank-entries.ts';

/** The whole ranking as CSV, units without a place among it. */
export function rankCsv(
  entries: readonly RankEntry[],
  measure: Measure,
  { year, minimum }: Selected<typeof rankFields>,
  errors: OpenErrors
): string {
  const comparable = comparableBetween(measure, year - 1, year);
  return tableCsv<RankEntry>(
    [
      { label: m.rank_place(), value: (row) => row.place ?? m.rank_unplaced() },
      { label: m.rank_sharing(), value: (row) => row.sharing },
      { label: m.column_unit_code(), value: (row) => row.unit },
      { label: m.column_unit_name(), value: (row) => row.name },
      { label: m.column_district(), value: (row) => row.district },
      { label: m.column_year(), value: () => year },
      { label: measureName(measure), id: measure.id, value: (row) => row.figure },
      ...(measure.kind === 'rate'
        ? [
            { label: m.rank_numerator(), value: (row: RankEntry) => row.numerator },
            { label: m.rank_denominator(), value: (row: RankEntry) => row.denominator },
            { label: m.rank_minimum(), value: () => minimum }
          ]
        : []),
      { label: m.rank_before({ year: year - 1 }), id: measure.id, value: (row) => row.before },
      { label: m.rank_before_place(), value: (row) => row.before_place },
      { label: m.column_open_errors({ year }), value: (row) => errors.at(measure, row.unit, year) },
      { label: m.rank_climbed(), value: (row) => row.climbed ?? (comparable ? null : m.overview_no_change_break()) }
    ],
    entries
  );
}
