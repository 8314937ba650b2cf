import type { Box, Glyph, Ruling } from './geometry.ts';
import type { Visible } from './visible.ts';

/** Points: how far apart lines and rows are is judged for text at least this large. */
const LEAST_SIZE = 7;
const AIM = 7.5;
/** A page of fewer characters says nothing. */
const FEWEST = 200;
/** Of a page's characters: so many of its smallest are a table's, not a note's. */
const SHARE = 0.2;

/**
 * How many times larger a page should be looked at; 1 for most. A table squeezed onto it, as browsers do that print at
 * half size, has rows as low as the space between two lines of a frame elsewhere.
 */
export function magnificationFor(glyphs: readonly Glyph[]): number {
  const sizes = glyphs.filter(({ text }) => text.trim() !== '').map(({ size }) => size);
  if (sizes.length < FEWEST) return 1;
  const small = sizes.sort((a, b) => a - b)[Math.floor(sizes.length * SHARE)] ?? LEAST_SIZE;
  return small >= LEAST_SIZE ? 1 : AIM / small;
}

/** What is seen of a page, so many times larger. What a line is and what a dash was told at the page's own size. */
export function magnified(visible: Visible, scale: number): Visible {
  if (scale === 1) return visible;
  const larger = ({ position, start, end }: Ruling): Ruling => {
    return { position: position * scale, start: start * scale, end: end * scale };
  };
  return {
    ...visible,
    glyphs: visible.glyphs.map((glyph) => ({
      ...glyph,
      left: glyph.left * scale,
      right: glyph.right * scale,
      baseline: glyph.baseline * scale,
      size: glyph.size * scale,
      clip: magnifiedBox(glyph.clip, scale)
    })),
    horizontals: visible.horizontals.map(larger),
    verticals: visible.verticals.map(larger),
    areas: visible.areas.map((area) => magnifiedBox(area, scale)),
    drawings: visible.drawings.map((drawing) => magnifiedBox(drawing, scale))
  };
}

export function magnifiedBox({ left, top, right, bottom }: Box, scale: number): Box {
  return { left: left * scale, top: top * scale, right: right * scale, bottom: bottom * scale };
}
