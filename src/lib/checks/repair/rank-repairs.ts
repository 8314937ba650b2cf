import { join } from './explain-changes.ts';
import { cellsOfLayout, LAYOUTS, type CellId } from '../../form/form.ts';
import type { Reason } from './reason.ts';
import type { Change, Repair } from './repair.ts';
import type { Explained } from './row-mistakes.ts';

/**
 * One choice of each part together, likeliest first, as many as are shown.
 * `complete`: no combination was left out.
 */
export function rankRepairs(
  choices: readonly (readonly Explained[])[],
  maximumShown: number
): { repairs: Repair[]; complete: boolean } {
  let complete = true;
  let combined: Explained[] = [];
  for (const [index, choice] of choices.entries()) {
    const next =
      index === 0
        ? [...choice]
        : combined.flatMap((one) =>
            choice.map((other) => ({ changes: [...one.changes, ...other.changes], ...join([one, other]) }))
          );
    next.sort((a, b) => a.penalty - b.penalty || movedBy(a) - movedBy(b));
    if (next.length > maximumShown) complete = false;
    // A combination's likeliest are made of each part's likeliest, so that the rest can be dropped at once.
    combined = next.slice(0, maximumShown);
  }
  const repairs = combined.map(({ changes, reasons }, index): Repair => {
    const ordered = [...changes].sort((a, b) => a.year - b.year || orderOf(a.cell) - orderOf(b.cell));
    return {
      year: Math.max(...changes.map(({ year }) => year)),
      changes: ordered,
      rank: index + 1,
      reasons: inOrder(reasons)
    };
  });
  return { repairs, complete };
}

function movedBy({ changes }: Explained): number {
  return changes.reduce((sum, { from, to }: Change) => sum + Math.abs(to - (from ?? 0)), 0);
}

function inOrder(reasons: readonly Reason[]): Reason[] {
  const placeOf = ({ cells: [first] }: Reason): number => (first ? first.year * 1000 + orderOf(first.cell) : 0);
  return [...reasons].sort((a, b) => placeOf(a) - placeOf(b));
}

const ORDER: ReadonlyMap<CellId, number> = new Map(
  [...new Set(LAYOUTS.flatMap((layout) => cellsOfLayout(layout).map(({ id }) => id)))].map((id, index) => [id, index])
);

function orderOf(cell: CellId): number {
  return ORDER.get(cell) ?? Infinity;
}
