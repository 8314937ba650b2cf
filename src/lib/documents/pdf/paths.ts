import { apply, type Box, boxOf, type Matrix, type Ruling } from './geometry.ts';

/** Points. A filled area no thicker than this is a line. */
const THICKEST_LINE = 3;
/** A line is at least this many times as long as it is thick. */
const LINE_RATIO = 3;
/** Points that a line may lean over its whole length and still be upright or level. */
const LEAN = 0.7;

type Point = readonly [number, number];

interface Subpath {
  readonly points: Point[];
  closed: boolean;
  /** Has curves: not a rectangle and not a line. */
  curved: boolean;
}

/** pdf.js writes a path as numbers: a code, then the code's coordinates. */
const CODE = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

/** The path's parts in page coordinates. */
export function subpathsOf(data: ArrayLike<number>, matrix: Matrix): Subpath[] {
  const subpaths: Subpath[] = [];
  let current: Subpath | undefined;
  const at = (index: number): Point => apply(matrix, data[index] ?? 0, data[index + 1] ?? 0);
  let index = 0;
  while (index < data.length) {
    const code = data[index++];
    if (code === CODE.moveTo) {
      current = { points: [at(index)], closed: false, curved: false };
      subpaths.push(current);
      index += 2;
    } else if (code === CODE.lineTo) {
      current?.points.push(at(index));
      index += 2;
    } else if (code === CODE.curveTo || code === CODE.quadraticCurveTo) {
      const length = code === CODE.curveTo ? 6 : 4;
      for (let offset = 0; offset < length; offset += 2) current?.points.push(at(index + offset));
      if (current) current.curved = true;
      index += length;
    } else if (code === CODE.closePath) {
      if (current) current.closed = true;
    } else {
      break;
    }
  }
  return subpaths;
}

/** Whether filling the part shows more than lines and rectangles, as the outline of a digit does. */
export function isShape({ points, curved }: Subpath): boolean {
  if (curved) return true;
  return points.some(([x, y], index) => {
    const before = points[index - 1];
    return before !== undefined && Math.abs(x - before[0]) > LEAN && Math.abs(y - before[1]) > LEAN;
  });
}

export interface Lines {
  readonly horizontals: Ruling[];
  readonly verticals: Ruling[];
}

/** The level and upright lines that stroking a path draws. */
export function strokedLines(subpath: Subpath): Lines {
  const lines: Lines = { horizontals: [], verticals: [] };
  if (subpath.curved) return lines;
  const { points } = subpath;
  const ends = subpath.closed && points[0] ? [...points, points[0]] : points;
  for (let index = 1; index < ends.length; index++) {
    const [one, other] = [ends[index - 1], ends[index]];
    if (!one || !other) continue;
    const [dx, dy] = [Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1])];
    if (dy <= LEAN && dx > dy * LINE_RATIO) {
      lines.horizontals.push(ruling((one[1] + other[1]) / 2, one[0], other[0]));
    } else if (dx <= LEAN && dy > dx * LINE_RATIO) {
      lines.verticals.push(ruling((one[0] + other[0]) / 2, one[1], other[1]));
    }
  }
  return lines;
}

/** What a filled path shows: a line when it is thin, a dot when it is tiny, an area when it is a rectangle, else nothing of use. */
export function filledArea(subpath: Subpath): { readonly lines: Lines; readonly area?: Box } {
  const lines: Lines = { horizontals: [], verticals: [] };
  if (subpath.points.length < 2 || subpath.curved) return { lines };
  const box = boxOf(subpath.points);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  if (height <= THICKEST_LINE && width <= THICKEST_LINE) {
    // A dot of a dotted line, which may be either.
    lines.horizontals.push(ruling((box.top + box.bottom) / 2, box.left, box.right));
    lines.verticals.push(ruling((box.left + box.right) / 2, box.top, box.bottom));
    return { lines };
  }
  if (height <= THICKEST_LINE && width > height * LINE_RATIO) {
    lines.horizontals.push(ruling((box.top + box.bottom) / 2, box.left, box.right));
    return { lines };
  }
  if (width <= THICKEST_LINE && height > width * LINE_RATIO) {
    lines.verticals.push(ruling((box.left + box.right) / 2, box.top, box.bottom));
    return { lines };
  }
  const onEdge = ([x, y]: Point) =>
    Math.min(x - box.left, box.right - x) < LEAN && Math.min(y - box.top, box.bottom - y) < LEAN;
  return subpath.points.every(onEdge) ? { lines, area: box } : { lines };
}

function ruling(position: number, one: number, other: number): Ruling {
  return { position, start: Math.min(one, other), end: Math.max(one, other) };
}
