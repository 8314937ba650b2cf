import type { Block, Paragraph, Table } from '../block.ts';
import { LIMITS, overLimit } from '../limits.ts';
import { beginTable, continueTable, type JoinedTable } from './join-tables.ts';
import type { Line } from './lines.ts';
import type { PageParts } from './page.ts';

interface OpenParagraph {
  text: string;
  readonly page: number;
  last: Line;
  lastPage: number;
}

type Item =
  | { readonly kind: 'table'; readonly table: JoinedTable }
  | { readonly kind: 'paragraph'; readonly paragraph: OpenParagraph };

/** Of the font size: lines further apart are not one paragraph. */
const WIDEST_PITCH = 2.4;
/** Of the font size: a line that starts further in than its page's text starts a paragraph. */
const INDENT = 1;

/** Of the font size: a line that leaves less room than this at its end is full. */
const LEAST_ROOM = 1.6;

/** The document's blocks in reading order, with tables and paragraphs put together over page breaks. */
export function blocksOf(pages: readonly PageParts[]): Block[] {
  const items: Item[] = [];
  const margins = marginsOf(pages);
  for (const page of pages) {
    let onPage = 0;
    for (const part of inOrder(page)) {
      const previous = items.at(-1);
      onPage++;
      if ('grid' in part) {
        const goesOnFromBefore =
          previous?.kind === 'table' && onPage === 1 && previous.table.lastPart.page === page.page - 1;
        if (goesOnFromBefore && continueTable(previous.table, part)) continue;
        items.push({ kind: 'table', table: beginTable(part) });
      } else if (previous?.kind === 'paragraph' && isSameParagraph(previous.paragraph, part, page.page, margins)) {
        previous.paragraph.text += part.text;
        previous.paragraph.last = part;
        previous.paragraph.lastPage = page.page;
      } else {
        items.push({
          kind: 'paragraph',
          paragraph: { text: part.text, page: page.page, last: part, lastPage: page.page }
        });
      }
    }
  }
  return numbered(items);
}

type Part = Line | PageParts['tables'][number];

function inOrder(page: PageParts): Part[] {
  const topOf = (part: Part) => ('grid' in part ? part.grid.top : part.baseline - part.size);
  return [...page.tables, ...page.lines].sort((a, b) => topOf(a) - topOf(b));
}

interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Where the document's running text begins and ends: the left side most lines share, and the furthest right. */
function marginsOf(pages: readonly PageParts[]): Margins {
  const lines = pages.flatMap((page) => page.lines.filter((line) => line.parts.length === 1 && line.text.length > 8));
  const counts = new Map<number, number>();
  for (const line of lines) {
    const left = Math.round(line.left);
    counts.set(left, (counts.get(left) ?? 0) + 1);
  }
  const [left = 0] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [];
  return { left, right: lines.reduce((most, line) => Math.max(most, line.right), left) };
}

function isSameParagraph(before: OpenParagraph, line: Line, page: number, margins: Margins): boolean {
  const { last } = before;
  const onOnePage = before.lastPage === page;
  if (last.parts.length > 1 || line.parts.length > 1) return false;
  if (Math.abs(last.size - line.size) > line.size * 0.15) return false;
  if (onOnePage && line.baseline - last.baseline > WIDEST_PITCH * line.size) return false;
  const indented = line.left > margins.left + INDENT * line.size;
  if (indented && !isCentred(last, line)) return false;
  // A full line reaches the right margin, short of what the next character and a hanging comma need.
  return margins.right - last.right < line.size * LEAST_ROOM;
}

/** Both lines have their middle in the same place: a title of two lines. The second one is then the shorter. */
function isCentred(before: Line, line: Line): boolean {
  return Math.abs(before.left + before.right - line.left - line.right) < line.size * 0.5 && line.right < before.right;
}

function numbered(items: readonly Item[]): Block[] {
  let [tables, paragraphs, cells] = [0, 0, 0];
  return items.map((item): Block => {
    if (item.kind === 'paragraph') return paragraphBlock(item.paragraph, ++paragraphs);
    cells += item.table.cells.length;
    if (cells > LIMITS.cells) throw overLimit('cells');
    return tableBlock(item.table, ++tables);
  });
}

function paragraphBlock({ text, page }: OpenParagraph, paragraph: number): Paragraph {
  return { kind: 'paragraph', text, place: { page, paragraph } };
}

function tableBlock(joined: JoinedTable, table: number): Table {
  const columnAt = new Map(joined.edges.map((edge, column) => [edge, column]));
  const cells = joined.cells.map((cell) => {
    const column = columnAt.get(cell.left) ?? 0;
    return {
      row: cell.row,
      column,
      rowSpan: cell.rowSpan,
      columnSpan: (columnAt.get(cell.right) ?? column + 1) - column,
      text: cell.text,
      place: { page: cell.page, table, row: cell.row + 1, column: column + 1 }
    };
  });
  cells.sort((a, b) => a.row - b.row || a.column - b.column);
  return {
    kind: 'table',
    rows: joined.rows,
    columns: joined.edges.length - 1,
    cells,
    place: { page: joined.page, table }
  };
}
