import type { Ruling } from '../geometry.ts';
import type { Atom } from './atoms.ts';
import type { WordBlock } from './blocks.ts';
import { type Extent, headOf, overlap } from './columns.ts';
import type { Segment } from './segments.ts';
import type { UnruledColumns } from './unruled-columns.ts';

/** Points by which the words of a repeated head may stand elsewhere. */
const SAME_PLACE = 1;

/** A table's head, or that of the page before, which the table goes on with. */
export interface TableHead {
  /** All words of the head on this page. */
  readonly atoms: readonly Atom[];
  /** Those above the labels. */
  readonly beside: readonly Atom[];
  /** One a column, of this page's head: none when it has no head. */
  readonly own: readonly WordBlock[];
  /** Words above those, over several columns. */
  readonly uppers: readonly WordBlock[];
  /** Where the columns' words stand. */
  readonly leaves: readonly Extent[];
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
  const beside = atoms.filter((atom) => atom.left < edge - atom.size * 0.3);
  const { leaves: own, uppers } = headOf(
    atoms.filter((atom) => !beside.includes(atom)),
    rulings
  );
  const repeated = before !== undefined && isSameHead(own, before);
  if (own.length === 0 && !(before && segment.atTop)) return null;
  const goesOn = repeated || own.length === 0 ? before : undefined;
  const leaves: readonly Extent[] = own.length > 0 ? own : (before?.leaves ?? []);
  if (beside.some((atom) => leaves.some((leaf) => overlap(leaf, atom)))) return null;
  return { atoms, beside, own, uppers, leaves, goesOn };
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

/** Takes the cell of a table that holds some words or figures. */
export type Add = (row: number, column: number, atoms: readonly Atom[], columnSpan?: number) => void;

/** Adds the cells of the head, the words of the columns in its last row. Gives how many rows it has. */
export function addHead(add: Add, { own: leaves, uppers, beside }: TableHead, labelColumns: number): number {
  if (leaves.length === 0) return 0;
  const levels: WordBlock[][] = [];
  for (const block of uppers) {
    const level = levels.at(-1);
    const [first] = level ?? [];
    if (level && first && block.top < first.bottom) level.push(block);
    else levels.push([block]);
  }
  levels.forEach((level, row) => {
    for (const { block, from, to } of spansOf(level, leaves)) add(row, labelColumns + from, block.atoms, to - from);
  });
  if (beside.length > 0) add(levels.length, 0, beside, labelColumns);
  leaves.forEach((leaf, column) => {
    add(levels.length, labelColumns + column, leaf.atoms);
  });
  return levels.length + 1;
}

/** The columns below words of the head: those they overlap; what several words share is the first one's. */
function spansOf(
  level: readonly WordBlock[],
  leaves: readonly Extent[]
): { block: WordBlock; from: number; to: number }[] {
  const spans: { block: WordBlock; from: number; to: number }[] = [];
  let taken = 0;
  for (const block of [...level].sort((a, b) => a.left - b.left)) {
    const under = leaves.flatMap((leaf, index) => (index >= taken && overlap(leaf, block) ? [index] : []));
    const [from, to] = [under[0], under.at(-1)];
    if (from === undefined || to === undefined) continue;
    spans.push({ block, from, to: to + 1 });
    taken = to + 1;
  }
  return spans;
}
