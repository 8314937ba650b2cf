import { scaleQuantile } from 'd3-scale';

/**
 * Shades for a table in which nine tenths are zero: zero and what is absent have none, the rest is split into five
 * steps with about as many figures in each, so that a few large ones do not leave all others white.
 * @returns 0 (no shade) to 5
 */
export function heatScale(values: readonly (number | null)[]): (value: number | null) => number {
  const sizes = values.flatMap((value) => (value === null || value === 0 ? [] : [Math.abs(value)]));
  const distinct = [...new Set(sizes)];
  if (distinct.length === 0) return () => 0;
  // With few distinct sizes, equal steps between them say more than quantiles that fall together.
  const step = scaleQuantile(distinct.length < 5 ? distinct : sizes, [1, 2, 3, 4, 5]);
  return (value) => (value === null || value === 0 ? 0 : step(Math.abs(value)));
}
