import type { FlowItem } from '../flow.ts';
import { LIMITS, overLimit } from '../limits.ts';
import type { XmlElement, XmlEvents } from '../xml.ts';
import type { TextFormat, TextStyles } from './styles.ts';
import { OpenTable, type WrittenCell } from './table.ts';

/** Left out with all they hold: comments, notes, deleted text, and what is drawn or stated beside the text. */
const UNREAD = new Set(
  (
    'office:annotation office:forms office:scripts office:font-face-decls office:automatic-styles text:note ' +
    'text:tracked-changes text:ruby-text text:sequence-decls text:variable-decls text:user-field-decls ' +
    'table:shapes table:covered-table-cell draw:object draw:object-ole draw:image draw:plugin draw:applet'
  ).split(' ')
);
const BLANKS = /[\t\r\n ]+/g;
/** A run of blanks longer than any layout by blanks has. */
const MOST_BLANKS = 1_000;

/** What holds paragraphs: the body, a cell, a text box, a drawn shape. */
class Frame {
  readonly items: FlowItem[] = [];
  /** Text boxes anchored in the open paragraph; they come after it. */
  readonly boxed: FlowItem[] = [];
  line: string | undefined;
  /** Whether the line is empty or ends in a blank. Asking the growing line itself would copy it each time. */
  endsBlank = true;
  paragraph: TextFormat = {};
  readonly spans: TextFormat[] = [];

  /** `shape`: holds the one paragraph of a shape that stands inside another paragraph. */
  constructor(readonly shape = false) {}

  endLine(next: string | undefined): void {
    if (this.items.length >= LIMITS.paragraphs) throw overLimit('paragraphs');
    if (this.line !== undefined) this.items.push(withoutLastBlanks(this.line));
    this.line = next;
    this.endsBlank = true;
  }
}

interface OpenCell extends Omit<WrittenCell, 'items'> {
  readonly frame: Frame;
}

interface TableFrame {
  readonly table: OpenTable;
  row: WrittenCell[];
  rowRepeated: number;
  cell: OpenCell | undefined;
}

/** Collects the visible content of a document's text. */
export class ContentReader implements XmlEvents {
  readonly #body = new Frame();
  readonly #frames: Frame[] = [this.#body];
  readonly #tables: TableFrame[] = [];

  constructor(private readonly styles: TextStyles) {}

  get items(): readonly FlowItem[] {
    return this.#body.items;
  }

  open(element: XmlElement): 'skip' | undefined {
    const { name } = element;
    if (name === 'table:covered-table-cell')
      this.#table?.row.push({ ...this.#spans(element), covered: true, items: [] });
    if (UNREAD.has(name) || isHidden(element)) return 'skip';
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#startParagraph(element);
        break;
      case 'text:span':
        this.#frame.spans.push(this.styles.format('text', element.attribute('text:style-name')));
        break;
      case 'text:s':
        this.#add(' '.repeat(Math.min(countOf(element, 'text:c'), MOST_BLANKS)));
        break;
      case 'text:tab':
        this.#add('\t');
        break;
      case 'text:line-break':
        if (this.#frame.line !== undefined && this.#format.hidden !== true) this.#frame.endLine('');
        break;
      case 'draw:text-box':
        this.#frames.push(new Frame());
        break;
      case 'table:table':
        this.#tables.push({ table: new OpenTable(), row: [], rowRepeated: 1, cell: undefined });
        break;
      case 'table:table-row':
        if (this.#table) this.#table.rowRepeated = countOf(element, 'table:number-rows-repeated');
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
      case 'text:span':
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
    const format: TextFormat = {};
    for (const stated of [...spans].reverse().concat(paragraph)) {
      format.hidden ??= stated.hidden;
      format.struck ??= stated.struck;
      format.raised ??= stated.raised;
    }
    return format;
  }

  #add(text: string): void {
    const { hidden, struck, raised } = this.#format;
    const frame = this.#frame;
    if (frame.line === undefined || text === '' || hidden || struck) return;
    // 12 with a raised 1 is not 121: the sign keeps it from being read as a number.
    frame.line += raised && text.trim() !== '' ? `^${text}` : text;
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
    frame.endLine(undefined);
    frame.paragraph = {};
    for (const item of frame.boxed.splice(0)) frame.items.push(item);
    if (frame.shape) this.#endBox();
  }

  #endBox(): void {
    if (this.#frames.length < 2) return;
    const box = this.#frames.pop();
    if (box && this.#format.hidden !== true) {
      const { line, boxed, items } = this.#frame;
      // A box anchored to the page stands outside any paragraph.
      for (const item of box.items) (line === undefined ? items : boxed).push(item);
    }
  }

  #spans(element: XmlElement) {
    return {
      columnSpan: Math.min(countOf(element, 'table:number-columns-spanned'), LIMITS.columns),
      rowSpan: Math.min(countOf(element, 'table:number-rows-spanned'), LIMITS.cells),
      repeated: Math.min(countOf(element, 'table:number-columns-repeated'), LIMITS.columns + 1)
    };
  }

  #startCell(element: XmlElement): void {
    const frame = new Frame();
    this.#frames.push(frame);
    if (this.#table) this.#table.cell = { ...this.#spans(element), covered: false, frame };
  }

  #endCell(): void {
    const { cell } = this.#table ?? {};
    if (!cell || this.#frame !== cell.frame) return;
    this.#frames.pop();
    const { frame, ...written } = cell;
    this.#table?.row.push({ ...written, items: frame.items });
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

/** White space before a paragraph's end is not kept; tabs are, they hold a row's empty places. */
function withoutLastBlanks(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ') end--;
  return line.slice(0, end);
}

/** Sections, hidden text and rows say of themselves that they are not shown. */
function isHidden(element: XmlElement): boolean {
  switch (element.name) {
    case 'text:section':
      return element.attribute('text:display') === 'none' || element.attribute('text:is-hidden') === 'true';
    case 'text:hidden-text':
      return element.attribute('text:is-hidden') !== 'false';
    case 'table:table-row':
      return ['collapse', 'filter'].includes(element.attribute('table:visibility') ?? '');
    default:
      return false;
  }
}

/** A number of times or of blanks; what is no such number counts as once. */
function countOf(element: XmlElement, name: string): number {
  const value = Number(element.attribute(name) ?? 1);
  return Number.isSafeInteger(value) && value > 0 ? value : 1;
}
