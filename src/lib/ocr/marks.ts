/** The separate marks of ink inside a cell: digits, points, and what is left of the cell's own lines. */
import type { Ink } from './ink.ts';
import type { Box } from './picture.ts';

export interface Mark {
  /** In pixels of the page. */
  readonly box: Box;
  /** How many pixels are ink. */
  readonly area: number;
}

/** Dirt on the glass, not a decimal point. */
const SPECK_AREA = 4;
const SPECK_SIDE = 2;
/** What is left of a line is thin, and long or at the cell's edge. */
const LINE = 4;
const LONG = 0.4;

/** Groups of touching pixels, without dirt and without the rest of the cell's lines. */
export function marksIn(ink: Ink, cell: Box): Mark[] {
  return groups(ink, cell).filter((mark) => !isSpeck(mark) && !isLine(mark, cell));
}

export function widthOf({ left, right }: Box): number {
  return right - left;
}

export function heightOf({ top, bottom }: Box): number {
  return bottom - top;
}

function isSpeck({ box, area }: Mark): boolean {
  return area <= SPECK_AREA || (widthOf(box) <= SPECK_SIDE && heightOf(box) <= SPECK_SIDE);
}

function isLine({ box }: Mark, cell: Box): boolean {
  const [width, height] = [widthOf(box), heightOf(box)];
  const level = box.top === cell.top || box.bottom === cell.bottom;
  const upright = box.left === cell.left || box.right === cell.right;
  return (
    (level && height <= LINE && (width > LONG * widthOf(cell) || height <= 2)) ||
    (upright && width <= LINE && (height > LONG * heightOf(cell) || width <= 2))
  );
}

function groups({ width, dots }: Ink, { left, top, right, bottom }: Box): Mark[] {
  const columns = right - left;
  const seen = new Uint8Array(Math.max(0, columns * (bottom - top)));
  const found: Mark[] = [];
  const isInk = (x: number, y: number): boolean => dots[y * width + x] === 1;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      if (!isInk(x, y) || seen[(y - top) * columns + x - left] === 1) continue;
      const box = { left: x, top: y, right: x + 1, bottom: y + 1 };
      const pile = [[x, y] as const];
      seen[(y - top) * columns + x - left] = 1;
      let area = 0;
      for (let point = pile.pop(); point; point = pile.pop()) {
        const [px, py] = point;
        area += 1;
        box.left = Math.min(box.left, px);
        box.right = Math.max(box.right, px + 1);
        box.top = Math.min(box.top, py);
        box.bottom = Math.max(box.bottom, py + 1);
        for (let ny = Math.max(top, py - 1); ny < Math.min(bottom, py + 2); ny += 1) {
          for (let nx = Math.max(left, px - 1); nx < Math.min(right, px + 2); nx += 1) {
            const at = (ny - top) * columns + nx - left;
            if (seen[at] === 1 || !isInk(nx, ny)) continue;
            seen[at] = 1;
            pile.push([nx, ny]);
          }
        }
      }
      found.push({ box, area });
    }
  }
  return found;
}
