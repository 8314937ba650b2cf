import { UNKNOWN_CHARACTER } from '../fonts.ts';
import type { Glyph, Ruling } from '../geometry.ts';
import { range } from '../grid.ts';
import { linesOf, textOfLines } from '../lines.ts';
import type { PartCell, TablePart } from '../table-part.ts';
import { type Atom, bottomOf, topOf } from './atoms.ts';
import { blocksOfWords, isFullLine, isItem } from './blocks.ts';
import { columnsOfFigures, type Extent } from './columns.ts';
import { type Add, addHead, readHead, type TableHead } from './head.ts';
import { headOverFigures } from './head-over-figures.ts';
import { type BodyRow, rowsOfBody } from './rows.ts';
import { labelsOf, type Segment } from './segments.ts';
import type { UnruledColumns } from './unruled-columns.ts';

/** A row's label, the group it belongs to, and what several groups belong to: always as many, so that pages agree. */
const LABEL_COLUMNS = 3;
/** Of the size of the table's words: a line below it that is set larger is a heading. */
const LARGER = 1.12;

interface UnruledTable {
  readonly table: TablePart;
  readonly taken: readonly Atom[];
  /** Two figures of one row stand in one cell. */
  readonly isCrowded: boolean;
}

/**
 * The table that a part of a page without ruling lines shows, or null when it cannot be told which cell a figure is in.
 * `before` are the columns of a table that the page before ends with, `others` the labels of the page's other tables.
 */
export function unruledTable(
  page: number,
  segment: Segment,
  rulings: readonly Ruling[],
  before: UnruledColumns | undefined,
  others: readonly Atom[]
): UnruledTable | null {
  const inBody = segment.body.flat();
  const labels = labelsOf(segment.body);
  const contents = inBody.filter((atom) => !labels.includes(atom));
  const sure = segment.body.length > 0 ? labels : segment.tail.flat();
  const edge = Math.max(-Infinity, ...sure.map((atom) => atom.right));
  const around = { page, segment, rulings, before, others, labels, contents, sure };
  const byWords = tableUnder(readHead(segment, edge, rulings, before), around);
  if (byWords && !byWords.isCrowded) return byWords;
  return tableUnder(headOverFigures(segment, edge, contents, before), around) ?? byWords;
}

interface Around {
  readonly page: number;
  readonly segment: Segment;
  readonly rulings: readonly Ruling[];
  readonly before: UnruledColumns | undefined;
  readonly others: readonly Atom[];
  /** The words beside figures, what stands in the columns, and words that are labels for sure. */
  readonly labels: readonly Atom[];
  readonly contents: readonly Atom[];
  readonly sure: readonly Atom[];
}

function tableUnder(
  head: TableHead | null,
  { page, segment, rulings, before, others, labels, contents, sure }: Around
): UnruledTable | null {
  if (!head) return null;
  const { beside, leaves, texts, goesOn } = head;
  const isLabel = (atom: Atom) => atom.right <= (leaves[0]?.left ?? 0) + atom.size * 0.3;
  if (!labels.every(isLabel)) return null;
  const size = Math.max(...[...segment.body.flat(), ...sure].map((atom) => atom.size));
  const end = segment.tail.findIndex((row) => !row.every((atom) => isLabel(atom) && atom.size <= size * LARGER));
  const words = [...labels, ...segment.tail.slice(0, end < 0 ? undefined : end).flat()];
  const body = [...contents, ...words];

  const rows = rowsOfBody(blocksOfWords(words, rulings, contents, others), contents);
  const columns =
    rows &&
    columnsOfFigures(
      rows.map((row) => row.figures),
      leaves
    );
  if (!rows || !columns) return null;
  if (words.length === 0 && rows.some((row) => row.figures.length < 2)) return null;
  const labelColumns = words.length === 0 && beside.length === 0 ? 0 : LABEL_COLUMNS;
  const left = Math.min(...[...words, ...beside, ...contents].map((atom) => atom.left));
  const xs =
    goesOn && goesOn.xs.length === labelColumns + leaves.length + 1 ? goesOn.xs : edgesOf(leaves, labelColumns, left);

  const cells: PartCell[] = [];
  const add: Add = (row, column, atoms, columnSpan = 1, isUnsure = false) => {
    const cell = cellOf(row, column, columnSpan, atoms, xs);
    cells.push(isUnsure ? { ...cell, text: UNKNOWN_CHARACTER } : cell);
  };
  const headRows = addHead(add, head, labelColumns);
  addBody(add, { rows, columns, headRows, labelColumns, figureColumns: leaves.length });
  const all = [...head.atoms, ...body].filter((atom) => atom.baseline > 0);
  const top = Math.min(...all.map(topOf));
  const bottom = Math.max(...all.map(bottomOf));
  const count = headRows + rows.length;
  const table: TablePart = {
    page,
    grid: {
      left: xs[0] ?? 0,
      right: xs.at(-1) ?? 0,
      top,
      bottom,
      xs,
      ys: range(count + 1).map((row) => top + ((bottom - top) * row) / count),
      cells,
      besideEdges: [],
      openTop: range(xs.length - 1).map(() => false),
      openBottom: range(xs.length - 1).map(() => false)
    },
    cells,
    unruled: {
      leaves:
        texts.length > 0
          ? leaves.map(({ left: from, right }, column) => ({ left: from, right, text: texts[column] ?? '' }))
          : (before?.leaves ?? []),
      xs,
      lastLine: rows.at(-1)?.label?.atoms.at(-1) ?? null,
      labels: words,
      endsWithFigures: (rows.at(-1)?.figures.length ?? 0) > 0
    },
    ...(goesOn && isRest(rows, goesOn) ? { restOfRow: true } : {})
  };
  const isCrowded = rows.some(({ figures }) => new Set(figures.map((one) => columns.get(one))).size < figures.length);
  return { table, taken: [...head.atoms, ...body], isCrowded };
}

interface Body {
  readonly rows: readonly BodyRow[];
  readonly columns: ReadonlyMap<Atom, number>;
  readonly headRows: number;
  readonly labelColumns: number;
  readonly figureColumns: number;
}

/** Adds the cells below the head: a row's groups, its label, and its figures, each in its column. */
function addBody(add: Add, { rows, columns, headRows, labelColumns, figureColumns }: Body): void {
  rows.forEach((row, index) => {
    const at = headRows + index;
    for (const column of range(labelColumns)) {
      const depthHere = labelColumns - 1 - column;
      const groups = row.groups.filter(({ depth }) => Math.min(depth, LABEL_COLUMNS - 1) === depthHere);
      const blocks = depthHere === 0 ? [row.label] : groups.map(({ block }) => block);
      const atoms = blocks.flatMap((block) => block?.atoms ?? []);
      add(at, column, atoms);
    }
    for (const column of range(figureColumns)) {
      const figures = row.figures.filter((figure) => columns.get(figure) === column);
      add(at, labelColumns + column, figures, 1, row.isUnsure);
    }
  });
}

/** Whether the first row's label goes on from the last one of the page before; the figures of one row stand on one page. */
function isRest([first]: readonly BodyRow[], before: UnruledColumns): boolean {
  const [line] = first?.label?.atoms ?? [];
  if (first && first.figures.length > 0 && before.endsWithFigures) return false;
  return (
    line !== undefined &&
    before.lastLine !== null &&
    !isItem(line.text) &&
    isFullLine(before.lastLine, line, before.labels)
  );
}

/** Edges between columns: the middles between their words, and as much outside. */
function edgesOf(leaves: readonly Extent[], labelColumns: number, left: number): number[] {
  const [first, last] = [leaves[0], leaves.at(-1)];
  const inner = leaves.slice(1).map((leaf, index) => ((leaves[index]?.right ?? 0) + leaf.left) / 2);
  const from = (first?.left ?? 0) - 1;
  const start = Math.min(left - 1, from - labelColumns * 10);
  const labels = range(labelColumns).map((column) => start + ((from - start) * column) / labelColumns);
  return [...labels, from, ...inner, (last?.right ?? 0) + 1];
}

function cellOf(
  row: number,
  column: number,
  columnSpan: number,
  atoms: readonly Atom[],
  xs: readonly number[]
): PartCell {
  const glyphs: readonly Glyph[] = atoms.flatMap((atom) => atom.glyphs);
  const lines = linesOf(glyphs);
  const left = Math.min(xs[column] ?? 0, ...atoms.map((atom) => atom.left));
  const right = Math.max(...atoms.map((atom) => atom.right), left);
  return { row, column, rowSpan: 1, columnSpan, text: textOfLines(lines, left, right), lines, left, right };
}
