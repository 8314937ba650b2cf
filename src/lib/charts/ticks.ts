import { ticks } from 'd3-array';

/**
 * Whole-number ticks from 0 to at least `most`; counts have no halves.
 * @returns ascending, the last one ≥ `most`, at most about `count` + 1 of them.
 */
export function wholeTicks(most: number, count: number): number[] {
  const top = Math.max(1, Math.ceil(most));
  const found = ticks(0, top, count).filter(Number.isInteger);
  const step = found.length > 1 ? (found[1] ?? 1) - (found[0] ?? 0) : 1;
  const last = found.at(-1) ?? 0;
  return last < top ? [...found, last + step] : found;
}
