/** Whether a cell is blank, and the picture of its one line of text as a recogniser likes it. */
import { heightOf, marksIn, widthOf, type Mark } from './marks.ts';
import type { Page } from './page.ts';
import { cut, scaled, WHITE, type Box, type Picture } from './picture.ts';

export type CellText =
  | { readonly kind: 'blank' }
  /** `parts`: how many signs stand side by side, told by the gaps and the widths between them. */
  | { readonly kind: 'line'; readonly picture: Picture; readonly parts: number }
  /** Dirt, a lone dash, two lines: for a person alone. */
  | { readonly kind: 'unclear' };

/** Digits of the smallest print on a page at 200 dots an inch are higher, letters of the largest lower. */
const LOWEST = 10;
const HIGHEST = 80;
/** A smaller mark far from the digits is dirt; a larger one makes the cell unclear. */
const DIRT = 5;
/** In heights of the digits: how far apart signs of one number stand. */
const APART = 1.2;
/** As a part of the digits' height: how far marks of one line may reach above or below it. */
const BEYOND = 0.35;
/** Height of the digits that the recogniser reads best, and the paper around them. */
const READ_HEIGHT = 36;
const MARGIN = 16;

export function cellText({ picture, ink }: Page, cell: Box): CellText {
  const marks = marksIn(ink, cell);
  if (marks.length === 0) return { kind: 'blank' };
  const digits = marks.filter(({ box }) => heightOf(box) >= LOWEST);
  if (digits.length === 0) return { kind: marks.every(isDirt) ? 'blank' : 'unclear' };
  const line = around(digits.map(({ box }) => box));
  const height = heightOf(line);
  const tallest = Math.max(...digits.map(({ box }) => heightOf(box)));
  if (height > HIGHEST || height > tallest * (1 + BEYOND)) return { kind: 'unclear' };
  const near = marks.filter(({ box }) => isNear(box, line, height));
  if (marks.some((mark) => !near.includes(mark) && !isDirt(mark))) return { kind: 'unclear' };
  const text = around(near.map(({ box }) => box));
  const spans = sideBySide(near.map(({ box }) => box));
  if (spans.some(({ left }, index) => left - (spans[index - 1]?.right ?? left) > APART * height)) {
    return { kind: 'unclear' };
  }
  return { kind: 'line', picture: prepared(picture, text, height), parts: signsIn(spans, height) };
}

function isDirt({ box }: Mark): boolean {
  return widthOf(box) <= DIRT && heightOf(box) <= DIRT;
}

function isNear(box: Box, line: Box, height: number): boolean {
  return (
    box.top >= line.top - BEYOND * height &&
    box.bottom <= line.bottom + BEYOND * height &&
    box.right >= line.left - APART * height &&
    box.left <= line.right + APART * height
  );
}

function around(boxes: readonly Box[]): Box {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom))
  };
}

/** The stretches that hold ink, from left to right. */
function sideBySide(boxes: readonly Box[]): { readonly left: number; readonly right: number }[] {
  const spans: { left: number; right: number }[] = [];
  for (const { left, right } of [...boxes].sort((one, other) => one.left - other.left)) {
    const last = spans.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else spans.push({ left, right });
  }
  return spans;
}

/** In heights of the digits: from one digit to the next, and how much narrower the last one may be drawn. */
const ADVANCE = 0.78;
const SLACK = 0.3;

/** Digits that touch are one stretch, but a wide one. */
function signsIn(spans: readonly { readonly left: number; readonly right: number }[], height: number): number {
  const counts = spans.map(
    ({ left, right }) => Math.max(0, Math.floor(((right - left) / height - SLACK) / ADVANCE)) + 1
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Dark on white, of the right height, with paper around. */
function prepared(page: Picture, text: Box, height: number): Picture {
  const room = 2;
  const part = cut(page, {
    left: text.left - room,
    top: text.top - room,
    right: text.right + room,
    bottom: text.bottom + room
  });
  const shades = [...part.pixels].sort((one, other) => one - other);
  const dark = shades[Math.floor(shades.length * 0.02)] ?? 0;
  const paper = Math.max(dark + 1, shades[Math.floor(shades.length * 0.7)] ?? WHITE);
  const pixels = part.pixels.map((shade) =>
    Math.round(Math.min(1, Math.max(0, (shade - dark) / (paper - dark))) * WHITE)
  );
  return scaled({ ...part, pixels }, READ_HEIGHT / height, MARGIN);
}
