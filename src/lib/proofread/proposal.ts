import type { CellId, Layout } from '../form/form.ts';
import type { Picture } from '../ocr/picture.ts';
import { sumsOf, type Values } from './sums.ts';

/** A figure that was recognised in a cell's picture and that a person has not confirmed. */
export interface Proposal {
  /** null: nothing is printed in the cell. */
  readonly value: number | null;
  /** False: a person should look twice. */
  readonly sure: boolean;
  /** The cell as it looks on the page. */
  readonly picture: Picture;
}

/** What the form's sums say about a proposal among the other figures; null: nothing yet. */
export type SumVerdict = 'agrees' | 'breaks' | null;

/**
 * What the sums say about each open proposal, with the proposals in place of what is missing. A figure that one sum
 * vouches for is not blamed for another.
 */
export function sumVerdicts(
  layout: Layout,
  values: Values,
  open: ReadonlyMap<CellId, Proposal>
): ReadonlyMap<CellId, SumVerdict> {
  const tried = { ...values, ...Object.fromEntries([...open].map(([cell, { value }]) => [cell, value])) };
  const verdicts = new Map<CellId, SumVerdict>();
  for (const { identity, state } of sumsOf(layout, tried)) {
    if (state === 'open') continue;
    for (const { cell } of identity.terms) {
      if (!open.has(cell)) continue;
      if (state === 'holds') verdicts.set(cell, 'agrees');
      else if (verdicts.get(cell) !== 'agrees') verdicts.set(cell, 'breaks');
    }
  }
  return verdicts;
}

export function theOnes(
  proposals: Iterable<readonly [CellId, Proposal]>,
  isOpen: (cell: CellId) => boolean
): ReadonlyMap<CellId, Proposal> {
  return new Map([...proposals].filter(([cell]) => isOpen(cell)));
}
