import { withoutCutFigures } from './cut-figures.ts';
import { type Box, centreOf, contains, type Fill, type Glyph, type Ruling } from './geometry.ts';
import { type Painted, type PaintedLine, PICTURE } from './painted.ts';

const PAPER = '#ffffff';
/** Colours this near each other cannot be told apart. Per channel, of 255. */
const SAME_COLOUR = 12;
/** Of the page's area. A smaller picture (a seal, a signature) does not make the page a scan. */
const PAGE_PICTURE = 0.5;
/** Points from a line's middle to what lies beside it. */
const BESIDE = 1.5;
/** Points, and of the font size: the same character drawn twice this near is one character made bold. */
const BOLD_SHIFT = 0.2;

export interface Visible {
  readonly glyphs: readonly Glyph[];
  readonly horizontals: readonly Ruling[];
  readonly verticals: readonly Ruling[];
  /** Painted areas, pictures apart, in whatever colour: where they end tells more than what they look like. */
  readonly areas: readonly Box[];
  /** What is seen and is neither text nor a table's lines: pictures that leave most of the page free, and shapes. */
  readonly drawings: readonly Box[];
  /** Characters set unseen on a page that a picture fills: what a machine has recognised on a scan. */
  readonly recognised: number;
}

/**
 * What a person sees of what was painted: nothing outside the page, nothing in the colour of its ground, nothing
 * under an area painted later, and a character drawn twice for boldness once.
 */
export function visiblePart(painted: Painted, area: Box): Visible {
  const fills = painted.fills.filter((fill) => fill.colour !== PICTURE || coversPage(fill, area));
  const ground = new Ground(fills, area);
  const isScan = painted.pictures.some((picture) => coversPage(picture, area));
  let under = 0;
  const lost = [...painted.clipped];
  const seen = painted.glyphs.filter((glyph) => {
    const [x, y] = centreOf(glyph);
    const { below, covered } = ground.at(x, y, glyph.order);
    const outside = !contains(area, x, y);
    if (covered && !outside) under++;
    if (covered || outside) lost.push(glyph);
    return !covered && !outside && (glyph.text.trim() === '' || !looksSame(glyph.colour, below));
  });
  const glyphs = withoutDoubles(seen);
  const seenLine = (x: number, y: number, line: PaintedLine, across: readonly [number, number]) => {
    if (!contains(area, x, y)) return false;
    // A white line between two shaded cells or at the side of one is seen; the same line on paper is not.
    return [-1, 0, 1].some((side) => {
      const { below } = ground.at(x + side * across[0], y + side * across[1], line.order);
      return !looksSame(below, PAPER) || (side === 0 && !looksSame(line.colour, below));
    });
  };
  return {
    recognised: isScan ? painted.unseen + under : 0,
    glyphs: withoutCutFigures(glyphs, lost),
    horizontals: painted.horizontals.filter((line) =>
      seenLine((line.start + line.end) / 2, line.position, line, [0, BESIDE])
    ),
    verticals: painted.verticals.filter((line) =>
      seenLine(line.position, (line.start + line.end) / 2, line, [BESIDE, 0])
    ),
    areas: fills.filter((fill) => fill.colour !== PICTURE),
    drawings: [...painted.pictures, ...painted.shapes].filter((drawing) => !coversPage(drawing, area))
  };
}

/** Whether a picture takes most of the page, as the picture of a scan does. */
function coversPage(fill: Box, area: Box): boolean {
  const share =
    ((fill.right - fill.left) * (fill.bottom - fill.top)) / ((area.right - area.left) * (area.bottom - area.top));
  return share >= PAGE_PICTURE;
}

function looksSame(one: string, other: string): boolean {
  const [channels, others] = [channelsOf(one), channelsOf(other)];
  return channels.every((channel, index) => Math.abs(channel - (others[index] ?? NaN)) <= SAME_COLOUR);
}

function channelsOf(colour: string): readonly number[] {
  return [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16));
}

/** Points: the height of one strip of the index below. */
const STRIP = 20;

/** The painted areas, found by the strip of the page they lie in. */
class Ground {
  readonly #strips = new Map<number, Fill[]>();

  constructor(fills: readonly Fill[], area: Box) {
    for (const fill of fills) {
      const first = Math.floor(Math.max(fill.top, area.top) / STRIP);
      const last = Math.floor(Math.min(fill.bottom, area.bottom) / STRIP);
      for (let strip = first; strip <= last; strip++) {
        const list = this.#strips.get(strip);
        if (list) list.push(fill);
        else this.#strips.set(strip, [fill]);
      }
    }
  }

  /** At a point: the colour that something painted at `order` was painted on, and whether it was covered later. */
  at(x: number, y: number, order: number): { readonly below: string; readonly covered: boolean } {
    let below = PAPER;
    let covered = false;
    for (const fill of this.#strips.get(Math.floor(y / STRIP)) ?? []) {
      if (!contains(fill, x, y)) continue;
      if (fill.order < order) below = fill.colour;
      else if (fill.order > order) covered = true;
    }
    return { below, covered };
  }
}

/** Points: the side of one field of the index of characters already kept. */
const FIELD = 4;

function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  const fields = new Map<string, Glyph[]>();
  const keyOf = (text: string, column: number, row: number) => `${String(column)},${String(row)},${text}`;
  for (const glyph of glyphs) {
    const slack = Math.min(FIELD, glyph.size * BOLD_SHIFT);
    const [column, row] = [Math.floor(glyph.left / FIELD), Math.floor(glyph.baseline / FIELD)];
    const around = [-1, 0, 1].flatMap((dx) =>
      [-1, 0, 1].flatMap((dy) => fields.get(keyOf(glyph.text, column + dx, row + dy)) ?? [])
    );
    const isNear = (other: Glyph) =>
      Math.abs(other.left - glyph.left) < slack && Math.abs(other.baseline - glyph.baseline) < slack;
    if (around.some(isNear)) continue;
    kept.push(glyph);
    const key = keyOf(glyph.text, column, row);
    const field = fields.get(key);
    if (field) field.push(glyph);
    else fields.set(key, [glyph]);
  }
  return kept;
}
