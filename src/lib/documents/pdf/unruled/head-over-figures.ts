import type { Atom } from './atoms.ts';
import { isLevel } from './blocks.ts';
import { type Extent, overlap } from './columns.ts';
import { type HeadCell, isBeside, type TableHead, textOf } from './head.ts';
import type { Row, Segment } from './segments.ts';
import type { UnruledColumns } from './unruled-columns.ts';

/** Fewer columns say too little of which words are whose. */
const LEAST_COLUMNS = 2;

/**
 * The head of a segment whose words do not tell by themselves where one column ends, or where a label of several lines
 * does: its columns are where the figures stand. No two columns overlap, so figures that do are one column's, and words
 * above are of the columns whose figures they overlap. Each line of the head is given as a row; words that run together
 * stand over several columns. Null when two figures of a column stand side by side, words are above
 * labels and figures, or a column has none.
 */
export function headOverFigures(
  { head }: Segment,
  edge: number,
  figures: readonly Atom[],
  before: UnruledColumns | undefined
): TableHead | null {
  const atoms = head.flat();
  const beside = atoms.filter((atom) => isBeside(atom, edge));
  const lines = head.map((line) => line.filter((atom) => !beside.includes(atom))).filter((line) => line.length > 0);
  const columns = columnsUnder(lines, columnsOf(figures));
  if (lines.length === 0 || columns.length < LEAST_COLUMNS || hasTwoOfOne(figures, columns)) return null;
  if (beside.some((atom) => columns.some((column) => overlap(column, atom)))) return null;
  const rows = lines.map((line) => cellsOf(line, columns));
  if (rows.some((cells) => cells.some((cell, index) => cell.from < (cells[index - 1]?.to ?? 0)))) return null;
  const isTold = (column: number) => rows.some((cells) => cells.some(({ from, to }) => from <= column && column < to));
  if (!columns.every((_, column) => isTold(column))) return null;
  const texts = columns.map((_, column) =>
    textOf(
      rows
        .flatMap((cells) => cells.filter(({ from, to }) => from === column && to === from + 1))
        .flatMap((cell) => cell.atoms)
    )
  );
  const repeated =
    before?.leaves.length === columns.length && before.leaves.every(({ text }, index) => text === texts[index]);
  return { atoms, beside, rows, leaves: columns, texts, goesOn: repeated ? before : undefined };
}

/** Where figures stand, one above the other, from left to right. */
function columnsOf(figures: readonly Atom[]): Extent[] {
  const columns: Extent[] = [];
  for (const { left, right } of [...figures].sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1);
    if (last && left < last.right)
      columns[columns.length - 1] = { left: last.left, right: Math.max(last.right, right) };
    else columns.push({ left, right });
  }
  return columns;
}

/**
 * The columns with those that have words and no figure, each as wide as its own words where these leave the others their
 * room. The lowest words come first: those above them may stand over several columns.
 */
function columnsUnder(lines: readonly Row[], figures: readonly Extent[]): Extent[] {
  let columns = [...figures];
  for (const atom of [...lines].reverse().flat()) {
    const under = columns.filter((column) => overlap(column, atom));
    const [only] = under;
    if (under.length > 1) continue;
    const wide = {
      left: Math.min(atom.left, only?.left ?? Infinity),
      right: Math.max(atom.right, only?.right ?? -Infinity)
    };
    const others = columns.filter((column) => column !== only);
    if (!others.some((column) => overlap(column, wide))) columns = [...others, wide];
  }
  return columns.sort((a, b) => a.left - b.left);
}

function hasTwoOfOne(figures: readonly Atom[], columns: readonly Extent[]): boolean {
  return columns.some((column) => {
    const own = figures.filter((figure) => overlap(column, figure)).sort((a, b) => a.baseline - b.baseline);
    return own.some((figure, index) => {
      const above = own[index - 1];
      return above !== undefined && isLevel(above, figure);
    });
  });
}

/** The words of one line by column, those above one column together. */
function cellsOf(line: Row, columns: readonly Extent[]): HeadCell[] {
  const cells: HeadCell[] = [];
  for (const atom of line) {
    const under = columns.flatMap((column, index) => (overlap(column, atom) ? [index] : []));
    const [from, to] = [under[0], under.at(-1)];
    if (from === undefined || to === undefined) continue;
    const last = cells.at(-1);
    if (last?.from === from && last.to === to + 1 && from === to)
      cells[cells.length - 1] = { ...last, atoms: [...last.atoms, atom] };
    else cells.push({ atoms: [atom], from, to: to + 1 });
  }
  return cells;
}
