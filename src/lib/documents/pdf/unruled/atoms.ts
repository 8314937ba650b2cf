import type { Glyph } from '../geometry.ts';

/** Characters set closely one after the other: a number, or one line of one cell's words. */
export interface Atom {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  /** A number, a dash or the like: what a form's value cell holds. */
  readonly isFigure: boolean;
}

/** Of the font size: a gap this wide parts cells, beside a digit and between words. */
const DIGIT_GAP = 0.3;
const WORD_GAP = 0.35;
/** Of the font size: a stretched line has wider gaps, all alike by this much. */
const ALIKE = 0.06;
/**
 * Of the font size: a gap this wide parts words that were painted by two operators, a narrower one those between which
 * something else was painted: programs paint cell by cell.
 */
const OPERATOR_GAP = 0.12;
const PAINTED_GAP = 0.04;
/** Of the font size: how far the baselines of one line's characters stand apart, raised notes among them. */
const SAME_BASELINE = 0.4;

/** Points: the height of one strip of the index of open atoms. */
const STRIP = 8;

/** A page's characters as atoms, from top to bottom and from left to right. */
export function atomsOf(glyphs: readonly Glyph[]): Atom[] {
  const strips = new Map<number, Glyph[][]>();
  const all: Glyph[][] = [];
  const painted = ranksOf(glyphs);
  for (const glyph of [...glyphs].sort((a, b) => a.left - b.left)) {
    if (glyph.sideways || glyph.text.trim() === '') continue;
    const strip = Math.floor(glyph.baseline / STRIP);
    const near = [-1, 0, 1].flatMap((offset) => strips.get(strip + offset) ?? []);
    const open = near.find((atom) => follows(atom, glyph, painted));
    if (open) {
      open.push(glyph);
      continue;
    }
    const atom = [glyph];
    all.push(atom);
    strips.set(strip, [...(strips.get(strip) ?? []), atom]);
  }
  return all.map(atomOf).sort((a, b) => a.baseline - b.baseline || a.left - b.left);
}

/** The operators that painted the characters, numbered in their order. */
function ranksOf(glyphs: readonly Glyph[]): ReadonlyMap<number, number> {
  const orders = new Set(glyphs.filter(({ text }) => text.trim() !== '').map(({ order }) => order));
  return new Map([...orders].sort((a, b) => a - b).map((order, rank) => [order, rank]));
}

function follows(atom: readonly Glyph[], glyph: Glyph, painted: ReadonlyMap<number, number>): boolean {
  const [before, previous] = [atom.at(-1), atom.at(-2)];
  if (!before) return false;
  const size = Math.max(before.size, glyph.size);
  const gap = glyph.left - before.right;
  if (Math.abs(glyph.baseline - before.baseline) >= SAME_BASELINE * size || gap <= -size) return false;
  if (isDigit(before.text) || isDigit(glyph.text)) return gap < size * DIGIT_GAP;
  const stretched = previous !== undefined && Math.abs(before.left - previous.right - gap) < ALIKE * size;
  if (!stretched && areWords(before, glyph) && before.order !== glyph.order) {
    const between = Math.abs((painted.get(glyph.order) ?? 0) - (painted.get(before.order) ?? 0)) > 1;
    if (gap > size * (between ? PAINTED_GAP : OPERATOR_GAP)) return false;
  }
  return gap < size * WORD_GAP || (stretched && gap < size * 2 * WORD_GAP);
}

function areWords(one: Glyph, other: Glyph): boolean {
  return /\p{Script=Han}/u.test(one.text) && /\p{Script=Han}/u.test(other.text);
}

function isDigit(text: string): boolean {
  return /\p{Nd}/u.test(text);
}

function atomOf(glyphs: readonly Glyph[]): Atom {
  const text = glyphs.map((glyph) => glyph.text).join('');
  const [first] = glyphs;
  const largest = glyphs.reduce((most, glyph) => (glyph.size > most.size ? glyph : most), first ?? NO_GLYPH);
  return {
    text,
    glyphs,
    left: first?.left ?? 0,
    right: Math.max(...glyphs.map((glyph) => glyph.right)),
    baseline: largest.baseline,
    size: largest.size,
    isFigure: isFigure(text)
  };
}

const NO_GLYPH: Glyph = {
  text: '',
  left: 0,
  right: 0,
  baseline: 0,
  size: 0,
  sideways: false,
  order: 0,
  colour: '',
  clip: { left: 0, top: 0, right: 0, bottom: 0 }
};

/** Digits with their signs, a last one unknown, and at most two words behind (件, 万元), a dash, or 无. */
function isFigure(text: string): boolean {
  const folded = text.normalize('NFKC').replace(/\s/g, '');
  return (
    /^[+\-−]?\d[\d,]*(?:\.\d+)?\ufffd?%?\p{Script=Han}{0,2}$/u.test(folded) ||
    /^[-–—―−─/\\~～]+$/.test(folded) ||
    folded === '无'
  );
}

export const topOf = (atom: Atom): number => atom.baseline - atom.size * 0.8;
export const bottomOf = (atom: Atom): number => atom.baseline + atom.size * 0.1;
