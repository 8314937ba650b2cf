import type { Glyph, Ruling } from '../geometry.ts';
import type { TablePart } from '../table-part.ts';
import { atomsOf } from './atoms.ts';
import { blankSegments } from './blank.ts';
import { headAtFoot, labelsOf, type Row, rowsOf, type Segment, segmentsOf } from './segments.ts';
import { unruledTable } from './table.ts';
import type { UnruledColumns } from './unruled-columns.ts';

/** Each atom is compared with others near it; a full page has some hundreds. */
const MOST_ATOMS = 3_000;
/** Rows of several figures that make a part of a page a table, whether or not it can be read. */
const ROWS_OF_A_TABLE = 2;

export interface UnruledPage {
  readonly tables: readonly TablePart[];
  /** What stands in none of them. */
  readonly rest: readonly Glyph[];
  /** Whether a table is there whose cells cannot be told apart. */
  readonly doubtful: boolean;
  /** The head of a table at the page's end, whose figures may stand on the next page. */
  readonly foot: readonly Row[];
  /** Whether the head of the first table stands at the end of the page before. */
  readonly usesFoot: boolean;
  /** Whether figures without a label stand first, which may be the rest of numbers that the page before ends with. */
  readonly goesOnInFigures: boolean;
}

export interface PageBefore {
  readonly last: TablePart | undefined;
  readonly foot: readonly Row[];
}

/** The tables without ruling lines among a page's characters that no ruled table holds. */
export function unruledOn(
  page: number,
  glyphs: readonly Glyph[],
  rulings: readonly Ruling[],
  before: PageBefore
): UnruledPage {
  const atoms = atomsOf(glyphs);
  const nothing = { tables: [], rest: glyphs, doubtful: false, foot: [], usesFoot: false, goesOnInFigures: false };
  if (atoms.length > MOST_ATOMS) return nothing;
  const rows = rowsOf(atoms);
  const tables: TablePart[] = [];
  const taken = new Set<Glyph>();
  const add = (read: NonNullable<ReturnType<typeof unruledTable>>) => {
    tables.push(read.table);
    for (const atom of read.taken) for (const glyph of atom.glyphs) taken.add(glyph);
  };
  let doubtful = false;
  let usesFoot = false;
  const segments = segmentsOf(rows);
  for (const segment of segments) {
    const others = segments.flatMap((each) => (each === segment ? [] : labelsOf(each.body)));
    const first = tables.length === 0 && segment.atTop;
    const columns = first ? before.last?.unruled : undefined;
    const cut =
      first && before.foot.length > 0
        ? unruledTable(page, withFoot(segment, before.foot), rulings, undefined, others)
        : null;
    const read = cut ?? unruledTable(page, segment, rulings, columns, others);
    usesFoot ||= cut !== null;
    if (!read) {
      doubtful ||= looksLikeTable(segment);
      continue;
    }
    add(read);
  }
  const isFree = (row: Row) => row.every((atom) => atom.glyphs.every((glyph) => !taken.has(glyph)));
  const foot = headAtFoot(rows.filter(isFree));
  const labels = tables.flatMap(({ unruled }) => unruled?.labels ?? []);
  for (const segment of blankSegments(rows, labels)) {
    if (![...segment.head, ...segment.tail].every((row) => isFree(row) && !foot.includes(row))) continue;
    const read = unruledTable(page, segment, rulings, undefined, labels);
    if (read) add(read);
  }
  const rest = glyphs.filter((glyph) => !taken.has(glyph));
  return { tables, rest, doubtful, foot, usesFoot, goesOnInFigures: beginsInFigures(rows, before.last?.unruled) };
}

/** Whether the first figures of a page have no words beside them and stand where the figures of the table before do. */
function beginsInFigures(rows: readonly Row[], before: UnruledColumns | undefined): boolean {
  const first = rows.find((row) => row.some((atom) => atom.isFigure));
  const [from, to] = [before?.leaves[0]?.left, before?.leaves.at(-1)?.right];
  if (!first || !before?.endsWithFigures || from === undefined || to === undefined) return false;
  return first.every((atom) => atom.isFigure && atom.right > from - atom.size && atom.left < to + atom.size);
}

/** Points, more than any page is high: the words of another page are no lines of one cell with those of this one. */
const OTHER_PAGE = 100_000;

/** The segment with the words of its head that stand at the end of the page before. */
function withFoot(segment: Segment, foot: readonly Row[]): Segment {
  const above = foot.map((row) => row.map((atom) => ({ ...atom, baseline: atom.baseline - OTHER_PAGE })));
  return { ...segment, head: [...above, ...segment.head] };
}

function looksLikeTable({ body }: Segment): boolean {
  return body.filter((row) => row.filter((atom) => atom.isFigure).length > 1).length >= ROWS_OF_A_TABLE;
}
