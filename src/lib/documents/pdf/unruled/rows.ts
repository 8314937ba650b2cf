import { type Atom, bottomOf, topOf } from './atoms.ts';
import { isLevel, type WordBlock } from './blocks.ts';
import { overlap } from './columns.ts';

/** One row of a table: its label, if it has one, the words beside it, and its figures. */
export interface BodyRow {
  readonly label: WordBlock | null;
  readonly groups: { readonly block: WordBlock; readonly depth: number }[];
  readonly figures: Atom[];
  readonly at: number;
  /** Figures stand so that they may be this row's as well as another one's. */
  isUnsure: boolean;
}

/** Of the font size: words beside each other by less than this do not stand side by side. */
const BESIDE = 0.3;

const centre = ({ top, bottom }: WordBlock) => (top + bottom) / 2;

/** Of a table's lines of figures: so many must be sure for any to be believed. */
const SURE = 0.75;

/**
 * The rows of a table: each label is one, and figures belong to the label they stand beside, which is in the same row
 * because no two rows overlap. Where figures stand beside no label or beside two, all rows that they may be of are
 * unsure; null when that is true of many.
 */
export function rowsOfBody(labels: readonly WordBlock[], figures: readonly Atom[]): BodyRow[] | null {
  const lines = levels(figures);
  if (labels.length === 0) {
    return lines.map((line) => ({
      label: null,
      groups: [],
      figures: line,
      at: line[0]?.baseline ?? 0,
      isUnsure: false
    }));
  }
  const sorted = [...labels].sort((a, b) => centre(a) - centre(b));
  const groups = new Set(sorted.filter((block) => isGroup(block, sorted)));
  const rows = sorted
    .filter((block) => !groups.has(block))
    .map((label): BodyRow => ({ label, groups: [], figures: [], at: centre(label), isUnsure: false }));
  let sure = 0;
  for (const line of lines) {
    const [top, bottom] = [Math.min(...line.map(topOf)), Math.max(...line.map(bottomOf))];
    const beside = rows.filter(({ label }) => label && Math.min(label.bottom, bottom) - Math.max(label.top, top) > 0.5);
    const [row, ...more] = beside;
    if (row && more.length === 0) {
      row.figures.push(...line);
      sure++;
      continue;
    }
    for (const each of beside.length > 0 ? beside : rowsAround(rows, top, bottom)) each.isUnsure = true;
  }
  if (sure < lines.length * SURE) return null;
  for (const block of groups) {
    const depth = sorted.filter(
      (other) => groups.has(other) && isLeftOf(block, other) && isBeside(block, other)
    ).length;
    const near = rows.reduce((best, row) =>
      Math.abs(row.at - centre(block)) < Math.abs(best.at - centre(block)) ? row : best
    );
    near.groups.push({ block, depth: depth + 1 });
  }
  return rows;
}

/** The last row above and the first one below some figures. */
function rowsAround(rows: readonly BodyRow[], top: number, bottom: number): BodyRow[] {
  const above = rows.filter(({ label }) => label && label.bottom <= top + 0.5).at(-1);
  const below = rows.find(({ label }) => label && label.top >= bottom - 0.5);
  return [above, below].flatMap((row) => row ?? []);
}

/** Words beside several rows, left of those rows' labels: others stand to their right, or above and below right of them. */
function isGroup(block: WordBlock, sorted: readonly WordBlock[]): boolean {
  if (sorted.some((other) => isLeftOf(block, other) && isBeside(block, other))) return true;
  const overlapping = sorted.filter((other) => other !== block && overlap(other, block));
  const right = sorted.filter((other) => isLeftOf(block, other));
  const above = right.filter((other) => centre(other) < centre(block)).at(-1);
  const below = right.find((other) => centre(other) > centre(block));
  if (!above || !below) return false;
  return (
    !overlapping.some((other) => centre(other) > centre(above) && centre(other) < centre(below)) &&
    nearestAbove(block, sorted) === above &&
    nearestBelow(block, sorted) === below
  );
}

function nearestAbove(block: WordBlock, sorted: readonly WordBlock[]): WordBlock | undefined {
  return sorted.filter((other) => other.bottom <= block.top).at(-1);
}

function nearestBelow(block: WordBlock, sorted: readonly WordBlock[]): WordBlock | undefined {
  return sorted.find((other) => other.top >= block.bottom);
}

function isLeftOf(block: WordBlock, other: WordBlock): boolean {
  const size = block.atoms[0]?.size ?? 0;
  return block.right <= other.left + BESIDE * size && block.left < other.left;
}

function isBeside(block: WordBlock, other: WordBlock): boolean {
  return Math.min(block.bottom, other.bottom) - Math.max(block.top, other.top) > 0;
}

function levels(figures: readonly Atom[]): Atom[][] {
  const lines: Atom[][] = [];
  for (const figure of [...figures].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    if (line && first && isLevel(first, figure)) line.push(figure);
    else lines.push([figure]);
  }
  return lines;
}
