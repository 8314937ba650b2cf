import type { Ruling } from '../geometry.ts';
import type { Atom } from './atoms.ts';
import type { WordBlock } from './blocks.ts';
import { type Extent, headOf, overlap } from './columns.ts';
import type { Segment } from './segments.ts';
import type { UnruledColumns } from './unruled-columns.ts';

/** Points by which the words of a repeated head may stand elsewhere. */
const SAME_PLACE = 1;

/** Words of a head and the columns they stand over, `to` not included. */
export interface HeadCell {
  readonly atoms: readonly Atom[];
  readonly from: number;
  readonly to: number;
}

/** A table's head, or that of the page before, which the table goes on with. */
export interface TableHead {
  /** All words of the head on this page. */
  readonly atoms: readonly Atom[];
  /** Those above the labels. */
  readonly beside: readonly Atom[];
  /** The head's rows on this page, from top to bottom, without the words above the labels. */
  readonly rows: readonly (readonly HeadCell[])[];
  /** Where the columns' words stand. */
  readonly leaves: readonly Extent[];
  /** The words of each column; empty when this page has no head. */
  readonly texts: readonly string[];
  /** The columns of the page before, when the table goes on with them. */
  readonly goesOn: UnruledColumns | undefined;
}

/** The head of a segment whose labels end at `edge`, or null when no head tells its columns. */
export function readHead(
  segment: Segment,
  edge: number,
  rulings: readonly Ruling[],
  before: UnruledColumns | undefined
): TableHead | null {
  const atoms = segment.head.flat();
  const beside = atoms.filter((atom) => isBeside(atom, edge));
  const { leaves: own, uppers } = headOf(
    atoms.filter((atom) => !beside.includes(atom)),
    rulings
  );
  const repeated = before !== undefined && isSameHead(own, before);
  if (own.length === 0 && !(before && segment.atTop)) return null;
  const goesOn = repeated || own.length === 0 ? before : undefined;
  const leaves: readonly Extent[] = own.length > 0 ? own : (before?.leaves ?? []);
  if (beside.some((atom) => leaves.some((leaf) => overlap(leaf, atom)))) return null;
  return { atoms, beside, rows: rowsOfHead(own, uppers), leaves, texts: own.map((leaf) => textOf(leaf.atoms)), goesOn };
}

/** Whether words of the head stand above the labels, which end at `edge`. */
export function isBeside(atom: Atom, edge: number): boolean {
  return atom.left < edge - atom.size * 0.3;
}

export function textOf(atoms: readonly Atom[]): string {
  return atoms.map((atom) => atom.text).join('');
}

function isSameHead(own: readonly WordBlock[], before: UnruledColumns): boolean {
  return (
    own.length > 0 &&
    own.length === before.leaves.length &&
    own.every((leaf, index) => {
      const other = before.leaves[index];
      return other !== undefined && Math.abs(other.left - leaf.left) < SAME_PLACE && other.text === textOf(leaf.atoms);
    })
  );
}

/** Takes the cell of a table that holds some words or figures; an unsure one may hold others as well. */
export type Add = (
  row: number,
  column: number,
  atoms: readonly Atom[],
  columnSpan?: number,
  isUnsure?: boolean
) => void;

/** Adds the cells of the head, the words above the labels in its last row. Gives how many rows it has. */
export function addHead(add: Add, { rows, beside }: TableHead, labelColumns: number): number {
  rows.forEach((cells, row) => {
    if (row === rows.length - 1 && beside.length > 0) add(row, 0, beside, labelColumns);
    for (const { atoms, from, to } of cells) add(row, labelColumns + from, atoms, to - from);
  });
  return rows.length;
}

function rowsOfHead(leaves: readonly WordBlock[], uppers: readonly WordBlock[]): HeadCell[][] {
  if (leaves.length === 0) return [];
  const levels: WordBlock[][] = [];
  for (const block of uppers) {
    const level = levels.at(-1);
    const [first] = level ?? [];
    if (level && first && block.top < first.bottom) level.push(block);
    else levels.push([block]);
  }
  const lowest = leaves.map(({ atoms }, column): HeadCell => ({ atoms, from: column, to: column + 1 }));
  return [...levels.map((level) => spansOf(level, leaves)), lowest];
}

/** The columns below words of the head: those they overlap; what several words share is the first one's. */
function spansOf(level: readonly WordBlock[], leaves: readonly Extent[]): HeadCell[] {
  const spans: HeadCell[] = [];
  let taken = 0;
  for (const block of [...level].sort((a, b) => a.left - b.left)) {
    const under = leaves.flatMap((leaf, index) => (index >= taken && overlap(leaf, block) ? [index] : []));
    const [from, to] = [under[0], under.at(-1)];
    if (from === undefined || to === undefined) continue;
    spans.push({ atoms: block.atoms, from, to: to + 1 });
    taken = to + 1;
  }
  return spans;
}
