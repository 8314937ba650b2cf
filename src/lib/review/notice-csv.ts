import { rollup } from 'd3-array';
import { tableCsv } from '../export/table-csv.ts';
import { m } from '../paraglide/messages.js';
import type { Unit } from '../report/unit.ts';
import { whyText } from './notice.ts';
import type { CorrectUnits } from './notice-flags.ts';
import type { NoticeLine } from './notice-lines.ts';
import type { Returned } from './returned.ts';

type NamedUnit = Pick<Unit, 'code' | 'name' | 'district'>;

/** Code, name and district of a row's unit. */
function unitColumns(units: readonly NamedUnit[]) {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  type OfUnit = { readonly unit: string };
  return [
    { label: m.column_unit_code(), value: ({ unit }: OfUnit) => unit },
    { label: m.column_unit_name(), value: ({ unit }: OfUnit) => byCode.get(unit)?.name ?? '' },
    { label: m.column_district(), value: ({ unit }: OfUnit) => byCode.get(unit)?.district ?? '' }
  ];
}

/** The letters' lines as one table, with the stable ids beside the words; sets to be put right together are numbered unit by unit. */
export function noticeCsv(lines: readonly NoticeLine[], units: readonly NamedUnit[]): string {
  const sets = rollup(
    lines,
    (own) => [...new Set(own.map(({ set }) => set))].filter((set) => set !== null),
    ({ unit }) => unit
  );
  const numberOf = (unit: string, set: string): number => (sets.get(unit)?.indexOf(set) ?? 0) + 1;
  return tableCsv<NoticeLine>(
    [
      ...unitColumns(units),
      { label: m.column_year(), value: ({ year }) => year },
      { label: m.column_table(), value: ({ table }) => table },
      { label: m.column_row(), value: ({ row }) => row },
      { label: m.column_column(), value: ({ column }) => column },
      { label: m.column_actual(), value: ({ stands }) => stands },
      { label: m.letter_column_proposed(), value: ({ proposed }) => proposed },
      { label: m.letter_column_together(), value: ({ unit, set }) => (set === null ? '' : numberOf(unit, set)) },
      { label: m.letter_column_why(), value: (line) => whyText([line]).replaceAll('\n', ' ') },
      { label: m.column_cell_ids(), value: ({ cells }) => cells.join(' ') }
    ],
    lines
  );
}

/** Units to which something was sent back, with how much of it is still there. */
export function returnedCsv(returned: readonly Returned[], year: number, units: readonly NamedUnit[]): string {
  return tableCsv<Returned>(
    [
      ...unitColumns(units),
      { label: m.column_year(), value: () => year },
      { label: m.letter_column_sent(), value: ({ sent }) => sent },
      { label: m.letter_column_mended(), value: ({ mended }) => mended },
      { label: m.letter_column_left(), value: ({ sent, mended }) => sent - mended }
    ],
    returned
  );
}

/** Units with nothing to correct; the last column tells who still has questions open. */
export function correctCsv({ clean, doubtful }: CorrectUnits, year: number, units: readonly NamedUnit[]): string {
  const doubts = new Map([
    ...clean.map((unit) => [unit, 0] as const),
    ...doubtful.map((row) => [row.unit, row.doubts] as const)
  ]);
  return tableCsv(
    [
      { label: m.column_unit_code(), value: ({ code }) => code },
      { label: m.column_unit_name(), value: ({ name }) => name },
      { label: m.column_district(), value: ({ district }) => district },
      { label: m.column_year(), value: () => year },
      { label: m.letter_column_doubts(), value: ({ code }) => doubts.get(code) ?? 0 }
    ],
    units.filter(({ code }) => doubts.has(code))
  );
}
