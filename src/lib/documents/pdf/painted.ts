import { Refusal } from '../../report/issue.ts';
import type { Box, Fill, Glyph, Ruling } from './geometry.ts';
import type { Lines } from './paths.ts';
import { TextDirections } from './text-direction.ts';

export interface PaintedLine extends Ruling {
  readonly order: number;
  readonly colour: string;
}

/** The colour of a picture, which is like no colour of text. */
export const PICTURE = 'picture';
/** Per page. A full page of text has 2,000 characters, a table page 500 lines, one with dotted lines 25,000 dots. */
const MOST_GLYPHS = 50_000;
const MOST_LINES = 100_000;
/** Each character is compared with the areas around it, so these are fewer. */
const MOST_FILLS = 5_000;

/** What a page's operators paint, in their order. Adding more than any real page holds throws `document.limit`. */
export class Painted {
  readonly glyphs: Glyph[] = [];
  /** Characters that a clip leaves nothing of. */
  readonly clipped: Glyph[] = [];
  readonly fills: Fill[] = [];
  readonly horizontals: PaintedLine[] = [];
  readonly verticals: PaintedLine[] = [];
  /** Where pictures are, those that only black out what is below them included. */
  readonly pictures: Box[] = [];
  /** Where shapes are that are no line and no rectangle: a figure may be drawn so. */
  readonly shapes: Box[] = [];
  /** Characters set so as not to be seen: what a machine has recognised on the scan above them. */
  unseen = 0;
  readonly directions = new TextDirections();

  addGlyph(glyph: Glyph): void {
    if (this.glyphs.push(glyph) > MOST_GLYPHS) throw overPage('characters', MOST_GLYPHS);
  }

  addClipped(glyph: Glyph): void {
    if (this.clipped.push(glyph) > MOST_GLYPHS) throw overPage('characters', MOST_GLYPHS);
  }

  addShape(shape: Box): void {
    if (this.shapes.push(shape) > MOST_GLYPHS) throw overPage('characters', MOST_GLYPHS);
  }

  addFill(fill: Fill): void {
    if (fill.left >= fill.right || fill.top >= fill.bottom) return;
    if (this.fills.push(fill) > MOST_FILLS) throw overPage('areas', MOST_FILLS);
  }

  /** What of the lines lies inside the clip. */
  addLines(lines: Lines, clip: Box, paint: { readonly colour: string; readonly order: number }): void {
    const { left, right, top, bottom } = clip;
    for (const line of lines.horizontals) {
      const seen = clipped(line, top, bottom, left, right);
      if (seen) this.horizontals.push({ ...seen, ...paint });
    }
    for (const line of lines.verticals) {
      const seen = clipped(line, left, right, top, bottom);
      if (seen) this.verticals.push({ ...seen, ...paint });
    }
    if (this.horizontals.length + this.verticals.length > MOST_LINES) throw overPage('lines', MOST_LINES);
  }
}

/** The line between `from` and `to`, when it lies between `low` and `high`. On the clip's very edge it is half seen. */
function clipped(line: Ruling, low: number, high: number, from: number, to: number): Ruling | undefined {
  const [start, end] = [Math.max(line.start, from), Math.min(line.end, to)];
  if (line.position < low - 1 || line.position > high + 1 || end <= start) return undefined;
  return { position: line.position, start, end };
}

/** The refusal of a page that holds more of something than any real one. */
export function overPage(limit: string, most: number): Refusal {
  return new Refusal({ code: 'document.limit', values: { limit, most } });
}
