import { cellsOfLayout, type CellId, type Layout } from '../../../src/lib/form/form.ts';

/** Numbers from 0 to 1 that are the same for the same seed: a counterexample is then a seed and not 200 cells. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Mostly zeros, as in life, and figures of up to four digits between. */
export function randomValues(layout: Layout, seed: number): Record<CellId, number> {
  const random = randomFrom(seed);
  const figure = () => (random() < 0.7 ? 0 : Math.floor(10 ** (random() * 4)));
  return Object.fromEntries(cellsOfLayout(layout).map(({ id }) => [id, figure()]));
}

export function asText(values: Readonly<Record<CellId, number>>): Record<CellId, string> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, String(value)]));
}
