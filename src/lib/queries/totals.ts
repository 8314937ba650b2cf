import type { totalsFields } from '../selection/totals.ts';
import type { Selected } from '../selection/selection.ts';
import { gather, type Ask } from './ask.ts';
import { countUnfilled } from './count-unfilled.ts';
import { gridStatuses } from './grid-statuses.ts';
import { listCellFigures } from './list-cell-figures.ts';
import { listErrorCells } from './list-error-cells.ts';
import { sumCells } from './sum-cells.ts';

/** A district's own table in the official form, and what it is made of. */
export function askTotals(ask: Ask, { year, district, cell }: Selected<typeof totalsFields>) {
  return gather({
    grid: ask(gridStatuses, { district }),
    cells: ask(sumCells, { year, district }),
    unfilled: ask(countUnfilled, { year, district }),
    errors: ask(listErrorCells, {}),
    figures: cell === null ? [] : ask(listCellFigures, { year, district, cell })
  });
}
export type TotalsAnswer = Awaited<ReturnType<typeof askTotals>>;
