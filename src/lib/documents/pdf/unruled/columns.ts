import type { Ruling } from '../geometry.ts';
import type { Atom } from './atoms.ts';
import { blocksOfWords, type WordBlock } from './blocks.ts';

export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** The words of a head above the columns of figures. */
export interface Head {
  /** One a column, from left to right: the lowest words there. */
  readonly leaves: readonly WordBlock[];
  /** Words above those, over several columns. */
  readonly uppers: readonly WordBlock[];
}

export function headOf(atoms: readonly Atom[], rulings: readonly Ruling[]): Head {
  const leaves: WordBlock[] = [];
  const uppers: WordBlock[] = [];
  const blocks = blocksOfWords(atoms, rulings, null);
  for (const block of blocks.sort((a, b) => b.bottom - a.bottom)) {
    (leaves.some((leaf) => overlap(leaf, block)) ? uppers : leaves).push(block);
  }
  const kept = leaves.sort((a, b) => a.left - b.left).filter((leaf) => hasColumn(leaf, leaves));
  uppers.push(...leaves.filter((leaf) => !kept.includes(leaf)));
  return { leaves: kept, uppers: uppers.sort((a, b) => a.top - b.top) };
}

/** Of the distance of two columns: the least room between its neighbours that a column of its own takes. */
const ROOM = 1.5;

/**
 * Words of the head's lowest lines always have a column. Words higher up may stand over the gap between two columns that
 * are theirs: they have one when they stand beside others, with room for a column.
 */
function hasColumn(leaf: WordBlock, leaves: readonly WordBlock[]): boolean {
  const lowest = leaves.reduce((low, other) => (other.bottom > low.bottom ? other : low), leaf);
  const isLevel = (one: WordBlock, other: WordBlock) => one.top < other.bottom && other.top < one.bottom;
  if (isLevel(leaf, lowest)) return true;
  if (!leaves.some((other) => other !== leaf && isLevel(leaf, other))) return false;
  const low = leaves.filter((other) => isLevel(other, lowest)).map(middle);
  const pitch = Math.min(...low.slice(1).map((at, index) => at - (low[index] ?? 0)));
  const at = leaves.indexOf(leaf);
  const [before, behind] = [leaves[at - 1], leaves[at + 1]];
  if (!Number.isFinite(pitch) || !before || !behind) return true;
  return middle(behind) - middle(before) > ROOM * pitch;
}

const middle = ({ left, right }: Extent) => (left + right) / 2;

export function overlap(one: Extent, other: Extent): boolean {
  return one.left < other.right && other.left < one.right;
}

/**
 * The column of each figure, or null when one cannot be told. What stands below a column's words, even in part, is in
 * that column, because no two columns overlap. Figures between two columns' words are set to the right or to the left
 * in their columns: which of the two must be shown by a figure outside the outermost words, or by two figures of one
 * row that else would be in one cell.
 */
export function columnsOfFigures(
  rows: readonly (readonly Atom[])[],
  leaves: readonly Extent[]
): Map<Atom, number> | null {
  const under = (figure: Atom) => leaves.flatMap((leaf, index) => (overlap(leaf, figure) ? [index] : []));
  if (rows.some((row) => row.some((figure) => under(figure).length > 1))) return null;
  const ways = [-1, 0].map((shift) => {
    const columns = new Map<Atom, number>();
    let between = 0;
    for (const row of rows) {
      const taken = new Set<number>();
      for (const figure of row) {
        const [sure] = under(figure);
        const column = sure ?? leaves.filter((leaf) => leaf.right <= figure.left).length + shift;
        if (sure === undefined) between++;
        if (column < 0 || column >= leaves.length || (sure === undefined && taken.has(column))) return null;
        taken.add(column);
        columns.set(figure, column);
      }
      const lent = row.filter((figure) => under(figure).length === 0).map((figure) => columns.get(figure));
      if (lent.some((column) => row.filter((figure) => columns.get(figure) === column).length > 1)) return null;
    }
    return { columns, between };
  });
  const possible = ways.flatMap((way) => way ?? []);
  const [way] = possible;
  return way && (possible.length === 1 || way.between === 0) ? way.columns : null;
}
