import type { Box, Ruling } from './geometry.ts';

/** Points. Lines nearer than this are one line: double borders, and the borders of neighbouring cells. */
export const TOUCH = 3;
/** Points between lines that are still drawn as one (a corner, a dot, rounding). */
const SAME_LINE = 1;

/** Points. What is left shorter than this after joining is a corner or a dot, not the side of a cell. */
const SHORTEST = 5;

/**
 * Joins pieces of the same line: cell by cell, dot by dot, drawn twice. `scale`: how many times larger the page is looked
 * at, and with it the gaps of a dashed line.
 */
export function mergeRulings(rulings: readonly Ruling[], scale = 1): Ruling[] {
  const merged: Ruling[] = [];
  for (const group of groupBy(rulings, (ruling) => ruling.position, SAME_LINE)) {
    const position = group.reduce((sum, ruling) => sum + ruling.position, 0) / group.length;
    let open: { start: number; end: number } | undefined;
    for (const { start, end } of [...group].sort((a, b) => a.start - b.start)) {
      if (open && start <= open.end + TOUCH * scale) {
        open.end = Math.max(open.end, end);
        continue;
      }
      if (open) merged.push({ position, ...open });
      open = { start, end };
    }
    if (open) merged.push({ position, ...open });
  }
  return merged.filter((ruling) => ruling.end - ruling.start >= SHORTEST);
}

/** Groups of neighbours: sorted by `valueOf`, each at most `gap` from the one before and the group at most twice that wide. */
export function groupBy<T>(items: readonly T[], valueOf: (item: T) => number, gap: number): T[][] {
  const groups: T[][] = [];
  let first = NaN;
  let last = NaN;
  for (const item of [...items].sort((a, b) => valueOf(a) - valueOf(b))) {
    const value = valueOf(item);
    const group = groups.at(-1);
    if (group && value - last <= gap && value - first <= gap * 2) {
      group.push(item);
    } else {
      groups.push([item]);
      first = value;
    }
    last = value;
  }
  return groups;
}

/** The middle of each group of near values, in order. */
export function clusters(values: readonly number[], gap: number): number[] {
  return groupBy(values, (value) => value, gap).map((group) => ((group[0] ?? 0) + (group.at(-1) ?? 0)) / 2);
}

/** Lines that hang together by touching or crossing: the frame of one table each. */
export interface Frame {
  readonly horizontals: readonly Ruling[];
  readonly verticals: readonly Ruling[];
}

export function framesOf(horizontals: readonly Ruling[], verticals: readonly Ruling[]): Frame[] {
  const parents = [...horizontals, ...verticals].map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    for (let at = index; at !== root;) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  };
  horizontals.forEach((horizontal, index) => {
    verticals.forEach((vertical, other) => {
      if (touches(horizontal, vertical)) parents[rootOf(index)] = rootOf(horizontals.length + other);
    });
  });
  const frames = new Map<number, { horizontals: Ruling[]; verticals: Ruling[] }>();
  const frameAt = (index: number) => {
    const root = rootOf(index);
    const frame = frames.get(root) ?? { horizontals: [], verticals: [] };
    frames.set(root, frame);
    return frame;
  };
  horizontals.forEach((ruling, index) => frameAt(index).horizontals.push(ruling));
  verticals.forEach((ruling, index) => frameAt(horizontals.length + index).verticals.push(ruling));
  return [...frames.values()];
}

/** The frames of areas that lie side by side like cells: each area's sides are lines. */
export function framesOfBoxes(boxes: readonly Box[]): Frame[] {
  const horizontals = boxes.flatMap(({ left, right, top, bottom }): Ruling[] => [
    { position: top, start: left, end: right },
    { position: bottom, start: left, end: right }
  ]);
  const verticals = boxes.flatMap(({ left, right, top, bottom }): Ruling[] => [
    { position: left, start: top, end: bottom },
    { position: right, start: top, end: bottom }
  ]);
  return framesOf(mergeRulings(horizontals), mergeRulings(verticals));
}

export function isSameBox(one: Box, other: Box): boolean {
  return (['left', 'right', 'top', 'bottom'] as const).every((side) => Math.abs(one[side] - other[side]) <= TOUCH);
}

function touches(horizontal: Ruling, vertical: Ruling): boolean {
  return (
    vertical.position >= horizontal.start - TOUCH &&
    vertical.position <= horizontal.end + TOUCH &&
    horizontal.position >= vertical.start - TOUCH &&
    horizontal.position <= vertical.end + TOUCH
  );
}
