import { UNKNOWN_CHARACTER } from './fonts.ts';
import type { Glyph, Ruling } from './geometry.ts';
import { isSameBox } from './rulings.ts';

/** What a number is made of. */
const OF_NUMBER = /[\p{Nd}.,]/u;
/** Of the font size: characters nearer than this are set as one number. */
const TIGHT = 0.35;
const SAME_BASELINE = 0.1;
const SAME_SIZE = 0.1;
/** Of the font size: how far apart the lines of one cell stand. */
const CLOSEST_LINE = 0.8;
const FARTHEST_LINE = 2.6;
/** Of the font size: by how much lines that are lined up differ. */
const ALIGNED = 0.3;
/** A column of more numbers than this, painted one after the other, is no single number. */
const MOST_LINES = 6;

/** Characters painted one after the other on one height, none of them a blank. */
type Run = readonly Glyph[];

/**
 * A cell too narrow for its number breaks it in two. Where lines show the cell, its two lines are refused there; where
 * none do, the first line looks like the whole number and the second like the next row's. But programs paint cell by
 * cell: two lines of digits painted one right after the other, the one right below the other, are one cell's. Such a
 * number is put on one line and said to be unknown, for the two lines may also be two numbers. On a page that is
 * painted column by column each number stays where it is, unknown.
 */
export function withBrokenFigures(glyphs: readonly Glyph[], horizontals: readonly Ruling[]): readonly Glyph[] {
  const runs = runsOf(glyphs);
  const broken: Run[][] = [];
  let [beside, chain]: [number, Run[]] = [0, []];
  const close = () => {
    if (chain.length > 1 && chain.length <= MOST_LINES) broken.push(chain);
  };
  for (const run of runs) {
    const last = chain.at(-1);
    if (last && isNumber(run) && isNumber(last) && isLevel(last, run)) beside++;
    if (last && goesOn(last, run, chain, horizontals)) {
      chain.push(run);
      continue;
    }
    close();
    chain = [run];
  }
  close();
  if (broken.length === 0) return glyphs;
  const byRow = beside > broken.length;
  const mended = new Map(broken.flatMap((lines) => (byRow ? onOneLine(lines, runs) : lines.flatMap(inPlace))));
  return glyphs.map((glyph) => mended.get(glyph) ?? glyph);
}

function runsOf(glyphs: readonly Glyph[]): Run[] {
  const runs: Glyph[][] = [];
  let previous: Glyph | undefined;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue;
    const run = runs.at(-1);
    if (run && previous && isSetWith(previous, glyph)) run.push(glyph);
    else runs.push([glyph]);
    previous = glyph;
  }
  return runs;
}

function isSetWith(previous: Glyph, glyph: Glyph): boolean {
  return (
    previous.sideways === glyph.sideways &&
    Math.abs(previous.baseline - glyph.baseline) < SAME_BASELINE * glyph.size &&
    Math.abs(glyph.left - previous.right) < TIGHT * glyph.size
  );
}

function isNumber(run: Run): boolean {
  return run.every(({ text, sideways }) => !sideways && OF_NUMBER.test(text));
}

function isLevel([one]: Run, [other]: Run): boolean {
  return !!one && !!other && Math.abs(one.baseline - other.baseline) < SAME_BASELINE * one.size;
}

/** Whether the number goes on in the line painted next: every line but the last one is as long as the first. */
function goesOn(above: Run, below: Run, chain: readonly Run[], horizontals: readonly Ruling[]): boolean {
  const [one, other] = [above[0], below[0]];
  if (!one || !other || !isNumber(above) || !isNumber(below)) return false;
  if (above.length !== chain[0]?.length || below.length > above.length) return false;
  const pitch = other.baseline - one.baseline;
  return (
    Math.abs(one.size - other.size) < SAME_SIZE * one.size &&
    pitch > CLOSEST_LINE * one.size &&
    pitch < FARTHEST_LINE * one.size &&
    isAligned(extentOf(above), extentOf(below), ALIGNED * one.size) &&
    isSameBox(one.clip, other.clip) &&
    !horizontals.some(
      ({ position, start, end }) =>
        position > one.baseline - one.size / 2 &&
        position < other.baseline &&
        start <= extentOf(above)[0] &&
        end >= extentOf(above)[1]
    )
  );
}

type Extent = readonly [left: number, right: number];

function extentOf(run: Run): Extent {
  return [Math.min(...run.map(({ left }) => left)), Math.max(...run.map(({ right }) => right))];
}

function isAligned([left, right]: Extent, [otherLeft, otherRight]: Extent, slack: number): boolean {
  const differences = [left - otherLeft, right - otherRight, (left + right - otherLeft - otherRight) / 2];
  return differences.some((difference) => Math.abs(difference) < slack);
}

/** The number's characters side by side within the width of its lines, on the line that most other numbers stand on. */
function onOneLine(lines: readonly Run[], runs: readonly Run[]): [Glyph, Glyph][] {
  const all = lines.flat();
  const [left, right] = extentOf(all);
  const step = (right - left) / all.length;
  const baseline = baselineOf(lines, runs);
  return all.map((glyph, index): [Glyph, Glyph] => [
    glyph,
    {
      ...glyph,
      text: index === all.length - 1 ? UNKNOWN_CHARACTER : glyph.text,
      left: left + step * index,
      right: left + step * (index + 1),
      baseline
    }
  ]);
}

function baselineOf(lines: readonly Run[], runs: readonly Run[]): number {
  const [first = 0, last = 0] = [lines[0]?.[0]?.baseline, lines.at(-1)?.[0]?.baseline];
  const size = lines[0]?.[0]?.size ?? 0;
  const others = runs.filter((run) => !lines.includes(run) && isNumber(run));
  const count = (height: number) =>
    others.filter(([glyph]) => glyph && Math.abs(glyph.baseline - height) < SAME_BASELINE * size).length;
  return [first, last, (first + last) / 2].reduce((best, height) => (count(height) > count(best) ? height : best));
}

function inPlace(run: Run): [Glyph, Glyph][] {
  return run.map((glyph, index) => [glyph, index === run.length - 1 ? { ...glyph, text: UNKNOWN_CHARACTER } : glyph]);
}
