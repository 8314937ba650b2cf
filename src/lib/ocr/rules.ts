/** The ruled lines of a page, found by runs of ink. Lengths are pixels of a page at about 200 dots an inch. */
import type { Ink } from './ink.ts';

/** A ruled line: `low` to `high` across its thickness, `from` to `to` along it, all inclusive. */
export interface Rule {
  readonly low: number;
  readonly high: number;
  readonly from: number;
  readonly to: number;
}

/** Holes that a line may have inside one row of pixels, and between its parts. */
const HOLE = 4;
const GAP = 10;
/** How much of a run must be ink: a line of text reaches half. */
const FILLED = 0.85;
/** A thicker bar is a picture or a filled field. */
const THICKEST = 16;

interface Run {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Level lines at least `shortest` long, of parts that are at least `part` long: a faint line is broken. For upright
 * ones give the ink with rows and columns exchanged.
 */
export function findRules(ink: Ink, shortest: number, part = shortest): Rule[] {
  return joinRuns(runsOf(ink, part)).filter(
    ({ low, high, from, to }) => to - from >= shortest && high - low < THICKEST
  );
}

function runsOf({ width, height, dots }: Ink, shortest: number): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < height; at += 1) {
    let from = -1;
    let last = -1;
    let count = 0;
    const close = (): void => {
      const length = last - from + 1;
      if (from >= 0 && length >= shortest && count >= length * FILLED) runs.push({ at, from, to: last });
      from = -1;
      count = 0;
    };
    for (let x = 0; x < width; x += 1) {
      const here = at * width + x;
      // A line that is not quite level goes on in the row above or below.
      if (dots[here] !== 1 && dots[here - width] !== 1 && dots[here + width] !== 1) continue;
      if (from >= 0 && x - last > HOLE) close();
      if (from < 0) from = x;
      last = x;
      count += 1;
    }
    close();
  }
  return runs;
}

/** Runs that lie on each other or follow each other are one line. */
function joinRuns(runs: readonly Run[]): Rule[] {
  const parents = runs.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  let first = 0;
  runs.forEach((run, index) => {
    while ((runs[first]?.at ?? run.at) < run.at - 2) first += 1;
    for (let other = first; other < index; other += 1) {
      const before = runs[other];
      if (!before || before.from > run.to + GAP || before.to < run.from - GAP) continue;
      parents[rootOf(index)] = rootOf(other);
    }
  });
  const rules = new Map<number, Rule>();
  runs.forEach(({ at, from, to }, index) => {
    const root = rootOf(index);
    const rule = rules.get(root) ?? { low: at, high: at, from, to };
    rules.set(root, {
      low: Math.min(rule.low, at),
      high: Math.max(rule.high, at),
      from: Math.min(rule.from, from),
      to: Math.max(rule.to, to)
    });
  });
  return [...rules.values()];
}
