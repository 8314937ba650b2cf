import type { Picture } from './picture.ts';

/** Which pixels are ink: 1, or paper: 0. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

/** Ink is darker than its surroundings by this part of their shade. */
const DARKER = 0.16;
/** Surroundings as a part of the page's longer side: larger than a stroke, smaller than a shadow. */
const SURROUNDINGS = 1 / 40;

/** Tells ink from paper by each pixel's surroundings, so that shadows and tinted rows stay paper. */
export function inkOf({ width, height, pixels }: Picture): Ink {
  const sums = summed(pixels, width, height);
  const reach = Math.max(4, Math.round(Math.max(width, height) * SURROUNDINGS));
  const stride = width + 1;
  const dots = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - reach);
    const bottom = Math.min(height, y + reach + 1);
    for (let x = 0; x < width; x += 1) {
      const left = Math.max(0, x - reach);
      const right = Math.min(width, x + reach + 1);
      const sum =
        (sums[bottom * stride + right] ?? 0) -
        (sums[top * stride + right] ?? 0) -
        (sums[bottom * stride + left] ?? 0) +
        (sums[top * stride + left] ?? 0);
      const mean = sum / ((bottom - top) * (right - left));
      dots[y * width + x] = (pixels[y * width + x] ?? 0) < mean * (1 - DARKER) ? 1 : 0;
    }
  }
  return { width, height, dots };
}

/** Sum of all shades above and left of each corner. */
function summed(pixels: Uint8Array, width: number, height: number): Float64Array {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += pixels[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

/** The same with rows and columns exchanged. */
export function turned({ width, height, dots }: Ink): Ink {
  const other = new Uint8Array(dots.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) other[x * height + y] = dots[y * width + x] ?? 0;
  }
  return { width: height, height: width, dots: other };
}
