import { UNKNOWN_CHARACTER } from './fonts.ts';
import { centreOf, contains, type Glyph } from './geometry.ts';
import { type Atom, atomsOf } from './unruled/atoms.ts';

/** What a number is made of. */
const OF_NUMBER = /[\p{Nd}.,]/u;
/** Of the font size: characters nearer than this are set as one number. */
const TIGHT = 0.35;
const SAME_BASELINE = 0.1;
/** Of the font size: no digit's drawing begins further in, so the next one is beyond an edge this near. */
const BEARING = 0.13;
const SAME_PLACE = 0.02;
/** Points: the side of one field of the index of lost characters. */
const FIELD = 8;

/**
 * A number that is too wide for its cell or its page may lose its last digits at the edge, and what is left looks like
 * a smaller number. `lost` are characters clipped or covered: a digit that was set together with the one beside it, or
 * under the same clip, is not believed. Digits hidden by something that leaves this one alone are no part of its number.
 * Browsers that print leave them out of the file; then the number's end at the clip's edge is all that shows it.
 */
export function withoutCutFigures(glyphs: readonly Glyph[], lost: readonly Glyph[]): readonly Glyph[] {
  const cut = new Set([...besideLost(glyphs, lost), ...endingAtEdge(glyphs)]);
  return cut.size === 0
    ? glyphs
    : glyphs.map((glyph) => (cut.has(glyph) ? { ...glyph, text: UNKNOWN_CHARACTER } : glyph));
}

function besideLost(glyphs: readonly Glyph[], lost: readonly Glyph[]): Glyph[] {
  const fields = new Map<string, Glyph[]>();
  for (const glyph of lost.filter(isOfNumber)) {
    for (const [column, row] of fieldsOf(glyph)) {
      const field = fields.get(keyOf(column, row));
      if (field) field.push(glyph);
      else fields.set(keyOf(column, row), [glyph]);
    }
  }
  if (fields.size === 0) return [];
  const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const));
  return glyphs.filter(
    (glyph) =>
      isOfNumber(glyph) &&
      fieldsOf(glyph).some(([column, row]) =>
        around.some(([dx, dy]) =>
          fields.get(keyOf(column + dx, row + dy))?.some((other) => isBeside(glyph, other) && isCutWith(glyph, other))
        )
      )
  );
}

const keyOf = (column: number, row: number) => `${String(column)},${String(row)}`;

/** Where a character's left and right side lie. */
function fieldsOf({ left, right, baseline }: Glyph): (readonly [number, number])[] {
  return [left, right].map((x) => [Math.floor(x / FIELD), Math.floor(baseline / FIELD)] as const);
}

function isOfNumber({ text, sideways }: Glyph): boolean {
  return !sideways && OF_NUMBER.test(text);
}

function isBeside(glyph: Glyph, other: Glyph): boolean {
  const gap = Math.max(glyph.left - other.right, other.left - glyph.right);
  return (
    Math.abs(glyph.baseline - other.baseline) < SAME_BASELINE * glyph.size &&
    Math.abs(gap) < TIGHT * Math.max(glyph.size, other.size)
  );
}

function isCutWith(glyph: Glyph, other: Glyph): boolean {
  const isClipped = !contains(other.clip, ...centreOf(other));
  return other.order === glyph.order || (isClipped && other.clip === glyph.clip);
}

/** The last digits of numbers that end where their clip does, but for those that are set to the right against it. */
function endingAtEdge(glyphs: readonly Glyph[]): Glyph[] {
  if (!glyphs.some((glyph) => isOfNumber(glyph) && roomBehind(glyph) <= BEARING)) return [];
  const numbers = atomsOf(glyphs).flatMap((atom) => {
    const last = atom.glyphs.at(-1);
    return last && atom.isFigure && isOfNumber(last) ? [{ atom, last }] : [];
  });
  const isSetRight = ({ text, right, size }: Atom) =>
    numbers.some(
      ({ atom: other }) => Math.abs(other.right - right) <= SAME_PLACE * size && other.text.length !== text.length
    );
  return numbers.flatMap(({ atom, last }) => {
    const room = roomBehind(last);
    // A cell that holds no two digits is none.
    const isWhole = room > BEARING || (atom.text.length === 1 && room >= -SAME_PLACE);
    // What is set to the right against the edge does not reach beyond it.
    return isWhole || (room >= -SAME_PLACE && isSetRight(atom)) ? [] : [last];
  });
}

/** Of the font size. */
function roomBehind({ clip, right, size }: Glyph): number {
  return (clip.right - right) / size;
}
