/** A page's picture in shades of grey, row by row: 0 is black, 255 is white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** In pixels; `right` and `bottom` lie just outside. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const WHITE = 255;

/** From a canvas: four bytes a pixel. Transparent parts are paper. */
export function greyPicture(rgba: Uint8ClampedArray, width: number, height: number): Picture {
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at += 1) {
    const [red, green, blue] = [rgba[at * 4] ?? 0, rgba[at * 4 + 1] ?? 0, rgba[at * 4 + 2] ?? 0];
    // Weights of ITU-R BT.601.
    const shade = 0.299 * red + 0.587 * green + 0.114 * blue;
    pixels[at] = Math.round(WHITE + (shade - WHITE) * ((rgba[at * 4 + 3] ?? 0) / 255));
  }
  return { width, height, pixels };
}

/** The part inside the box, which is cut off at the picture's edges. */
export function cut(picture: Picture, box: Box): Picture {
  const left = Math.max(0, box.left);
  const top = Math.max(0, box.top);
  const width = Math.max(0, Math.min(picture.width, box.right) - left);
  const height = Math.max(0, Math.min(picture.height, box.bottom) - top);
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row += 1) {
    const start = (top + row) * picture.width + left;
    pixels.set(picture.pixels.subarray(start, start + width), row * width);
  }
  return { width, height, pixels };
}

/** The shade between pixels, weighed by nearness; paper outside the picture. */
export function shadeAt({ width, height, pixels }: Picture, x: number, y: number): number {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < -1 || top < -1 || left >= width || top >= height) return WHITE;
  const at = top * width + left;
  const [inLeft, inRight, inTop, inBottom] = [left >= 0, left + 1 < width, top >= 0, top + 1 < height];
  const one = inLeft && inTop ? (pixels[at] ?? WHITE) : WHITE;
  const two = inRight && inTop ? (pixels[at + 1] ?? WHITE) : WHITE;
  const three = inLeft && inBottom ? (pixels[at + width] ?? WHITE) : WHITE;
  const four = inRight && inBottom ? (pixels[at + width + 1] ?? WHITE) : WHITE;
  const upper = one + (two - one) * (x - left);
  const lower = three + (four - three) * (x - left);
  return upper + (lower - upper) * (y - top);
}

/** Drawn larger or smaller by `factor`, on paper with a margin all around. */
export function scaled(picture: Picture, factor: number, margin: number): Picture {
  const width = Math.max(1, Math.round(picture.width * factor)) + 2 * margin;
  const height = Math.max(1, Math.round(picture.height * factor)) + 2 * margin;
  const pixels = new Uint8Array(width * height).fill(WHITE);
  for (let row = margin; row < height - margin; row += 1) {
    for (let column = margin; column < width - margin; column += 1) {
      const x = (column - margin + 0.5) / factor - 0.5;
      const y = (row - margin + 0.5) / factor - 0.5;
      pixels[row * width + column] = Math.round(shadeAt(picture, x, y));
    }
  }
  return { width, height, pixels };
}

/** As a portable graymap, the plainest file a recogniser takes. */
export function graymap({ width, height, pixels }: Picture): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + pixels.length);
  file.set(head);
  file.set(pixels, head.length);
  return file;
}
