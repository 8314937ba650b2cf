import type { Ruling } from '../geometry.ts';
import { type Atom, bottomOf, topOf } from './atoms.ts';

/** Lines of words that stand in one cell, one below the other. */
export interface WordBlock {
  readonly atoms: Atom[];
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Of the font size: lines further apart are not one cell's. */
const WIDEST_PITCH = 1.9;
/** Share by which the pitch of a cell's lines may exceed the least pitch of the table. */
const SAME_PITCH = 1.12;
/** Lines that do not show by themselves how wide their cells are. */
const FEW = 4;
/** Of the font size. */
const ALIGNED = 0.6;
const SAME_SIZE = 0.12;

/** How an item of a list begins: such a line goes on with nothing. */
const ITEM = /^(?:[（(](?:[一二三四五六七八九十]+|\d{1,2})[）)]|[一二三四五六七八九十]+、|\d{1,2}[.、．])/;

export const isItem = (text: string): boolean => ITEM.test(text.normalize('NFKC'));

/**
 * Puts lines together that are one cell's words: near, below each other and lined up, the upper one full. `rulings`
 * part cells; so does a figure that both lines have on their own height, which `figures` tell. Without them the words
 * are a head's, whose columns are too narrow to show which of their lines are full. Where there are but a few lines,
 * `others` show how wide a cell is.
 */
export function blocksOfWords(
  atoms: readonly Atom[],
  rulings: readonly Ruling[],
  figures: readonly Atom[] | null,
  others: readonly Atom[] = []
): WordBlock[] {
  const sorted = [...atoms].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  const pitch = leastPitch(sorted);
  const blocks: WordBlock[] = [];
  for (const atom of sorted) {
    const open = blocks.filter((block) =>
      goesOnWith(block, atom, { pitch, rulings, figures, sorted, others: sorted.length > FEW ? [] : others })
    );
    const [only] = open;
    if (!only || open.length > 1) {
      blocks.push({ atoms: [atom], left: atom.left, right: atom.right, top: topOf(atom), bottom: bottomOf(atom) });
      continue;
    }
    only.atoms.push(atom);
    only.left = Math.min(only.left, atom.left);
    only.right = Math.max(only.right, atom.right);
    only.bottom = bottomOf(atom);
  }
  return blocks;
}

interface Around {
  readonly pitch: number;
  readonly rulings: readonly Ruling[];
  readonly figures: readonly Atom[] | null;
  readonly sorted: readonly Atom[];
  readonly others: readonly Atom[];
}

function goesOnWith(block: WordBlock, atom: Atom, around: Around): boolean {
  const last = block.atoms.at(-1);
  if (!last) return false;
  const pitch = atom.baseline - last.baseline;
  if (pitch < atom.size * 0.8 || pitch > WIDEST_PITCH * atom.size || pitch > around.pitch * SAME_PITCH) return false;
  if (Math.abs(atom.size - last.size) > atom.size * SAME_SIZE || isItem(atom.text)) return false;
  if (!isUnder(last, atom) || !isAligned(last, atom)) return false;
  const between = ({ position, start, end }: Ruling) =>
    position > last.baseline - last.size * 0.3 &&
    position < atom.baseline &&
    start < Math.min(last.right, atom.right) &&
    end > Math.max(last.left, atom.left);
  if (around.rulings.some(between)) return false;
  const { figures } = around;
  if (!figures) return isFullHead(last, atom, around.sorted);
  const level = (line: Atom) => figures.some((figure) => isLevel(figure, line));
  if (level(last) && level(atom)) return false;
  const halfway = figures.some(
    (figure) =>
      figure.baseline > last.baseline &&
      figure.baseline < atom.baseline &&
      !isLevel(figure, last) &&
      !isLevel(figure, atom)
  );
  return halfway || isFullLine(last, atom, around.sorted, around.others);
}

/** Points on each side between a cell's edge and its words. */
const PADDING = 5.4;
/** Of the distance to the next column's middle: words that are wider stand over several columns. */
const OVER_COLUMNS = 1.3;
/** Of the font size: words of neighbouring columns are further apart. */
const APART = 0.15;

/**
 * Whether a head's line goes on below: it fills its column, about as wide as the next column's middle is far, leaves
 * the columns beside it their room, and is no wider than the line below when that one goes on itself.
 */
function isFullHead(above: Atom, below: Atom, lines: readonly Atom[]): boolean {
  const own = above.right - above.left;
  const other = below.right - below.left;
  if (other > own + ALIGNED * below.size) return false;
  const beside = lines.filter((line) => !isUnder(line, above) && !isUnder(line, below));
  const places = ALIGNMENTS.filter((place) => isAligned(above, below, [place]));
  const width = Math.min(...places.flatMap((place) => beside.map((line) => Math.abs(place(line) - place(above)))));
  if (!Number.isFinite(width) || own > width * OVER_COLUMNS) return false;
  const reaches = (line: Atom) =>
    line.left < above.right + APART * above.size && line.right > above.left - APART * above.size;
  if (lines.some((line) => line !== below && isLevel(line, below) && reaches(line))) return false;
  const next = lines.find((line) => line.baseline > below.baseline + below.size * 0.8 && isUnder(line, below));
  const more = next && next.baseline - below.baseline < (below.baseline - above.baseline) * SAME_PITCH;
  if (more && own > other + 1.1 * below.size) return false;
  return own + unbreakable(below) > (width - 2 * PADDING) * 0.8;
}

export function isLevel(one: Atom, other: Atom): boolean {
  return Math.abs(one.baseline - other.baseline) < 0.25 * Math.max(one.size, other.size);
}

function isUnder(above: Atom, below: Atom): boolean {
  return Math.min(above.right, below.right) - Math.max(above.left, below.left) > 0;
}

/** Whether both lines begin, end or have their middle in the same place. */
const ALIGNMENTS: readonly ((line: Atom) => number)[] = [
  ({ left }) => left,
  ({ right }) => right,
  ({ left, right }) => (left + right) / 2
];

export function isAligned(one: Atom, other: Atom, by = ALIGNMENTS): boolean {
  return by.some((place) => Math.abs(place(one) - place(other)) < ALIGNED * one.size);
}

/**
 * Whether the next line begins where it does because the line above had no room left: the widest line that is lined up
 * with both tells how much room there is. `others`, lined up in any way, must not show more room than that.
 */
export function isFullLine(above: Atom, below: Atom, lines: readonly Atom[], others: readonly Atom[] = []): boolean {
  const room = unbreakable(below) + 0.9 * above.size;
  const places = ALIGNMENTS.filter((place) => isAligned(above, below, [place]));
  const isFull = (place: (line: Atom) => number, among: readonly Atom[]) =>
    among.every(
      (line) => !isAligned(line, above, [place]) || line.right - line.left - (above.right - above.left) < room
    );
  return places.some((place) => isFull(place, lines)) && places.every((place) => isFull(place, others));
}

/** How wide the beginning of a line is that no line break may part. */
function unbreakable({ text, size }: Atom): number {
  const [word = ''] = /^[\x21-\x7e]+|^[（《“‘〈【]*.[，。、；：！？）》”’〉】…]*/u.exec(text) ?? [];
  return word.length * size * (/^[\x21-\x7e]/.test(word) ? 0.5 : 1);
}

/** The least distance of two lines, one right below the other. */
function leastPitch(sorted: readonly Atom[]): number {
  let least = Infinity;
  sorted.forEach((above, index) => {
    for (const below of sorted.slice(index + 1, index + 40)) {
      const pitch = below.baseline - above.baseline;
      if (pitch > WIDEST_PITCH * above.size) break;
      if (pitch >= above.size * 0.95 && pitch < least && isUnder(above, below)) least = pitch;
    }
  });
  return least;
}
