import { line, pdf, text } from '../../unit/documents/build-pdf.ts';
import { edgesOf, placed, type Grid, type Paper, type PaperCell, type PaperTable } from '../paper.ts';

const LEFT = 40;
const TOP = 800;
const BOTTOM = 40;
const WIDTH = 515;
const SIZE = 6;
const LEADING = 8;
const PADDING = 3;

const widthOf = (content: string): number =>
  [...content].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x80 ? SIZE / 2 : SIZE), 0);

/** The text in lines that fit, as a word processor breaks Chinese. */
function wrapped(content: string, width: number): string[] {
  return content.split('\n').flatMap((part) => {
    const lines: string[] = [];
    let current = '';
    for (const sign of part) {
      if (current !== '' && widthOf(current + sign) > width) {
        lines.push(current);
        current = '';
      }
      current += sign;
    }
    return [...lines, current];
  });
}

/** Draws from the top of a page down, and begins another when it is full. */
class Pages {
  readonly pages: string[] = [''];
  #y = TOP;

  #draw(operators: string): void {
    this.pages.push((this.pages.pop() ?? '') + operators);
  }

  #room(height: number): void {
    if (this.#y - height >= BOTTOM) return;
    this.pages.push('');
    this.#y = TOP;
  }

  line(content: string): void {
    for (const part of wrapped(content, WIDTH)) {
      this.#room(LEADING * 2);
      if (part !== '') this.#draw(text(part, LEFT, this.#y - LEADING, { size: SIZE }));
      this.#y -= LEADING * 1.5;
    }
  }

  table(table: PaperTable): void {
    const grid = placed(table);
    const edges = edgesOf(grid.columns, WIDTH);
    const left = (column: number) => LEFT + (edges[column] ?? WIDTH);
    const heights = rowHeights(grid, edges);
    grid.rows.forEach((row, index) => {
      const height = heights[index] ?? LEADING;
      const before = this.pages.length;
      this.#room(height);
      const top = this.#y;
      const bottom = top - height;
      for (const { cell, column, columnSpan, continued, rowsLeft } of row) {
        const from = left(column);
        const to = left(column + columnSpan);
        this.#draw(line(from, top, from, bottom) + line(to, top, to, bottom));
        // A cell cut by the page's end is closed there, and opened again on the next page.
        if (!continued || this.pages.length > before) this.#draw(line(from, top, to, top));
        const next = heights[index + 1] ?? 0;
        if (rowsLeft === 1 || bottom - next < BOTTOM) this.#draw(line(from, bottom, to, bottom));
        if (!continued) this.#cell(cell, from + PADDING, top - LEADING, to - from - 2 * PADDING);
      }
      this.#y = bottom;
    });
    this.#y -= LEADING;
  }

  #cell(cell: PaperCell, x: number, y: number, width: number): void {
    const lines = wrapped(cell.text, width);
    lines.forEach((part, index) => {
      if (part !== '') this.#draw(text(part, x, y - index * LEADING, { size: SIZE }));
    });
    if (cell.raised !== undefined) {
      const at = y - (lines.length - 1) * LEADING + SIZE / 3;
      this.#draw(text(cell.raised, x + widthOf(lines.at(-1) ?? ''), at, { size: SIZE * 0.6 }));
    }
  }
}

/** Each row is as high as its own cells need; what a cell over several rows needs more goes to its last. */
function rowHeights({ rows }: Grid, edges: readonly number[]): number[] {
  const heights = rows.map(() => LEADING + 2 * PADDING);
  const need = (cell: PaperCell, width: number): number =>
    wrapped(cell.text, width - 2 * PADDING).length * LEADING + 2 * PADDING;
  rows.forEach((row, index) => {
    for (const { cell, column, columnSpan, continued, rowsLeft } of row) {
      if (continued) continue;
      const wanted = need(cell, (edges[column + columnSpan] ?? WIDTH) - (edges[column] ?? 0));
      const last = index + rowsLeft - 1;
      const above = heights.slice(index, last).reduce((sum, height) => sum + height, 0);
      heights[last] = Math.max(heights[last] ?? 0, wanted - above);
    }
  });
  return heights;
}

/** A PDF with ruled tables over as many pages as it needs, its fonts left out. */
export function writePdf(paper: Paper): Uint8Array {
  const drawn = new Pages();
  for (const block of paper) {
    if (typeof block === 'string') drawn.line(block);
    else drawn.table(block);
  }
  return pdf(drawn.pages);
}
