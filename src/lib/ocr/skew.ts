/** How far a page lies askew on the scanner, and the page put straight. */
import type { Ink } from './ink.ts';
import { shadeAt, type Picture } from './picture.ts';

/** Rise over run: about 3 degrees, more is for a person to scan again. */
const STEEPEST = 0.052;
const COARSE = 0.002;
const FINE = 0.0002;
/** Enough points to tell by. */
const POINTS = 60_000;
/** Below this the page is left as it is: a thousand pixels further the line is one pixel lower. */
const STRAIGHT = 0.0008;

/**
 * The slope at which the page's lines lie, positive when they fall to the right. Lines of text and rules fill few rows
 * of pixels when they are looked at along their own slope, so the sum of squares of the rows' ink is greatest there.
 */
export function slopeOf(ink: Ink): number {
  const points = samples(ink);
  if (points.length === 0) return 0;
  const best = (from: number, to: number, step: number): number => {
    let found = 0;
    let most = -1;
    for (let slope = from; slope <= to + step / 2; slope += step) {
      const score = sharpness(points, slope, ink);
      if (score > most) [found, most] = [slope, score];
    }
    return found;
  };
  const rough = best(-STEEPEST, STEEPEST, COARSE);
  const slope = best(rough - COARSE, rough + COARSE, FINE);
  return Math.abs(slope) < STRAIGHT ? 0 : slope;
}

/** x and y by turns. */
function samples({ width, dots }: Ink): Int32Array {
  let count = 0;
  for (const dot of dots) count += dot;
  const every = Math.max(1, Math.ceil(count / POINTS));
  const points = new Int32Array(2 * Math.ceil(count / every));
  let seen = 0;
  let at = 0;
  for (let index = 0; index < dots.length; index += 1) {
    if (dots[index] !== 1) continue;
    if (seen % every === 0) {
      points[at] = index % width;
      points[at + 1] = Math.floor(index / width);
      at += 2;
    }
    seen += 1;
  }
  return points;
}

function sharpness(points: Int32Array, slope: number, { width, height }: Ink): number {
  const offset = Math.ceil(STEEPEST * 1.2 * width);
  const rows = new Uint32Array(height + 2 * offset);
  for (let at = 0; at < points.length; at += 2) {
    const row = Math.round((points[at + 1] ?? 0) - slope * (points[at] ?? 0)) + offset;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let score = 0;
  for (const count of rows) score += count * count;
  return score;
}

/** The picture turned about its middle so that lines of this slope lie level. */
export function straightened(picture: Picture, slope: number): Picture {
  if (slope === 0) return picture;
  const { width, height } = picture;
  const angle = Math.atan(slope);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleX, middleY] = [width / 2, height / 2];
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dx = x - middleX;
      const dy = y - middleY;
      pixels[y * width + x] = Math.round(
        shadeAt(picture, middleX + dx * cos - dy * sin, middleY + dx * sin + dy * cos)
      );
    }
  }
  return { width, height, pixels };
}
