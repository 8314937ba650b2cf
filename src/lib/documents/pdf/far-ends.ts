import { centreOf, contains, type Glyph, type Ruling } from './geometry.ts';
import { type Frame, TOUCH } from './rulings.ts';

/** The table's outer sides that no line shows, but the ends of those that run towards them, and text beyond the last. */
export function sidesOf(frame: Frame, glyphs: readonly Glyph[]): number[] {
  const { shared, single } = farEnds(frame.horizontals, frame.verticals);
  return [...shared, ...single.filter(holdsText(frame, glyphs))];
}

/** The table's top and bottom that no line shows, but the ends of those that run towards them. */
export function closingsOf({ horizontals, verticals }: Frame): readonly number[] {
  return farEnds(verticals, horizontals).shared;
}

interface FarEnds {
  /** Where two lines or more end. */
  readonly shared: readonly number[];
  /** Where one line ends that nothing lies beyond: the table's first or last. */
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

/** Whether text stands beside the frame's lines, between the outermost vertical one and the place. */
function holdsText({ horizontals, verticals }: Frame, glyphs: readonly Glyph[]): (x: number) => boolean {
  const positions = verticals.map((line) => line.position);
  const heights = [...horizontals.map((line) => line.position), ...verticals.flatMap((line) => [line.start, line.end])];
  const [top, bottom] = [Math.min(...heights), Math.max(...heights)];
  return (x) => {
    const [left, right] = [Math.min(x, ...positions), Math.max(x, ...positions)];
    const beside = x === left ? { left, right: Math.min(...positions) } : { left: Math.max(...positions), right };
    return glyphs.some((glyph) => glyph.text.trim() !== '' && contains({ ...beside, top, bottom }, ...centreOf(glyph)));
  };
}
