import { goesOn, isFull } from './lines.ts';
import type { PartCell, TablePart } from './table-part.ts';

/** A cell of a table that may run over several pages. Edges are measured from the table's left side. */
export interface JoinedCell {
  row: number;
  rowSpan: number;
  readonly left: number;
  readonly right: number;
  text: string;
  readonly page: number;
  /** The piece of the cell that stands on the table's last page so far. */
  last: PartCell;
}

export interface JoinedTable {
  readonly page: number;
  readonly top: number;
  lastPart: TablePart;
  rows: number;
  /** Column edges, from the table's left side. */
  readonly edges: number[];
  readonly cells: JoinedCell[];
}

/** Points by which a column's edge may differ between two pages. */
const SAME_EDGE = 3;
/** Rows that a repeated header may have. */
const MOST_HEADER_ROWS = 5;

export function beginTable(part: TablePart): JoinedTable {
  const edges = part.grid.xs.map((x) => x - part.grid.left);
  const rows = part.grid.ys.length - 1;
  const table: JoinedTable = { page: part.page, top: part.grid.top, lastPart: part, rows, edges, cells: [] };
  table.cells.push(...part.cells.map((cell) => joinedCell(cell, part, edges, 0)));
  return table;
}

/**
 * Adds the part of a table that stands on the next page, when its columns agree. A header that the page repeats is
 * left out; a row or a cell that the page break cuts is put together again. Gives false when the part is another table.
 */
export function continueTable(table: JoinedTable, part: TablePart): boolean {
  const own = part.grid.xs.map((x) => x - part.grid.left);
  const snapped = own.map((edge) => table.edges.find((other) => Math.abs(other - edge) <= SAME_EDGE) ?? edge);
  const added = snapped.filter((edge) => !table.edges.includes(edge));
  const shared = snapped.length - added.length;
  const sameSides = table.edges.includes(snapped[0] ?? NaN) && table.edges.at(-1) === snapped.at(-1);
  // One page may lack an edge that spans hide there, but not each page another one.
  if (!sameSides || (added.length > 0 && shared < table.edges.length) || new Set(snapped).size < snapped.length)
    return false;

  const cells = part.cells.map((cell) => joinedCell(cell, part, snapped, 0));
  const header = repeatedHeader(table, cells);
  for (const cell of cells) cell.row -= header;
  const body = cells.filter((cell) => cell.row >= 0);
  joinAtBreak(table, part, body, header === 0);
  table.edges.push(...added);
  table.edges.sort((a, b) => a - b);
  table.lastPart = part;
  return true;
}

function joinedCell(cell: PartCell, part: TablePart, edges: readonly number[], firstRow: number): JoinedCell {
  return {
    row: firstRow + cell.row,
    rowSpan: cell.rowSpan,
    left: edges[cell.column] ?? 0,
    right: edges[cell.column + cell.columnSpan] ?? 0,
    text: cell.text,
    page: part.page,
    last: cell
  };
}

/** How many rows at the part's top repeat the table's first rows. Rows with figures are never taken for a header. */
function repeatedHeader(table: JoinedTable, cells: readonly JoinedCell[]): number {
  let repeated = 0;
  for (let rows = 1; rows <= MOST_HEADER_ROWS; rows++) {
    const [ours, theirs] = [headOf(table.cells, rows), headOf(cells, rows)];
    if (ours && theirs && ours === theirs) repeated = rows;
  }
  return repeated;
}

/** The first rows as text, or undefined when a cell reaches beyond them or holds a figure. */
function headOf(cells: readonly JoinedCell[], rows: number): string | undefined {
  const head = cells.filter((cell) => cell.row < rows);
  if (head.every((cell) => cell.text.trim() === '')) return undefined;
  if (head.some((cell) => cell.row + cell.rowSpan > rows || isNumber(cell.text))) return undefined;
  return head
    .map((cell) => [cell.row, cell.rowSpan, cell.left, cell.right, cell.text.replace(/\s/g, '')].join('\t'))
    .join('\n');
}

function isNumber(text: string): boolean {
  return /^[\s\d.,-]*\d[\s\d.,-]*$/.test(text.normalize('NFKC'));
}

interface Pair {
  readonly above: JoinedCell;
  readonly below: JoinedCell;
}

/** Appends the body's rows; the first may be the rest of the table's last row. */
function joinAtBreak(table: JoinedTable, part: TablePart, body: readonly JoinedCell[], atTop: boolean): void {
  const lastRow = table.cells.filter((cell) => cell.row + cell.rowSpan === table.rows);
  const firstRow = body.filter((cell) => cell.row === 0);
  const pairs = firstRow.flatMap((below): Pair[] => {
    const above = lastRow.find((cell) => cell.left === below.left && cell.right === below.right);
    return above ? [{ above, below }] : [];
  });
  const open = (pair: Pair) => atTop && isOpen(table.lastPart, pair.above, part, pair.below);
  const complete = pairs.length > 0 && pairs.length === firstRow.length && pairs.length === lastRow.length;
  // Without lines a cell's width is not known, and so not which of its lines are full: the part itself tells then.
  const rowIsCut = complete && (part.restOfRow === true || (!part.unruled && (pairs.every(open) || restOfRow(pairs))));
  const offset = rowIsCut ? table.rows - 1 : table.rows;
  const headingIsCut = !complete && !part.unruled && restOfHeading(pairs);

  const joined = new Set<JoinedCell>();
  for (const pair of pairs) {
    if (!rowIsCut && !headingIsCut && !open(pair) && !restOfSpan(pair)) continue;
    const { above, below } = pair;
    above.text = joinTexts(pair);
    above.rowSpan += below.rowSpan - (rowIsCut ? 1 : 0);
    above.last = below.last;
    joined.add(below);
  }
  let rows = offset;
  for (const cell of body) {
    rows = Math.max(rows, offset + cell.row + cell.rowSpan);
    if (joined.has(cell)) continue;
    cell.row += offset;
    table.cells.push(cell);
  }
  table.rows = Math.max(rows, table.rows);
}

/**
 * Whether the cell goes on: no line closes it at the first page's end, and either none opens it on the next page or
 * lines are drawn beside it, for the cells that do end.
 */
function isOpen(upper: TablePart, above: JoinedCell, lower: TablePart, below: JoinedCell): boolean {
  const { openBottom } = upper.grid;
  if (openBottom[above.last.column] !== true) return false;
  return lower.grid.openTop[below.last.column] === true || openBottom.includes(false);
}

/**
 * Where lines are drawn on both sides of the break, a row is the rest of the one before when each of its texts goes
 * on from a full line above, and other cells with content above are blank in it. Often nothing but the row's lower
 * padding is left for the next page.
 */
function restOfRow(pairs: readonly Pair[]): boolean {
  const written = pairs.filter(({ below }) => below.text.trim() !== '');
  const blank = pairs.filter(({ above, below }) => below.text.trim() === '' && above.text.trim() !== '');
  return (
    blank.length > 0 &&
    written.every((pair) => followsFullLine(pair) && (isNumber(pair.below.text) || !beginsItem(pair)))
  );
}

/**
 * Headings of several rows, cut by the break between their rows: where the columns below are the same as above, there
 * is only the rest of words above, or nothing.
 */
function restOfHeading(pairs: readonly Pair[]): boolean {
  return (
    pairs.some((pair) => pair.above.text.trim() !== '') &&
    pairs.every((pair) => !isNumber(pair.above.text) && (pair.below.text.trim() === '' || continuesText(pair)))
  );
}

/** A label beside several rows, cut by the break: nothing in it on the second page, or the rest of its words. */
function restOfSpan(pair: Pair): boolean {
  const { above, below } = pair;
  if (below.text.trim() === '') return below.rowSpan > 1 && above.text.trim() !== '';
  return (above.rowSpan > 1 || below.rowSpan > 1) && continuesText(pair);
}

/** Also true of a number that is cut; its digits are then not joined, so that the cell is doubted. */
function followsFullLine({ above, below }: Pair): boolean {
  const [line, next] = [above.last.lines.at(-1), below.last.lines[0]];
  return line !== undefined && next !== undefined && isFull(line, next, above.last.left, above.last.right);
}

/** How an item of a list begins: such a text goes on with nothing. */
const ITEM = /^[（(]?(?:[一二三四五六七八九十]+|\d{1,2})[）).．、]/;

const beginsItem = ({ below }: Pair) => ITEM.test(below.text.normalize('NFKC'));

function continuesText(pair: Pair): boolean {
  const { above, below } = pair;
  if (isNumber(below.text) || beginsItem(pair)) return false;
  const [line, next] = [above.last.lines.at(-1), below.last.lines[0]];
  return line !== undefined && next !== undefined && goesOn(line, next, above.last.left, above.last.right);
}

function joinTexts(pair: Pair): string {
  const { above, below } = pair;
  if (above.text === '' || below.text === '') return above.text + below.text;
  return above.text + (continuesText(pair) ? '' : '\n') + below.text;
}
