import type { Block } from './block.ts';
import { type BoundaryRow, type Merge, tableFromBoundaries } from './boundary-grid.ts';
import { assertText, blocksOfFlow, type FlowItem, withPicture } from './flow.ts';
import { damaged, LIMITS, overLimit } from './limits.ts';

/** One cell of a row's definition; `right` in twips from the same origin as the row's `left`. */
export interface CellDefinition {
  readonly right: number;
  readonly horizontal: Merge;
  readonly vertical: Merge;
}

export interface RowDefinition {
  readonly left: number;
  readonly cells: readonly CellDefinition[];
}

/** A table being read: its rows so far, the cells of the open row, and what stands in the open cell. */
interface OpenTable {
  readonly rows: BoundaryRow[];
  cells: FlowItem[][];
  cell: FlowItem[];
  picture: Picture;
}

/** Whether what is read shows a picture: in a line, or floating over it. */
type Picture = 'none' | 'floating' | 'inline';

const DEEPEST_TABLE = 50;

/**
 * Builds blocks from the stream Word's formats (.doc, .rtf) share: text ended by paragraph, cell and row marks,
 * each at a depth of tables in tables (0: outside any).
 */
export class WordFlow {
  readonly #items: FlowItem[] = [];
  /** The open tables, outermost first. */
  readonly #open: OpenTable[] = [];
  #text = '';
  /** In the open paragraph. */
  #picture: Picture = 'none';
  #hasPicture = false;
  #cells = 0;
  #paragraphs = 0;
  readonly #endsOpenRows: boolean;

  /** `endsOpenRows`: the end of a table also ends its open row, for writers that forget to; else it is damage. */
  constructor({ endsOpenRows = false } = {}) {
    this.#endsOpenRows = endsOpenRows;
  }

  /** Visible text. A line feed is a line's end inside a paragraph. */
  add(text: string): void {
    this.#text += text;
  }

  addPicture(floating: boolean): void {
    this.#picture = strongest(this.#picture, floating ? 'floating' : 'inline');
    // A floating one may be a text box, whose text is not read.
    this.#hasPicture ||= !floating;
  }

  endParagraph(depth: number): void {
    if (++this.#paragraphs > LIMITS.paragraphs) throw overLimit('paragraphs');
    const text = this.#takeText();
    const table = this.#at(depth);
    const picture = this.#takePicture();
    if (!table) {
      this.#lines(text);
      return;
    }
    table.picture = strongest(table.picture, picture);
    if (text.trim() !== '') table.cell.push(text);
  }

  endCell(depth: number): void {
    if (++this.#cells > LIMITS.cells) throw overLimit('cells');
    const text = this.#takeText();
    const table = this.#at(Math.max(depth, 1));
    if (!table) return;
    const picture = strongest(table.picture, this.#takePicture());
    const items = text.trim() === '' ? table.cell : [...table.cell, text];
    table.cells.push(picture === 'none' ? items : [...withPicture(items, picture === 'floating')]);
    table.cell = [];
    table.picture = 'none';
  }

  /** Ends a row. `removed`: its end is hidden or deleted, so a row without visible content is no row at all. */
  endRow(depth: number, definition: RowDefinition | null, removed = false): void {
    this.#takeText();
    this.#takePicture();
    const table = this.#at(Math.max(depth, 1));
    if (!table) return;
    const { cells } = table;
    table.cells = [];
    table.cell = [];
    table.picture = 'none';
    if (cells.length === 0 || (removed && cells.every((items) => items.length === 0))) return;
    table.rows.push(definedRow(cells, definition));
  }

  /** Throws `document.scan` when there are pictures and no text. */
  finish(): Block[] {
    if (this.#text !== '') this.endParagraph(0);
    this.#close(0);
    const blocks = blocksOfFlow(this.#items);
    if (this.#hasPicture) assertText(blocks);
    return blocks;
  }

  #takeText(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  #takePicture(): Picture {
    const picture = this.#picture;
    this.#picture = 'none';
    return picture;
  }

  #lines(text: string): void {
    for (const line of text.split('\n')) {
      if (line.trim() !== '') this.#items.push(line);
    }
  }

  /** The open table of a depth, or undefined outside tables; deeper ones are closed, missing ones opened. */
  #at(depth: number): OpenTable | undefined {
    if (depth > DEEPEST_TABLE) throw damaged('table-depth');
    this.#close(depth);
    while (this.#open.length < depth) this.#open.push({ rows: [], cells: [], cell: [], picture: 'none' });
    return this.#open.at(-1);
  }

  #close(depth: number): void {
    while (this.#open.length > depth) {
      const table = this.#open.pop();
      if (!table) return;
      if (table.cells.length > 0) this.#endOpenRow(table);
      const outer = this.#open.at(-1)?.cell ?? this.#items;
      if (table.rows.length > 0) outer.push(tableFromBoundaries(table.rows));
      // What never reached a cell's end stands below the table.
      for (const item of table.cell) {
        if (typeof item === 'string' && outer === this.#items) this.#lines(item);
        else outer.push(item);
      }
    }
  }

  #endOpenRow(table: OpenTable): void {
    if (!this.#endsOpenRows) throw damaged('table-row-open');
    if (table.cell.length > 0) table.cells.push(table.cell);
    table.rows.push(definedRow(table.cells, null));
    table.cell = [];
  }
}

function strongest(one: Picture, other: Picture): Picture {
  if (one === 'inline' || other === 'inline') return 'inline';
  return one === 'none' ? other : one;
}

/** A row; `cells` hold what stands in each, blank ones nothing. */
function definedRow(cells: readonly FlowItem[][], definition: RowDefinition | null): BoundaryRow {
  // Without a definition for each cell the edges are unknown; edges that go nowhere make the grid count cells.
  if (!definition || definition.cells.length < cells.length) {
    return cells.map((items) => ({ items, left: 0, right: 0, horizontal: 'none', vertical: 'none' }));
  }
  let left = definition.left;
  return definition.cells.slice(0, cells.length).map((cell, index) => {
    const from = left;
    left = cell.right;
    return { ...cell, left: from, items: cells[index] ?? [] };
  });
}
