import type { Figure } from './figure.ts';
import { comparableBetween, type Measure } from './measure.ts';
import { withoutNoise } from './without-noise.ts';

/** Why there is no change to show. */
export type NoChange = 'form-break' | 'no-figure';

/**
 * A year's figure against the year before, in the measure's own unit; of rates, as a fraction. A reason instead where
 * the two cannot be set against each other. Amounts are rounded to six decimals, which takes away binary noise.
 */
export function changeBetween(measure: Measure, year: number, now: Figure, before: Figure): number | NoChange {
  if (now.state !== 'value' || before.state !== 'value') return 'no-figure';
  if (!comparableBetween(measure, year - 1, year)) return 'form-break';
  const difference = now.value - before.value;
  return measure.kind === 'rate' ? difference : withoutNoise(difference);
}
