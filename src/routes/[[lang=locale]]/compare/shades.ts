import { heatScale } from '$lib/charts/heat-scale.ts';
import type { CompareCell, CompareSelection, CompareTable } from './compare-table.ts';

/** For each column of the table, how dark a cell is: 0 (not shaded) to 5. */
export function shadesOf(
  table: CompareTable,
  { show, across }: Pick<CompareSelection, 'show' | 'across'>
): ((cell: CompareCell) => number)[] {
  const amount = ({ figure, change }: CompareCell): number | null => {
    if (show === 'change') return typeof change === 'number' ? change : null;
    return figure.state === 'value' ? figure.value : null;
  };
  const columns = table.columns.map((_, index) =>
    table.rows.map((row) => (row.cells[index] ? amount(row.cells[index]) : null))
  );
  // Over the years the whole table is one scale; measures side by side have one each.
  const whole = across === 'years' ? heatScale(columns.flat()) : null;
  return columns.map((values) => {
    const shade = whole ?? heatScale(values);
    return (cell) => shade(amount(cell));
  });
}
