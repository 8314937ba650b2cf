import { median, sum } from 'd3-array';
import { changeBetween, type NoChange } from '$lib/measures/change.ts';
import { formsOf } from '$lib/measures/measure.ts';
import { figureOf, type Figure } from '$lib/measures/figure.ts';
import { withoutNoise } from '$lib/measures/without-noise.ts';
import { measureOf } from '$lib/measures/measures.ts';
import type { Measure } from '$lib/measures/measure.ts';
import type { Catalogue } from '$lib/selection/catalogue.ts';
import type { compareFields } from '$lib/selection/compare.ts';
import type { Selected } from '$lib/selection/selection.ts';
import { comparedMeasures, type CompareAnswer } from '$lib/queries/compare.ts';

export type CompareSelection = Selected<typeof compareFields>;

export interface CompareColumn {
  /** A year, or a measure's id. */
  readonly key: string;
  readonly measure: Measure;
  readonly year: number;
}

export interface CompareCell {
  readonly figure: Figure;
  /** Against the year before; a reason where the two cannot be set against each other. */
  readonly change: number | NoChange;
}

export interface CompareRow {
  readonly unit: Catalogue['units'][number];
  readonly pinned: boolean;
  /** In the order of the columns. */
  readonly cells: readonly CompareCell[];
}

export interface CompareTable {
  readonly columns: readonly CompareColumn[];
  /** Pinned units first, then the others, each in the chosen order. */
  readonly rows: readonly CompareRow[];
  /** Of all rows that are shown; `counted` of them have a figure. */
  readonly totals: readonly { readonly figure: Figure; readonly change: number | NoChange; readonly counted: number }[];
  readonly medians: readonly (number | null)[];
}

export function compareColumns(selection: CompareSelection, catalogue: Catalogue): CompareColumn[] {
  if (selection.across === 'measures') {
    return comparedMeasures(selection).map((id) => ({ key: id, measure: measureOf(id), year: selection.year }));
  }
  const measure = measureOf(selection.measure);
  return catalogue.years.map((year) => ({ key: String(year), measure, year }));
}

/** The table of a selection: rows filtered, sorted and pinned, with totals and medians of what is shown. */
export function compareTable(
  figures: CompareAnswer['figures'],
  selection: CompareSelection,
  catalogue: Catalogue
): CompareTable {
  const columns = compareColumns(selection, catalogue);
  const listed = new Map(
    Object.entries(figures).flatMap(([id, own]) =>
      own.map((figure) => [`${id} ${figure.unit} ${figure.year}`, figure] as const)
    )
  );
  const figureAt = (measure: Measure, unit: string, year: number): Figure =>
    figureOf(
      listed.get(`${measure.id} ${unit} ${year}`) ?? {
        form: null,
        value: null,
        numerator: null,
        denominator: null,
        unread: false
      },
      measure,
      year
    );
  const cellAt = ({ measure, year }: CompareColumn, unit: string): CompareCell => {
    const figure = figureAt(measure, unit, year);
    return { figure, change: changeBetween(measure, year, figure, figureAt(measure, unit, year - 1)) };
  };

  const rows = catalogue.units
    .filter((unit) => selection.district === null || unit.district === selection.district)
    .filter((unit) => selection.kind === null || unit.kind === selection.kind)
    .filter((unit) => unit.name.includes(selection.search) || unit.code.includes(selection.search))
    .map((unit): CompareRow => ({
      unit,
      pinned: selection.pin.includes(unit.code),
      cells: columns.map((column) => cellAt(column, unit.code))
    }));

  const totals = columns.map((column) => {
    const total = (year: number) => {
      const found = rows.map((row) => listed.get(`${column.measure.id} ${row.unit.code} ${year}`));
      return totalOf(column.measure, year, found);
    };
    const now = total(column.year);
    return { ...now, change: changeBetween(column.measure, column.year, now.figure, total(column.year - 1).figure) };
  });
  const medians = columns.map(
    (_, index) =>
      median(rows, (row) => (row.cells[index]?.figure.state === 'value' ? row.cells[index].figure.value : NaN)) ?? null
  );
  return { columns, rows: sortRows(rows, columns, selection), totals, medians };
}

/** A sum; of a rate, the sum above the line over the sum below it. */
function totalOf(
  measure: Measure,
  year: number,
  figures: readonly (CompareAnswer['figures'][string][number] | undefined)[]
): { figure: Figure; counted: number } {
  const submitted = figures.filter((figure) => figure !== undefined);
  const known = submitted.filter((figure) => figure.numerator !== null);
  const numerator = known.length === 0 ? null : sum(known, (figure) => figure.numerator ?? 0);
  const denominator =
    measure.kind === 'rate' && known.length > 0 ? sum(known, (figure) => figure.denominator ?? 0) : null;
  const value =
    numerator === null || denominator === 0 ? null : denominator === null ? numerator : numerator / denominator;
  const form =
    submitted.find((figure) => formsOf(measure, year).includes(figure.form))?.form ?? submitted[0]?.form ?? null;
  // Binary noise of decimal amounts is rounded away; counts and rates are not touched by it.
  const rounded = value !== null && measure.kind === 'amount' ? withoutNoise(value) : value;
  return {
    figure: figureOf(
      { form, value: rounded, numerator, denominator, unread: submitted.some(({ unread }) => unread) },
      measure,
      year
    ),
    counted: known.length
  };
}

function sortRows(
  rows: readonly CompareRow[],
  columns: readonly CompareColumn[],
  selection: CompareSelection
): CompareRow[] {
  const index = columns.findIndex((column) => column.key === selection.sort);
  const direction = selection.order === 'ascending' ? 1 : -1;
  const keyOf = (row: CompareRow): number | null => {
    const cell = row.cells[index];
    if (!cell) return null;
    if (selection.show === 'change') return typeof cell.change === 'number' ? cell.change : null;
    return cell.figure.state === 'value' ? cell.figure.value : null;
  };
  const names = new Intl.Collator('zh');
  const compare = (a: CompareRow, b: CompareRow): number => {
    if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
    if (selection.sort === 'name') return direction * names.compare(a.unit.name, b.unit.name);
    const [x, y] = [keyOf(a), keyOf(b)];
    // What has no figure comes last in either order.
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return direction * (x - y);
  };
  return [...rows].sort(compare);
}
