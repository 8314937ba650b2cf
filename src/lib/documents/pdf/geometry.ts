/** Page geometry: points (1/72 inch), origin at the page's top left, y grows downwards, page rotation undone. */

/** Affine matrix as PDF writes it: [a b c d e f]. */
export type Matrix = readonly [number, number, number, number, number, number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The matrix that applies `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  return [
    outer[0] * inner[0] + outer[2] * inner[1],
    outer[1] * inner[0] + outer[3] * inner[1],
    outer[0] * inner[2] + outer[2] * inner[3],
    outer[1] * inner[2] + outer[3] * inner[3],
    outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
    outer[1] * inner[4] + outer[3] * inner[5] + outer[5]
  ];
}

export function apply(matrix: Matrix, x: number, y: number): readonly [number, number] {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function contains(box: Box, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

export function intersect(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom)
  };
}

export function boxOf(points: readonly (readonly [number, number])[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}

export function transformBox(matrix: Matrix, box: Box): Box {
  return boxOf([
    apply(matrix, box.left, box.top),
    apply(matrix, box.right, box.top),
    apply(matrix, box.left, box.bottom),
    apply(matrix, box.right, box.bottom)
  ]);
}

/** One drawn character. `sideways` marks text turned by a quarter; slanted text is not kept at all. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly sideways: boolean;
  /** When it was painted, counted with the fills of the same page. */
  readonly order: number;
  readonly colour: string;
  /** What was to be seen of it at most. */
  readonly clip: Box;
}

/** The middle of the body of a glyph, or of several in a line, where it is asked which cell or fill it stands on. */
export function centreOf({
  left,
  right,
  baseline,
  size
}: Pick<Glyph, 'left' | 'right' | 'baseline' | 'size'>): readonly [number, number] {
  return [(left + right) / 2, baseline - size * 0.35];
}

/** A straight line on the page, horizontal (`position` is y) or vertical (`position` is x). */
export interface Ruling {
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

/** An opaque painted area. */
export interface Fill extends Box {
  readonly order: number;
  readonly colour: string;
}
