import type { Colour } from '../colour.ts';
import type { FlowItem } from '../flow.ts';
import { LIMITS, overLimit } from '../limits.ts';
import type { XmlElement, XmlEvents } from '../xml.ts';
import { OBJECT, signedText } from '../text-signs.ts';
import { Fields } from './fields.ts';
import { Frame } from './frame.ts';
import type { Numbering } from './numbering.ts';
import {
  isOn,
  lookOf,
  readListPlace,
  readTextProperty,
  type RunLook,
  shading,
  type TextFormat,
  type TextStyles
} from './styles.ts';
import { OpenCell, OpenRow, OpenTable } from './table.ts';
import { PICTURES, UNREAD } from './unread.ts';

const UNDERSTOOD =
  /^(?:https?:\/\/(?:schemas\.microsoft\.com|schemas\.openxmlformats\.org|purl\.oclc\.org)\/|urn:schemas-microsoft-com:)/;

/** Collects the visible content of a document's main part. */
export class BodyReader implements XmlEvents {
  readonly #body = new Frame();
  readonly #frames: Frame[] = [this.#body];
  readonly #tables: OpenTable[] = [];
  readonly #fields = new Fields();
  /** For each open alternative content: whether one of its alternatives was taken. */
  readonly #taken: boolean[] = [];
  /** For each open content control: whether it still shows what is to be filled in. */
  readonly #unfilled: boolean[] = [];
  /** The open drawing stands over the text and not in a line of it. */
  #floats = false;
  #cells = 0;
  /** The text of an open `w:t`. */
  #text: string | undefined;
  #keepsSpace = false;

  hasPicture = false;
  /** What text boxes outside the tables hold. */
  readonly afloat: FlowItem[] = [];

  constructor(
    private readonly styles: TextStyles,
    private readonly numbering: Numbering
  ) {}

  get items(): readonly FlowItem[] {
    return this.#body.finish();
  }

  open(element: XmlElement): 'skip' | undefined {
    const { name, parent } = element;
    switch (name) {
      case 'w:p':
        this.#frame.startParagraph();
        return undefined;
      case 'w:r':
        this.#frame.runs.push({ style: undefined, direct: {}, look: undefined });
        return undefined;
      case 'w:t':
        this.#text = '';
        this.#keepsSpace = element.attribute('xml:space') === 'preserve';
        return undefined;
      case 'w:tbl':
        this.#tables.push(new OpenTable());
        return undefined;
      case 'w:tr':
        if (this.#table) this.#table.row = new OpenRow();
        return undefined;
      case 'w:tc':
        this.#startCell();
        return undefined;
      case 'w:txbxContent':
        this.#frames.push(new Frame());
        return undefined;
      case 'mc:AlternateContent':
        this.#taken.push(false);
        return undefined;
      case 'mc:Choice':
      case 'mc:Fallback':
        return this.#alternative(element);
      case 'w:sdt':
        this.#unfilled.push(false);
        return undefined;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.hasPicture = true;
        this.#floats = false;
        return undefined;
      case 'other:anchor':
        this.#floats = true;
        return undefined;
      case 'other:shape':
        this.#floats = /position\s*:\s*absolute/.test(element.attribute('style') ?? '');
        return undefined;
      case 'm:oMath':
        this.#add(OBJECT);
        return 'skip';
      case 'w:bdo':
        // From right to left 12 is seen as 21.
        if (element.attribute('w:val') === 'rtl') this.#add(OBJECT);
        return undefined;
      case 'w:ddList':
        // The chosen entry of a list to choose from is shown, and is no text.
        if (!this.#look.hidden) this.#frame.add(OBJECT);
        return 'skip';
    }
    if (PICTURES.has(name) && this.#isShown) this.#frame.addPicture(this.#floats);
    if (parent === 'w:sdtPr') return this.#controlProperty(element);
    if (parent === 'w:r') this.#inRun(element);
    else if (parent === 'w:rPr' || parent === 'other:textFill') this.#textProperty(element);
    else if (parent === 'w:pPr' && name === 'w:pStyle') this.#frame.paragraphStyle = element.attribute('w:val');
    else if (parent === 'w:pPr' && name === 'w:shd') this.#frame.paper = shading(element);
    else if (parent === 'w:numPr' || parent === 'w:listPr') readListPlace(element, this.#frame.place);
    else this.#table?.readProperty(element);
    return UNREAD.has(name) ? 'skip' : undefined;
  }

  text(text: string): void {
    if (this.#text !== undefined) this.#text += text;
  }

  close(name: string): void {
    switch (name) {
      case 'w:t':
        this.#endText();
        break;
      case 'w:r':
        this.#frame.runs.pop();
        break;
      case 'w:p':
        this.#endParagraph();
        break;
      case 'w:tc':
        if (this.#frame === this.#table?.cell?.frame) this.#frames.pop();
        break;
      case 'w:tr':
        this.#table?.endRow();
        break;
      case 'w:tbl':
        this.#endTable();
        break;
      case 'w:txbxContent':
        this.#endBox();
        break;
      case 'w:sdt':
        this.#unfilled.pop();
        break;
      case 'mc:AlternateContent':
        this.#taken.pop();
    }
  }

  get #frame(): Frame {
    return this.#frames.at(-1) ?? this.#body;
  }

  get #table(): OpenTable | undefined {
    return this.#tables.at(-1);
  }

  #startCell(): void {
    if (++this.#cells > LIMITS.cells) throw overLimit('cells');
    const cell = new OpenCell();
    this.#table?.row.cells.push(cell);
    this.#frames.push(cell.frame);
  }

  #endTable(): void {
    const table = this.#tables.pop()?.finish();
    if (table) this.#frame.addTable(table);
  }

  #endBox(): void {
    const box = this.#frames.pop();
    if (!box || this.#look.hidden) return;
    const items = box.finish();
    this.#frame.addBox(items);
    if (this.#frame === this.#body) for (const item of items) this.afloat.push(item);
    if (box.picture !== 'none') this.#frame.addPicture(true);
  }

  /** Of several alternatives for the same content the first is read that Word would understand. */
  #alternative(element: XmlElement): 'skip' | undefined {
    if (this.#taken.at(-1) !== false || !isUnderstood(element)) return 'skip';
    this.#taken[this.#taken.length - 1] = true;
    return undefined;
  }

  #inRun(element: XmlElement): void {
    switch (element.name) {
      case 'w:tab':
      case 'w:ptab':
        this.#add('\t');
        break;
      case 'w:br':
      case 'w:cr':
        if (this.#isShown && !this.#look.struck) this.#frame.break();
        break;
      case 'w:noBreakHyphen':
        this.#add('-');
        break;
      case 'w:sym':
        this.#add(OBJECT);
        break;
      case 'w:fldChar':
        this.#fields.mark(element.attribute('w:fldCharType'));
    }
  }

  #textProperty(element: XmlElement): void {
    const run = this.#frame.runs.at(-1);
    if (run) run.look = undefined;
    if (!run) this.#paragraphMark(element);
    else if (element.name === 'w:rStyle') run.style = element.attribute('w:val');
    else readTextProperty(element, run.direct);
  }

  /** Formatting of a paragraph's end stands in the paragraph's properties, outside any run. */
  #paragraphMark(element: XmlElement): void {
    if (element.name === 'w:del' || element.name === 'w:moveFrom') this.#frame.markDeleted = true;
    else readTextProperty(element, this.#frame.mark);
  }

  #endParagraph(): void {
    const { paragraphStyle, mark, markDeleted, place } = this.#frame;
    const format = this.styles.format(paragraphStyle, undefined, mark);
    const gone = markDeleted || format.hidden === true;
    if (!gone && this.numbering.shows({ list: place.list ?? format.list, level: place.level ?? format.level })) {
      this.#frame.setListed(this.#frame === this.#table?.cell?.frame);
    }
    this.#frame.endParagraph(gone);
  }

  get #look(): RunLook {
    const { runs, paragraphStyle } = this.#frame;
    const run = runs.at(-1);
    if (!run) return this.#lookOf(this.styles.format(paragraphStyle, undefined, {}));
    return (run.look ??= this.#lookOf(this.styles.format(paragraphStyle, run.style, run.direct)));
  }

  #lookOf(format: TextFormat): RunLook {
    const look = lookOf(format, () => this.#paper);
    return this.#unfilled.includes(true) ? { ...look, pale: true } : look;
  }

  /** The paper under the open paragraph: its own, or that of the nearest cell that has one. */
  get #paper(): Colour | undefined {
    const cells = this.#tables.map(({ cell }) => cell?.paper).reverse();
    return this.#frame.paper ?? cells.find((paper) => paper !== undefined);
  }

  get #isShown(): boolean {
    return !this.#look.hidden && this.#fields.areShown;
  }

  /** What a control asks for while nobody has filled it in is no figure that somebody gave. */
  #controlProperty(element: XmlElement): 'skip' {
    if (element.name === 'w:showingPlcHdr' && this.#unfilled.length > 0) {
      this.#unfilled[this.#unfilled.length - 1] = isOn(element);
    }
    return 'skip';
  }

  #endText(): void {
    const text = this.#text ?? '';
    this.#text = undefined;
    // Line ends of the file are white space; at the edges it counts only when it is said to be kept.
    const spaced = text.replace(/[\t\r\n]/g, ' ');
    this.#add(this.#keepsSpace ? spaced : spaced.replace(/^ +| +$/g, ''));
  }

  #add(text: string): void {
    if (text !== '' && this.#isShown) this.#frame.add(signedText(text, this.#look));
  }
}

/** Whether a choice requires nothing but what Word itself or its standard has named; a fallback requires nothing. */
function isUnderstood(element: XmlElement): boolean {
  const prefixes = element.attribute('Requires')?.trim().split(/\s+/) ?? [];
  return prefixes.every((prefix) => UNDERSTOOD.test(element.namespace(prefix) ?? ''));
}
