import type { Atom } from './atoms.ts';

/** Atoms on one height, from left to right. */
export type Row = readonly Atom[];

/** Part of a page that may be a table without lines: the words of its head, and all below them. */
export interface Segment {
  readonly head: readonly Row[];
  readonly body: readonly Row[];
  /** Words below the last figures, which may be the labels of blank rows. */
  readonly tail: readonly Row[];
  /** Whether nothing but a few short lines stand above it on the page. */
  readonly atTop: boolean;
}

/** Of the font size: rows further apart do not belong together. */
const WIDEST_GAP = 5;
const SAME_HEIGHT = 0.25;
/** Of the size of the head's lowest line: a line set larger is a heading above the table. */
const LARGER = 1.12;
/** Of the table's width. */
const WIDE = 0.6;
/** Of the font size: a line of one piece that is wider is a paragraph's. */
const WIDE_ALONE = 20;
/** Of the font size: the last line of a column's words, alone on its height, is no wider. */
const NARROW_ALONE = 4.5;
/** How many lines may stand above the rest of a table that a page break cuts: the page's running head. */
const MOST_ABOVE = 2;

export function rowsOf(atoms: readonly Atom[]): Row[] {
  const rows: Atom[][] = [];
  for (const atom of atoms) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && atom.baseline - first.baseline < SAME_HEIGHT * Math.max(first.size, atom.size)) row.push(atom);
    else rows.push([atom]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

/** Cuts a page's rows into tables by their figures: text in the columns above figures begins another one. */
export function segmentsOf(rows: readonly Row[]): Segment[] {
  const segments: Segment[] = [];
  let open: { head: Row[]; body: Row[]; tail: Row[]; atTop: boolean } | undefined;
  let last = -1;
  const close = (until: number) => {
    if (!open) return;
    open.tail = trailingWords(rows.slice(last + 1, until), open.body);
    segments.push(open);
    open = undefined;
  };
  rows.forEach((row, index) => {
    if (!holdsFigures(row)) return;
    const between = rows.slice(last + 1, index);
    if (
      open &&
      between.every((each) => isWordsOnly(each, [...(open?.body ?? []), row])) &&
      isNear([...open.body.slice(-1), ...between, row])
    ) {
      open.body.push(...between, row);
    } else {
      const { head, words, from } = headAbove(between, row);
      close(last + 1 + from);
      open = { head, body: [...words, row], tail: [], atTop: last + 1 + from <= MOST_ABOVE };
    }
    last = index;
  });
  close(rows.length);
  return segments;
}

/**
 * The head of a table that a page ends with, when its figures stand on the next page: rows of several words each, the
 * last things on the page but for its number. The break may leave a row's last lines below, of one word even.
 */
export function headAtFoot(rows: readonly Row[]): Row[] {
  const taken: Row[] = [];
  for (const row of [...rows].reverse()) {
    if (taken.length === 0 && row.every((atom) => atom.isFigure || /^[第页共\d\s]+$/.test(atom.text))) continue;
    const [left, right] = [row[0]?.left ?? 0, row.at(-1)?.right ?? 0];
    if (row.some((atom) => atom.isFigure || isSentence(atom))) break;
    if (taken[0] && (!isNear([row, taken[0]]) || (row[0]?.size ?? 0) > (taken[0][0]?.size ?? 0) * LARGER)) break;
    const isBelowHead = taken.some((below) => below.length > 1);
    if (row.length < 2 && right - left > (isBelowHead ? WIDE_ALONE : NARROW_ALONE) * (row[0]?.size ?? 0)) break;
    taken.unshift(row);
  }
  const lowest = taken.map((row) => row.length > 1).lastIndexOf(true);
  const [first] = taken
    .slice(0, lowest + 1)
    .flat()
    .sort((a, b) => a.left - b.left);
  // Words alone at the left are a row's label, whose figures are blank or on the next page.
  return first && taken.slice(lowest + 1).every(([word]) => word && word.left > first.right) ? taken : [];
}

/** Figures to the end of the line; anything else behind them is no table's. */
function holdsFigures(row: Row): boolean {
  const first = row.findIndex((atom) => atom.isFigure);
  return first >= 0 && row.slice(first).every((atom) => atom.isFigure || atom.text.length <= 4);
}

/** Where the figures of some rows begin. */
export function figuresFrom(rows: readonly Row[]): number {
  return Math.min(...rows.flatMap((row) => row.filter((atom) => atom.isFigure).map((atom) => atom.left)));
}

/** The words left of where the figures of some rows begin. */
export function labelsOf(rows: readonly Row[]): Atom[] {
  const from = figuresFrom(rows);
  return rows.flat().filter((atom) => !atom.isFigure && atom.right <= from);
}

/** Only words left of where the figures stand, and not all right of the words beside them. */
function isWordsOnly(row: Row, body: readonly Row[]): boolean {
  const from = figuresFrom(body);
  const edge = Math.max(-Infinity, ...labelsOf(body).map((atom) => atom.right));
  return row.every((atom) => !atom.isFigure && atom.right <= from && atom.left < edge && !isSentence(atom));
}

export function isSentence(atom: Atom): boolean {
  return /[。；]$/.test(atom.text);
}

export function isNear(rows: readonly Row[]): boolean {
  return rows.every((row, index) => {
    const [above, own] = [rows[index - 1]?.[0], row[0]];
    return !above || !own || own.baseline - above.baseline < WIDEST_GAP * own.size;
  });
}

/** Words below the last figures that still are the table's: its last rows are blank, or a label goes on. */
function trailingWords(rows: readonly Row[], body: readonly Row[]): Row[] {
  const taken: Row[] = [];
  for (const row of rows) {
    const previous = taken.at(-1) ?? body.at(-1) ?? [];
    if (!isWordsOnly(row, body) || !isNear([previous, row])) break;
    taken.push(row);
  }
  return taken;
}

/** The head above a row of figures, and the words between the two; `from` counts the lines that do not belong. */
function headAbove(lines: readonly Row[], row: Row): { head: Row[]; words: Row[]; from: number } {
  const labels = row.filter((atom) => !atom.isFigure);
  const figures = figuresFrom([row]);
  const [left, right] = [
    Math.min(...[...labels, ...row].map((atom) => atom.left)),
    Math.max(...row.map((a) => a.right))
  ];
  const inColumns = (atom: Atom) => !atom.isFigure && atom.right > figures;
  const lowest = lines.map((line) => line.some(inColumns)).lastIndexOf(true);
  if (lowest < 0) {
    const words = leadingWords(lines, row);
    return { head: [], words, from: lines.length - words.length };
  }
  const size = Math.max(...(lines[lowest] ?? []).filter(inColumns).map((atom) => atom.size));
  const width = Math.max(right - left, ...lines.slice(lowest).map((line) => (line.at(-1)?.right ?? 0) - left));
  let first = lowest;
  for (let at = lowest - 1; at >= 0; at--) {
    const line = lines[at] ?? [];
    const foreign = (atom: Atom) =>
      atom.isFigure ||
      isSentence(atom) ||
      atom.size > size * LARGER ||
      (inColumns(atom) && atom.right - atom.left > width * WIDE);
    if (line.some(foreign) || !isNear([line, lines[at + 1] ?? []])) break;
    if (line.some(inColumns)) first = at;
  }
  const refused = (lines[lowest] ?? []).some(
    (atom) => isSentence(atom) || (inColumns(atom) && atom.right - atom.left > width * WIDE)
  );
  if (refused) return { head: [], words: [], from: lines.length };
  return { head: lines.slice(first, lowest + 1), words: lines.slice(lowest + 1), from: first };
}

function leadingWords(lines: readonly Row[], row: Row): Row[] {
  const taken: Row[] = [];
  for (const line of [...lines].reverse()) {
    if (!isWordsOnly(line, [row]) || !isNear([line, taken[0] ?? row])) break;
    taken.unshift(line);
  }
  return taken;
}
