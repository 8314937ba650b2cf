import { tableCsv, type CsvColumn } from '$lib/export/table-csv.ts';
import { m } from '$lib/paraglide/messages.js';
import type { OpenErrors } from '$lib/review/open-errors.ts';
import type { CompareRow, CompareTable } from './compare-table.ts';
import { kindName } from '$lib/words/kind-name.ts';
import { comparabilityNote, measureName } from '$lib/words/measure-words.ts';

/** The comparison as it stands, each column with the change against the year before; rates with their counts. */
export function compareCsv(table: CompareTable, errors: OpenErrors): string {
  const figures = table.columns.flatMap((column, index): CsvColumn<CompareRow>[] => {
    const id = column.measure.id;
    const label = `${column.year} ${measureName(column.measure)}`;
    const figureOf = (row: CompareRow) => row.cells[index]?.figure;
    const part = (row: CompareRow, name: 'numerator' | 'denominator'): number | null => {
      const figure = figureOf(row);
      return figure?.state === 'value' ? (figure[name] ?? null) : null;
    };
    const counts: CsvColumn<CompareRow>[] =
      column.measure.kind === 'rate'
        ? [
            { label: `${label} ${m.rank_numerator()}`, value: (row) => part(row, 'numerator') },
            { label: `${label} ${m.rank_denominator()}`, value: (row) => part(row, 'denominator') }
          ]
        : [];
    return [
      { label, id, value: (row) => figureOf(row) ?? null },
      ...counts,
      {
        label: `${label} ${m.overview_column_change()}`,
        value: (row) => {
          const change = row.cells[index]?.change;
          if (change === 'form-break') return m.overview_no_change_break();
          return typeof change === 'number' ? change : null;
        }
      },
      {
        label: `${m.column_open_errors({ year: column.year })} ${measureName(column.measure)}`,
        value: (row) => errors.at(column.measure, row.unit.code, column.year)
      }
    ];
  });
  const notes = [...new Set(table.columns.map((column) => comparabilityNote(column.measure)))].filter(
    (note) => note !== ''
  );
  return tableCsv<CompareRow>(
    [
      { label: m.column_unit_code(), value: (row) => row.unit.code },
      { label: m.column_unit_name(), value: (row) => row.unit.name },
      { label: m.column_district(), value: (row) => row.unit.district },
      { label: m.column_kind(), value: (row) => kindName(row.unit.kind) },
      ...figures,
      ...(notes.length === 0 ? [] : [{ label: m.column_comparability(), value: () => notes.join(' ') }])
    ],
    table.rows
  );
}
