import type { Glyph } from './geometry.ts';

const DIGIT = /\p{Nd}/u;
/** Of the font size: digits nearer than this are set as one number, and further apart those of one operator. */
const TIGHT = 0.1;
const SPACED = 0.5;

/** The characters from top to bottom, with digits set tightly one after the other kept together; those set sideways by themselves. */
export function digitRuns(glyphs: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  const level = glyphs.filter((glyph) => !glyph.sideways);
  for (const glyph of level.sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const run = runs.at(-1);
    const previous = run?.at(-1);
    if (run && previous && isOneNumber(previous, glyph)) run.push(glyph);
    else runs.push([glyph]);
  }
  return [...runs, ...glyphs.filter((glyph) => glyph.sideways).map((glyph) => [glyph])];
}

function isOneNumber(previous: Glyph, glyph: Glyph): boolean {
  const room = previous.order === glyph.order ? SPACED : TIGHT;
  return (
    DIGIT.test(glyph.text) &&
    DIGIT.test(previous.text) &&
    Math.abs(glyph.baseline - previous.baseline) < 0.01 &&
    Math.abs(glyph.left - previous.right) < room * glyph.size
  );
}
