import { apply, type Glyph, type Matrix, multiply } from './geometry.ts';
import { codedGlyph, UNKNOWN_CHARACTER } from './fonts.ts';
import type { GraphicsState, TextPosition } from './graphics-state.ts';
import type { TextDirections } from './text-direction.ts';

/** Text turned further than this (as a sine) is slanted. */
const STRAIGHT = 0.05;
/** Slanted further than this (as a sine) it is a watermark, less far it may be a figure. */
const WATERMARK = 0.2;
/** Points. Smaller text cannot be read by anyone. */
const SMALLEST_SIZE = 1;

interface Painting {
  readonly order: number;
  readonly visible: boolean;
  readonly directions: TextDirections;
}

/** Sets one text operator's characters (and shifts), moves the position on, and gives the glyphs that can be seen. */
export function setText(
  entries: readonly unknown[],
  state: GraphicsState,
  position: TextPosition,
  painting: Painting
): Glyph[] {
  const glyphs: Glyph[] = [];
  const { font, fontSize } = state;
  const matrix = multiply(state.matrix, position.matrix);
  const mirrored = font?.flipped !== true && isMirrored(matrix, state.horizontalScale);
  // Where pdf.js could not load the font it gives no characters. One unknown character stands for all of them.
  const shown = font ? entries : [null];
  for (const entry of shown) {
    if (typeof entry === 'number') {
      const shift = (-entry / 1000) * fontSize;
      if (font?.vertical) position.y += shift;
      else position.x += shift * state.horizontalScale;
      continue;
    }
    const glyph = font ? codedGlyph(entry) : undefined;
    if (font && !glyph) continue;
    const spacing = state.characterSpacing + (glyph?.isSpace ? state.wordSpacing : 0);
    const scale = fontSize * (font?.scale ?? 0.001);
    const width = (glyph?.width ?? 500) * scale * state.horizontalScale;
    let [x, y] = [position.x, position.y + state.rise];
    if (font?.vertical && glyph) {
      const metrics = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, glyph.width / 2, 880];
      x -= metrics[1] * scale;
      y -= metrics[2] * scale;
      position.y += metrics[0] * scale - spacing;
    } else if (font) {
      position.x += width + spacing * state.horizontalScale;
    }
    const known = font && glyph ? font.textOf(glyph) : UNKNOWN_CHARACTER;
    const text = mirrored && known.trim() !== '' ? UNKNOWN_CHARACTER : known;
    if (text === '' || !painting.visible) continue;
    const [start, end] = [apply(matrix, x, y), apply(matrix, x + width, y)];
    if (text.trim() !== '') painting.directions.add(end[0] - start[0], end[1] - start[1]);
    const placed = place(text, start, end, sizeOf(matrix, fontSize));
    if (placed) glyphs.push({ ...placed, order: painting.order, colour: state.fillColour, clip: state.clip });
  }
  return glyphs;
}

/** Whether text is seen as in a mirror. The page's own y grows upwards and is turned over for everything. */
function isMirrored([a, b, c, d]: Matrix, horizontalScale: number): boolean {
  return (a * d - b * c) * horizontalScale > 0;
}

function sizeOf(matrix: readonly number[], fontSize: number): number {
  return Math.hypot(matrix[2] ?? 0, matrix[3] ?? 0) * Math.abs(fontSize);
}

type Placed = Omit<Glyph, 'order' | 'colour' | 'clip'>;

function place(
  text: string,
  start: readonly [number, number],
  end: readonly [number, number],
  size: number
): Placed | undefined {
  const [dx, dy] = [end[0] - start[0], end[1] - start[1]];
  const length = Math.hypot(dx, dy);
  if (!Number.isFinite(length + start[0] + start[1]) || size < SMALLEST_SIZE) return undefined;
  if (length === 0 || Math.abs(dy) <= WATERMARK * length) {
    return {
      // Upside down it would be read backwards; slanted it may reach into other cells.
      text: dx < 0 || Math.abs(dy) > STRAIGHT * length ? UNKNOWN_CHARACTER : text,
      left: Math.min(start[0], end[0]),
      right: Math.max(start[0], end[0]),
      baseline: start[1],
      size,
      sideways: false
    };
  }
  if (Math.abs(dx) > STRAIGHT * length) return undefined;
  // A quarter turn: the body lies beside the line, so its box is given and the line forgotten.
  const body =
    dy < 0 ? [start[0] - size * 0.85, start[0] + size * 0.15] : [start[0] - size * 0.15, start[0] + size * 0.85];
  return {
    text,
    left: body[0] ?? 0,
    right: body[1] ?? 0,
    baseline: (start[1] + end[1]) / 2 + size * 0.35,
    size,
    sideways: true
  };
}
