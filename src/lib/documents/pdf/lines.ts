import { type Glyph } from './geometry.ts';

/** Characters on one baseline, from left to right. */
export interface Line {
  readonly text: string;
  /** Parts between wide gaps. One part is ordinary text; more stand side by side. */
  readonly parts: readonly LinePart[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

export interface LinePart {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** Of the larger font size: baselines nearer than this are one line, a raised note's among them. */
const SAME_BASELINE = 0.45;
/** Of the font size: a gap this wide between Latin letters or digits is a space. */
const SPACE = 0.2;
/** Of the font size: a gap this wide parts columns. A stretched line has gaps of up to half a character. */
const COLUMN_GAP = 1.2;

/** Between parts side by side. No tab: tabs would say which column a part is in, and lines do not know that. */
const PARTED = '  ';

/** Of the smaller font size: a gap from which text of another size is another text, not a raised note. */
const OTHER_TEXT_GAP = 0.4;
/** Share by which sizes differ that are not one text. */
const OTHER_SIZE = 0.2;

export function linesOf(glyphs: readonly Glyph[]): Line[] {
  const lines: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    const near = first && glyph.baseline - first.baseline < SAME_BASELINE * Math.max(first.size, glyph.size);
    if (line && near) line.push(glyph);
    else lines.push([glyph]);
  }
  return lines.flatMap(linesBeside).filter((line) => line.text !== '');
}

interface OpenPart {
  text: string;
  readonly left: number;
  right: number;
  readonly glyphs: Glyph[];
}

/** The characters of one height as a line; as several where text of another size stands beside it, as a menu does. */
function linesBeside(glyphs: readonly Glyph[]): Line[] {
  const lines: OpenPart[][] = [];
  let size = 0;
  for (const part of partsOf(glyphs)) {
    const own = middleSize(part.glyphs);
    const line = lines.at(-1);
    if (line && Math.abs(own - size) <= Math.max(own, size) * OTHER_SIZE) line.push(part);
    else lines.push([part]);
    size = own;
  }
  return lines.map(lineOf);
}

function partsOf(glyphs: readonly Glyph[]): OpenPart[] {
  const parts: OpenPart[] = [];
  let previous: Glyph | undefined;
  let spaced = false;
  for (const glyph of [...glyphs].sort((a, b) => a.left - b.left)) {
    if (glyph.text.trim() === '') {
      spaced = true;
      continue;
    }
    const gap = previous ? glyph.left - previous.right : 0;
    const part = parts.at(-1);
    if (!part || !previous || gap > leastGap(previous, glyph)) {
      parts.push({ text: glyph.text, left: glyph.left, right: glyph.right, glyphs: [glyph] });
    } else {
      const raised = isRaised(glyph, previous) ? '^' : '';
      const size = Math.max(glyph.size, previous.size);
      part.text += (isSpace(previous, glyph, gap / size, spaced) ? ' ' : '') + raised + glyph.text;
      part.right = Math.max(part.right, glyph.right);
      part.glyphs.push(glyph);
    }
    previous = glyph;
    spaced = false;
  }
  return parts;
}

/** From which gap two characters are not one text: a narrow one is enough when their sizes differ. */
function leastGap(one: Glyph, other: Glyph): number {
  const [small, large] = one.size < other.size ? [one.size, other.size] : [other.size, one.size];
  return small * (large - small > large * OTHER_SIZE ? OTHER_TEXT_GAP : COLUMN_GAP);
}

function middleSize(glyphs: readonly Glyph[]): number {
  return glyphs.map((glyph) => glyph.size).sort((a, b) => a - b)[Math.floor(glyphs.length / 2)] ?? 0;
}

function lineOf(parts: readonly OpenPart[]): Line {
  const glyphs = parts.flatMap((part) => part.glyphs);
  return {
    text: parts.map((part) => part.text).join(PARTED),
    parts: parts.map(({ text, left, right }) => ({ text, left, right })),
    left: parts[0]?.left ?? 0,
    right: Math.max(...parts.map((part) => part.right)),
    baseline: Math.min(...glyphs.map((glyph) => glyph.baseline)),
    size: middleSize(glyphs)
  };
}

/** A small character off the baseline, as a note's number is: 12 with a raised 1 is not 121. */
function isRaised(glyph: Glyph, previous: Glyph): boolean {
  return glyph.size < previous.size * 0.8 && Math.abs(glyph.baseline - previous.baseline) > previous.size * 0.1;
}

const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFFEF\u3000-\u303F]/;

/** Whether two neighbours are two words. Chinese characters are set apart by stretching, which means nothing. */
function isSpace(left: Glyph, right: Glyph, gap: number, spaced: boolean): boolean {
  if (WIDE.test(left.text) && WIDE.test(right.text)) return spaced && gap > 0.4;
  if (spaced) return gap > 0.05;
  if (WIDE.test(left.text) || WIDE.test(right.text)) return false;
  return gap > SPACE;
}

const DIGIT = /\p{Nd}/u;

/**
 * A cell's text. A line that is full goes on in the next one; a number is never put together from two lines, because
 * two short lines of digits look the same as two numbers.
 */
export function textOfLines(lines: readonly Line[], left: number, right: number): string {
  let text = '';
  lines.forEach((line, index) => {
    const content = line.parts.map((part) => part.text).join(' ');
    const before = lines[index - 1];
    if (!before) text = content;
    else text += (goesOn(before, line, left, right) ? '' : '\n') + content;
  });
  return text;
}

/** Whether `line` goes on with the sentence or word of the line before; never true of a number. */
export function goesOn(before: Line, line: Line, left: number, right: number): boolean {
  return isFull(before, line, left, right) && !(DIGIT.test(before.text.slice(-1)) && DIGIT.test(line.text.slice(0, 1)));
}

/** Whether `line` begins where it does only because there was no room left for its beginning above. */
export function isFull(before: Line, line: Line, left: number, right: number): boolean {
  const slack = right - left - (before.right - before.left);
  return slack < unbreakable(line.text) * line.size + 2 * CELL_PADDING;
}

/** Of the font size: how wide the beginning is that no line break may part: a word, or characters with their signs. */
function unbreakable(text: string): number {
  // Digits are parted anywhere when a number is wider than its cell.
  const [word = ''] = /^\d|^[\x21-\x7e]+|^[（《“‘〈【]*.[，。、；：！？）》”’〉】…]*/u.exec(text) ?? [];
  return word.length * (/^[\x21-\x7e]/.test(word) ? 0.5 : 1);
}

/** Points on each side between a cell's line and its text, as Word and others set it. */
const CELL_PADDING = 5.4;
