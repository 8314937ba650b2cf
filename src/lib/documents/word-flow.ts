import type { DocumentContent } from './block.ts';
import { type BoundaryRow, type Merge, tableFromBoundaries } from './boundary-grid.ts';
import type { Colour } from './colour.ts';
import { assertText, blocksOfFlow, figuresAfloat, type FlowItem, type FlowTable, withPicture } from './flow.ts';
import { damaged, LIMITS, overLimit } from './limits.ts';
import { isFigure, listedText } from './text-signs.ts';

/** One cell of a row's definition; `right` in twips from the same origin as the row's `left`. */
export interface CellDefinition {
  readonly right: number;
  readonly horizontal: Merge;
  readonly vertical: Merge;
  /** The colour that fills it. */
  readonly paper?: Colour | undefined;
}

/** What can be told only on its paper: Word's formats state the colour of a cell after all that stands in it. */
export type OnPaper<T> = (paper: Colour | undefined) => T;

export interface RowDefinition {
  readonly left: number;
  readonly cells: readonly CellDefinition[];
}

/** A table being read: its rows so far, the cells of the open row, and what stands in the open cell. */
interface OpenTable {
  readonly rows: OnPaper<BoundaryRow>[];
  cells: OpenCell[];
  cell: OnPaper<FlowItem>[];
  picture: Picture;
}

interface OpenCell {
  readonly items: readonly OnPaper<FlowItem>[];
  readonly picture: Picture;
}

/** Whether what is read shows a picture: in a line, or floating over it. */
type Picture = 'none' | 'floating' | 'inline';

const DEEPEST_TABLE = 50;
const NO_CELL: CellDefinition = { right: 0, horizontal: 'none', vertical: 'none' };

/**
 * Builds blocks from the stream Word's formats (.doc, .rtf) share: text ended by paragraph, cell and row marks,
 * each at a depth of tables in tables (0: outside any).
 */
export class WordFlow {
  readonly #items: FlowItem[] = [];
  /** The open tables, outermost first. */
  readonly #open: OpenTable[] = [];
  #line: (string | OnPaper<string>)[] = [];
  /** In the open paragraph. */
  #picture: Picture = 'none';
  /** A list shows its number or bullet before the open paragraph. */
  #listed = false;
  #hasPicture = false;
  /** What stands in text boxes that are anchored in the open paragraph. */
  #boxed: FlowItem[] = [];
  /** What stood in those outside the tables. */
  readonly #afloat: FlowItem[] = [];
  #cells = 0;
  #paragraphs = 0;
  readonly #endsOpenRows: boolean;

  /** `endsOpenRows`: the end of a table also ends its open row, for writers that forget to; else it is damage. */
  constructor({ endsOpenRows = false } = {}) {
    this.#endsOpenRows = endsOpenRows;
  }

  /** Visible text. A line feed is a line's end inside a paragraph. */
  add(text: string | OnPaper<string>): void {
    this.#line.push(text);
  }

  addPicture(floating: boolean): void {
    this.#picture = strongest(this.#picture, floating ? 'floating' : 'inline');
    // A floating one may be a text box, whose text is not read.
    this.#hasPicture ||= !floating;
  }

  setListed(): void {
    this.#listed = true;
  }

  /** What a text box holds that is anchored in the open paragraph: it comes after it. */
  addBox(box: WordFlow): void {
    box.#end();
    for (const item of box.#items) this.#boxed.push(item);
    this.#hasPicture ||= box.#hasPicture;
    this.#paragraphs += box.#paragraphs;
    this.#cells += box.#cells;
  }

  endParagraph(depth: number): void {
    if (++this.#paragraphs > LIMITS.paragraphs) throw overLimit('paragraphs');
    const line = this.#takeLine(depth > 0);
    const table = this.#at(depth);
    const picture = this.#takePicture();
    const boxed = this.#takeBoxed();
    if (!table) {
      this.#lines(line(undefined));
      for (const item of boxed) {
        this.#items.push(item);
        this.#afloat.push(item);
      }
      return;
    }
    table.picture = strongest(table.picture, picture);
    if (!isBlank(line)) table.cell.push(line);
    for (const item of boxed) table.cell.push(() => item);
  }

  endCell(depth: number): void {
    if (++this.#cells > LIMITS.cells) throw overLimit('cells');
    const line = this.#takeLine(true);
    const table = this.#at(Math.max(depth, 1));
    if (!table) return;
    const picture = strongest(table.picture, this.#takePicture());
    const boxed = this.#takeBoxed().map((item) => () => item);
    table.cells.push({ items: [...table.cell, ...(isBlank(line) ? [] : [line]), ...boxed], picture });
    table.cell = [];
    table.picture = 'none';
  }

  /** Ends a row. `removed`: its end is hidden or deleted, so a row without visible content is no row at all. */
  endRow(depth: number, definition: RowDefinition | null, removed = false): void {
    this.#takeLine(false);
    this.#takePicture();
    this.#takeBoxed();
    const table = this.#at(Math.max(depth, 1));
    if (!table) return;
    const { cells } = table;
    table.cells = [];
    table.cell = [];
    table.picture = 'none';
    if (
      cells.length === 0 ||
      (removed && cells.every(({ items, picture }) => items.length === 0 && picture === 'none'))
    )
      return;
    table.rows.push(definedRow(cells, definition));
  }

  /** Throws `document.scan` when there are pictures and no text. */
  finish(): Pick<DocumentContent, 'blocks' | 'issues'> {
    this.#end();
    const blocks = blocksOfFlow(this.#items);
    if (this.#hasPicture) assertText(blocks);
    return { blocks, issues: figuresAfloat(this.#afloat) };
  }

  #end(): void {
    if (this.#line.length > 0) this.endParagraph(0);
    this.#close(0);
  }

  #takeBoxed(): FlowItem[] {
    const boxed = this.#boxed;
    this.#boxed = [];
    return boxed;
  }

  /** `inCell`: there the number of a list counts without any text, too. */
  #takeLine(inCell: boolean): OnPaper<string> {
    const [parts, listed] = [this.#line, this.#listed];
    this.#line = [];
    this.#listed = false;
    return (paper) => {
      const line = parts.map((part) => (typeof part === 'string' ? part : part(paper))).join('');
      return listed && (inCell || isFigure(line)) ? listedText(line) : line;
    };
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
      const { rows } = table;
      const whole: OnPaper<FlowTable> = (paper) => tableFromBoundaries(rows.map((row) => row(paper)));
      // What never reached a cell's end stands below the table.
      const items = rows.length > 0 ? [whole, ...table.cell] : table.cell;
      const outer = this.#open.at(-1);
      if (outer) outer.cell.push(...items);
      else for (const item of items) this.#item(item(undefined));
    }
  }

  #item(item: FlowItem): void {
    if (typeof item === 'string') this.#lines(item);
    else this.#items.push(item);
  }

  #endOpenRow(table: OpenTable): void {
    if (!this.#endsOpenRows) throw damaged('table-row-open');
    if (table.cell.length > 0) table.cells.push({ items: table.cell, picture: 'none' });
    table.rows.push(definedRow(table.cells, null));
    table.cell = [];
  }
}

function strongest(one: Picture, other: Picture): Picture {
  if (one === 'inline' || other === 'inline') return 'inline';
  return one === 'none' ? other : one;
}

function isBlank(line: OnPaper<string>): boolean {
  return line(undefined).trim() === '';
}

/** A row; `cells` hold what stands in each, blank ones nothing. */
function definedRow(cells: readonly OpenCell[], definition: RowDefinition | null): OnPaper<BoundaryRow> {
  // Without a definition for each cell the edges are unknown; edges that go nowhere make the grid count cells.
  if (!definition || definition.cells.length < cells.length) {
    return (paper) =>
      cells.map((cell) => ({ items: itemsOf(cell, paper), left: 0, right: 0, horizontal: 'none', vertical: 'none' }));
  }
  const { left, cells: defined } = definition;
  return (paper) =>
    cells.map((cell, index) => {
      const { right, horizontal, vertical, paper: own } = defined[index] ?? NO_CELL;
      const from = index === 0 ? left : (defined[index - 1]?.right ?? left);
      return { items: itemsOf(cell, own ?? paper), left: from, right, horizontal, vertical };
    });
}

function itemsOf({ items, picture }: OpenCell, paper: Colour | undefined): readonly FlowItem[] {
  const read = items.map((item) => item(paper));
  return picture === 'none' ? read : withPicture(read, picture === 'floating');
}
