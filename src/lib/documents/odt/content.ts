import { type Colour, isPale } from '../colour.ts';
import type { FlowItem } from '../flow.ts';
import { LIMITS } from '../limits.ts';
import { signedText } from '../text-signs.ts';
import type { XmlElement, XmlEvents } from '../xml.ts';
import { Frame } from './frame.ts';
import type { TextFormat, TextStyles } from './styles.ts';
import { OpenTable, type WrittenCell } from './table.ts';
import { isHidden, PICTURES, UNREAD } from './unread.ts';

const BLANKS = /[\t\r\n ]+/g;
/** A run of blanks longer than any layout by blanks has. */
const MOST_BLANKS = 1_000;
/** A colour of its own on itself. */
const ASKED: Colour = 'asked';

interface OpenCell extends Omit<WrittenCell, 'items'> {
  readonly frame: Frame;
  readonly paper: Colour | undefined;
}

interface TableFrame {
  readonly table: OpenTable;
  /** Behind all its cells, and behind those of the open row. */
  readonly paper: Colour | undefined;
  rowPaper: Colour | undefined;
  row: WrittenCell[];
  rowRepeated: number;
  cell: OpenCell | undefined;
}

/** Collects the visible content of a document's text. */
export class ContentReader implements XmlEvents {
  readonly #body = new Frame();
  readonly #frames: Frame[] = [this.#body];
  readonly #tables: TableFrame[] = [];
  /** The open drawing stands over the text and not in a line of it. */
  #floats = false;
  hasPicture = false;
  /** What text boxes outside the tables hold. */
  readonly afloat: FlowItem[] = [];

  constructor(private readonly styles: TextStyles) {}

  get items(): readonly FlowItem[] {
    return this.#body.items;
  }

  open(element: XmlElement): 'skip' | undefined {
    const { name } = element;
    if (name === 'table:covered-table-cell')
      this.#table?.row.push({ ...this.#spans(element), covered: true, items: [] });
    if (PICTURES.has(name)) this.#picture();
    if (UNREAD.has(name) || isHidden(element)) return 'skip';
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#startParagraph(element);
        break;
      case 'text:list-item':
      case 'text:numbered-paragraph':
        this.#frame.listed = true;
        break;
      case 'text:span':
        this.#frame.spans.push(this.styles.format('text', element.attribute('text:style-name')));
        break;
      case 'text:placeholder':
        // What it asks for while nobody has filled it in is no figure that somebody gave.
        this.#frame.spans.push({ ink: ASKED, paper: ASKED });
        break;
      case 'text:s':
        this.#add(' '.repeat(Math.min(countOf(element, 'text:c'), MOST_BLANKS)));
        break;
      case 'text:tab':
        this.#add('\t');
        break;
      case 'text:line-break':
        if (this.#frame.line !== undefined && this.#isShown) this.#frame.endLine('');
        break;
      case 'draw:frame':
        this.#floats = element.attribute('text:anchor-type') !== 'as-char';
        break;
      case 'draw:text-box':
        this.#frames.push(new Frame());
        break;
      case 'text:hidden-paragraph':
        if (element.attribute('text:is-hidden') === 'true') this.#hideParagraph();
        break;
      case 'table:table':
        this.#startTable(element);
        break;
      case 'table:table-row':
        this.#startRow(element);
        break;
      case 'table:table-cell':
        this.#startCell(element);
    }
    return undefined;
  }

  text(text: string): void {
    if (this.#frame.line === undefined) return;
    // White space is one blank, and none at a paragraph's start (OpenDocument 1.3, part 3, 6.1.2).
    const collapsed = text.replace(BLANKS, ' ');
    this.#add(this.#frame.endsBlank ? collapsed.replace(/^ /, '') : collapsed);
  }

  close(name: string): void {
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#endParagraph();
        break;
      case 'text:list-item':
      case 'text:numbered-paragraph':
        this.#frame.listed = false;
        break;
      case 'text:span':
      case 'text:placeholder':
        this.#frame.spans.pop();
        break;
      case 'draw:text-box':
        this.#endBox();
        break;
      case 'table:table-cell':
        this.#endCell();
        break;
      case 'table:table-row':
        this.#endRow();
        break;
      case 'table:table':
        this.#endTable();
    }
  }

  get #frame(): Frame {
    return this.#frames.at(-1) ?? this.#body;
  }

  get #table(): TableFrame | undefined {
    return this.#tables.at(-1);
  }

  /** The nearest span that says so decides, then the paragraph. */
  get #format(): TextFormat {
    const { spans, paragraph } = this.#frame;
    return Object.assign({}, paragraph, ...spans);
  }

  /** The paper under the text, as far as its cells say. */
  get #cellPaper(): Colour | undefined {
    return this.#tables.reduce<Colour | undefined>(
      (around, { cell, rowPaper, paper }) => cell?.paper ?? rowPaper ?? paper ?? around,
      undefined
    );
  }

  get #isShown(): boolean {
    const { hidden, tooSmall } = this.#format;
    return !hidden && !tooSmall;
  }

  #picture(): void {
    if (!this.#isShown) return;
    this.hasPicture = true;
    this.#frame.addPicture(this.#floats);
  }

  #hideParagraph(): void {
    const frame = this.#frame;
    frame.paragraph = { ...frame.paragraph, hidden: true };
    if (frame.line !== undefined) frame.line = '';
  }

  #add(text: string): void {
    const format = this.#format;
    const frame = this.#frame;
    if (frame.line === undefined || text === '' || format.hidden || format.tooSmall) return;
    const { struck, raised, ink, paper } = format;
    frame.line += signedText(text, { struck, raised, pale: isPale(ink, paper ?? this.#cellPaper) });
    frame.endsBlank = text.endsWith(' ');
  }

  #startParagraph(element: XmlElement): void {
    if (this.#frame.line !== undefined) this.#frames.push(new Frame(true));
    const frame = this.#frame;
    frame.paragraph = this.styles.format('paragraph', element.attribute('text:style-name'));
    frame.line = '';
    frame.endsBlank = true;
  }

  #endParagraph(): void {
    const frame = this.#frame;
    if (frame.paragraph.hidden === true && frame.line === '') frame.line = undefined;
    frame.endListed(frame === this.#table?.cell?.frame);
    frame.endLine(undefined);
    frame.paragraph = {};
    for (const item of frame.boxed.splice(0)) frame.items.push(item);
    if (frame.shape) this.#endBox();
  }

  #endBox(): void {
    if (this.#frames.length < 2) return;
    const box = this.#frames.pop();
    if (box && this.#isShown) {
      const { line, boxed, items } = this.#frame;
      if (box.picture !== 'none') this.#frame.addPicture(true);
      // A box anchored to the page stands outside any paragraph.
      for (const item of box.items) {
        (line === undefined ? items : boxed).push(item);
        if (this.#frame === this.#body) this.afloat.push(item);
      }
    }
  }

  #spans(element: XmlElement) {
    return {
      columnSpan: Math.min(countOf(element, 'table:number-columns-spanned'), LIMITS.columns),
      rowSpan: Math.min(countOf(element, 'table:number-rows-spanned'), LIMITS.cells),
      repeated: Math.min(countOf(element, 'table:number-columns-repeated'), LIMITS.columns + 1)
    };
  }

  #startTable(element: XmlElement): void {
    const { paper } = this.styles.format('table', element.attribute('table:style-name'));
    this.#tables.push({ table: new OpenTable(), paper, rowPaper: undefined, row: [], rowRepeated: 1, cell: undefined });
  }

  #startRow(element: XmlElement): void {
    if (!this.#table) return;
    this.#table.rowRepeated = countOf(element, 'table:number-rows-repeated');
    this.#table.rowPaper = this.styles.format('table-row', element.attribute('table:style-name')).paper;
  }

  #startCell(element: XmlElement): void {
    const frame = new Frame();
    this.#frames.push(frame);
    if (!this.#table) return;
    const { paper } = this.styles.format('table-cell', element.attribute('table:style-name'));
    this.#table.cell = { ...this.#spans(element), covered: false, frame, paper };
  }

  #endCell(): void {
    const { cell } = this.#table ?? {};
    if (!cell || this.#frame !== cell.frame) return;
    this.#frames.pop();
    const { frame, columnSpan, rowSpan, repeated, covered } = cell;
    this.#table?.row.push({ columnSpan, rowSpan, repeated, covered, items: frame.cellItems });
  }

  #endRow(): void {
    const open = this.#table;
    if (!open) return;
    open.table.addRow(open.row, open.rowRepeated);
    open.row = [];
  }

  #endTable(): void {
    const table = this.#tables.pop()?.table.finish();
    if (table) this.#frame.items.push(table);
  }
}

/** A number of times or of blanks; what is no such number counts as once. */
function countOf(element: XmlElement, name: string): number {
  const value = Number(element.attribute(name) ?? 1);
  return Number.isSafeInteger(value) && value > 0 ? value : 1;
}
