import { group } from 'd3-array';
import type { Flag } from '../checks/rule.ts';
import { markKey } from '../imports/stored.ts';
import type { Marked } from './mark.ts';

/** How far a unit has got with what was sent back to it. */
export interface Returned {
  readonly unit: string;
  readonly sent: number;
  /** Of which the unit's report as it is now shows no more. */
  readonly mended: number;
}

/**
 * Units to which something was sent back, in the order of `units`. `sent`: the marks that say so; `flags`: as they are
 * now; `submitted`: who has a report now, for nothing is mended in a report that is gone.
 */
export function returnedUnits(
  sent: readonly Marked[],
  flags: readonly Flag[],
  units: readonly string[],
  submitted: readonly string[]
): Returned[] {
  const open = new Set(flags.map(markKey));
  const byUnit = group(sent, ({ unit }) => unit);
  return units.flatMap((unit) => {
    const own = byUnit.get(unit);
    if (!own) return [];
    const left = submitted.includes(unit) ? own.filter((mark) => open.has(markKey(mark))) : own;
    return [{ unit, sent: own.length, mended: own.length - left.length }];
  });
}
