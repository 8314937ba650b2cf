import { IDENTITIES } from '../checks/identities.ts';
import type { Identity } from '../checks/rule.ts';
import type { CellId, Layout } from '../form/form.ts';

/** `open`: a cell of the sum is not filled in yet, so nothing can be said. */
export interface Sum {
  readonly identity: Identity;
  readonly state: 'holds' | 'violated' | 'open';
  /** What the other cells say the total is; null while the sum is open. */
  readonly expected: number | null;
  readonly actual: number | null;
}

export type Values = Readonly<Record<CellId, number | null | undefined>>;

/** The form's own sums with these values, as they are being filled in. Those over two years are for the checks. */
export function sumsOf(layout: Layout, values: Values): Sum[] {
  return IDENTITIES.filter(
    ({ layouts, terms }) => layouts.includes(layout) && terms.every(({ yearOffset }) => yearOffset === 0)
  ).map((identity) => sumOf(identity, values));
}

function sumOf(identity: Identity, values: Values): Sum {
  const { total, terms } = identity;
  const actual = values[total] ?? null;
  const numbers = terms.map(({ cell, coefficient }) => {
    const value = values[cell];
    return typeof value === 'number' ? value * coefficient : null;
  });
  const whole = numbers.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0);
  if (whole === null || actual === null) return { identity, state: 'open', expected: null, actual };
  // The total stands among the terms, taken off.
  return { identity, state: whole === 0 ? 'holds' : 'violated', expected: whole + actual, actual };
}
