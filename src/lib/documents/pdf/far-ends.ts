import { type Box, centreOf, contains, type Glyph, type Ruling } from './geometry.ts';
import { type Frame, TOUCH } from './rulings.ts';

/** The table's outer sides that no line shows, but the ends of those that run towards them, and text beyond the last. */
export function sidesOf({ horizontals, verticals }: Frame, glyphs: readonly Glyph[]): number[] {
  const [top, bottom] = reach(verticals, horizontals);
  return heldEnds(horizontals, verticals, glyphs, (left, right) => ({ left, right, top, bottom }));
}

/** The table's top and bottom that no line shows, told in the same way. */
export function closingsOf({ horizontals, verticals }: Frame, glyphs: readonly Glyph[]): number[] {
  const [left, right] = reach(horizontals, verticals);
  return heldEnds(verticals, horizontals, glyphs, (top, bottom) => ({ left, right, top, bottom }));
}

/** Ends that lines share, and those of a single line that hold text. `areaOf`: the table's part between two places. */
function heldEnds(
  lines: readonly Ruling[],
  crossing: readonly Ruling[],
  glyphs: readonly Glyph[],
  areaOf: (from: number, to: number) => Box
): number[] {
  const { shared, single } = farEnds(lines, crossing);
  return [...shared, ...single.filter((end) => holdsText(areaOf(...beyond(end, crossing)), glyphs))];
}

interface FarEnds {
  /** Where two lines or more end. */
  readonly shared: readonly number[];
  /** Where one line ends: the table's first or last. */
  readonly single: readonly number[];
}

/**
 * Where lines end together beyond the outermost line that crosses them, the table goes on without a closing line: cut
 * by a page break, or drawn without its outer sides.
 */
function farEnds(lines: readonly Ruling[], crossing: readonly Ruling[]): FarEnds {
  const positions = crossing.map((line) => line.position);
  const [least, most] = [Math.min(...positions), Math.max(...positions)];
  const outermost = lines.map((line) => line.position);
  const closing = [Math.min(...outermost), Math.max(...outermost)];
  const [shared, single]: [number[], number[]] = [[], []];
  const add = (end: number, reaching: readonly Ruling[]) => {
    if (reaching.length >= 2) shared.push(end);
    else if (reaching.some((line) => closing.includes(line.position))) single.push(end);
  };
  const first = Math.min(...lines.map((line) => line.start));
  const last = Math.max(...lines.map((line) => line.end));
  if (first < least - TOUCH)
    add(
      first,
      lines.filter((line) => line.start <= first + TOUCH)
    );
  if (last > most + TOUCH)
    add(
      last,
      lines.filter((line) => line.end >= last - TOUCH)
    );
  return { shared, single };
}

/** Whether the area, which lies beside a frame's lines, holds text. */
function holdsText(area: Box, glyphs: readonly Glyph[]): boolean {
  return glyphs.some((glyph) => glyph.text.trim() !== '' && contains(area, ...centreOf(glyph)));
}

/** From the first to the last point of lines along and across a direction. */
function reach(along: readonly Ruling[], across: readonly Ruling[]): readonly [number, number] {
  const places = [...across.map((line) => line.position), ...along.flatMap((line) => [line.start, line.end])];
  return [Math.min(...places), Math.max(...places)];
}

/** From the outermost of the lines that an end lies beyond to that end. */
function beyond(end: number, crossing: readonly Ruling[]): readonly [number, number] {
  const positions = crossing.map((line) => line.position);
  const [least, most] = [Math.min(...positions), Math.max(...positions)];
  return end < least ? [end, least] : [most, end];
}
