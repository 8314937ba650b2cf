import type { Block, Table, TableCell } from '../documents/block.ts';
import type { Place } from '../report/place.ts';

export interface ExcerptCell {
  readonly text: string;
  readonly marked: boolean;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A line of text, cut where the cell's own text begins and ends. */
export interface ExcerptLine {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** What stands around a place of a document, as plain text. */
export type Excerpt =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly ExcerptCell[])[] }
  | { readonly kind: 'lines'; readonly lines: readonly ExcerptLine[] };

const LONGEST = 300;
const LINES_BEFORE = 3;
/** With one cell a line and blank lines between, a row's label stands some lines above its last cell. */
const MOST_LINES_BEFORE = 30;
const LINES_AFTER = 8;

/**
 * The table row at a place with the rows next to it, or the lines around it; null when the place is not among the
 * blocks. `text`: what the cell holds, marked inside its line when it stands there only once.
 */
export function excerptAt(blocks: readonly Block[], place: Place, text: string | null): Excerpt | null {
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'table') {
      const cell = block.cells.find((each) => samePlace(each.place, place));
      if (cell) return rowsAround(block, cell);
    } else if (samePlace(block.place, place)) return linesAround(blocks, index, text);
  }
  return null;
}

const KEYS = ['page', 'sheet', 'table', 'row', 'column', 'line', 'paragraph'] as const;

export function samePlace(one: Place, other: Place): boolean {
  return KEYS.every((key) => one[key] === other[key]);
}

function rowsAround({ cells, rows }: Table, chosen: TableCell): Excerpt {
  const first = Math.max(0, chosen.row - 1);
  const end = Math.min(rows, chosen.row + chosen.rowSpan + 1);
  const numbers = Array.from({ length: end - first }, (_, index) => first + index);
  return {
    kind: 'rows',
    rows: numbers.map((row) =>
      cells
        // A cell that began above comes with the first row that is shown.
        .filter((cell) => cell.row === row || (row === first && cell.row < first && cell.row + cell.rowSpan > first))
        .sort((one, other) => one.column - other.column)
        .map((cell) => ({
          text: shortened(cell.text),
          marked: cell === chosen,
          rowSpan: Math.max(1, Math.min(cell.row + cell.rowSpan, end) - row),
          columnSpan: cell.columnSpan
        }))
    )
  };
}

function linesAround(blocks: readonly Block[], index: number, text: string | null): Excerpt {
  const first = Math.min(Math.max(0, index - LINES_BEFORE), lineOfLabel(blocks, index));
  const around = blocks.slice(first, index + LINES_AFTER + 1);
  return {
    kind: 'lines',
    lines: around.flatMap((block, offset) => {
      if (block.kind === 'table') return [];
      return [first + offset === index ? markedLine(block.text, text) : plainLine(block.text)];
    })
  };
}

/** The nearest line with words in it, above a line or that line itself; the line itself where there is none. */
function lineOfLabel(blocks: readonly Block[], index: number): number {
  for (let at = index; at >= Math.max(0, index - MOST_LINES_BEFORE); at -= 1) {
    const block = blocks[at];
    if (block?.kind === 'paragraph' && /\p{L}/u.test(block.text)) return at;
  }
  return index;
}

function plainLine(text: string): ExcerptLine {
  return { before: shortened(text), marked: '', after: '' };
}

function markedLine(line: string, text: string | null): ExcerptLine {
  const part = text?.trim() ?? '';
  const at = part === '' ? -1 : line.indexOf(part);
  if (at < 0 || line.indexOf(part, at + 1) >= 0) return { before: '', marked: shortened(line), after: '' };
  return {
    before: shortenedFront(line.slice(0, at)),
    marked: shortened(part),
    after: shortened(line.slice(at + part.length))
  };
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function shortenedFront(text: string): string {
  return text.length > LONGEST ? `…${text.slice(-LONGEST)}` : text;
}
