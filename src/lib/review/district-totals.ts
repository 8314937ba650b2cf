import { rollup } from 'd3-array';
import { IDENTITIES } from '../checks/identities.ts';
import { isBroken, residualsOf, type Residual } from '../checks/residuals.ts';
import { cellOf, cellsOfLayout, formOfYear, type CellId, type Layout } from '../form/form.ts';
import type { ErrorCells } from '../queries/list-error-cells.ts';
import type { CellSum } from '../queries/sum-cells.ts';
import type { TotalsAnswer } from '../queries/totals.ts';
import type { MarkOf } from './mark.ts';
import { isOpen } from './open-errors.ts';

/** A district's reports of one year added up in the official form, with what the sum is made of and what it lacks. */
export interface DistrictTotals {
  /** The form that is due in that year, in full. */
  readonly layout: Layout;
  /** null: no report has a number in this cell. */
  readonly values: Readonly<Record<CellId, number | null>>;
  readonly due: number;
  readonly reports: number;
  /** Units without a report. */
  readonly missing: readonly string[];
  /** Units with open errors, and how many. */
  readonly faulty: readonly { readonly unit: string; readonly errors: number }[];
  /** Units whose report leaves cells without a number. */
  readonly unfilled: TotalsAnswer['unfilled'];
  /** Figures of reports on another form, in rows that the due one does not have: they are in no cell of it. */
  readonly beside: readonly CellSum[];
  /** The form's own sums that the total does not satisfy. */
  readonly broken: readonly Residual[];
  /** Reports with a number in the cell. */
  counted(cell: CellId): number;
  /** The open errors that the cell may be at fault in: of a sum that does not add up, each of its cells may be the wrong one. */
  errorsAt(cell: CellId): readonly ErrorCells[];
}

type Parts = Pick<TotalsAnswer, 'grid' | 'cells' | 'unfilled' | 'errors'>;

export function districtTotals({ grid, cells, unfilled, errors }: Parts, year: number, markOf: MarkOf): DistrictTotals {
  const layout = formOfYear(year);
  const printed = new Set(cellsOfLayout(layout).map(({ id }) => id));
  const sums = new Map(cells.map((row) => [row.cell, row]));
  const values = Object.fromEntries([...printed].map((id) => [id, sums.get(id)?.total ?? null]));
  const due = grid.filter((row) => row.year === year);
  const submitted = due.filter((row) => row.submitted).map(({ unit }) => unit);
  const open = errors.filter((error) => error.year === year && submitted.includes(error.unit) && isOpen(error, markOf));
  const touched = rollup(
    open.flatMap((error) => error.cells.map((cell) => ({ cell, error }))),
    (own) => own.map(({ error }) => error),
    ({ cell }) => cell
  );
  return {
    layout,
    values,
    due: due.length,
    reports: submitted.length,
    missing: due.filter((row) => !row.submitted).map(({ unit }) => unit),
    faulty: submitted
      .map((unit) => ({ unit, errors: open.filter((error) => error.unit === unit).length }))
      .filter((row) => row.errors > 0),
    unfilled,
    beside: cells.filter(({ cell, total }) => !printed.has(cell) && total !== 0 && isRowTotal(cell)),
    broken: residualsOf([{ year, layout, cells: values }], [year], IDENTITIES).filter(isBroken),
    counted: (cell) => sums.get(cell)?.counted ?? 0,
    errorsAt: (cell) => touched.get(cell) ?? []
  };
}

/** Of table 3's rows the last column says it all. */
function isRowTotal(id: CellId): boolean {
  const { table, column } = cellOf(id);
  return table !== 3 || column === 'total';
}
