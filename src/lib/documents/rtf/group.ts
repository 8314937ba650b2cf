/** All in half points. Text is moved by less than two points to sit well in its line. */
const USUAL_SHIFT = 6;
const LEAST_SHIFT = 4;
const USUAL_SIZE = 24;
const SMALLEST_SIZE = 3;

/** What holds inside a group of RTF and ends with it. */
export class RtfGroup {
  /** `shape`: what is said of a drawing; it may hold a text box. */
  destination: 'text' | 'fonts' | 'colours' | 'shape' | 'skipped' = 'text';
  /** The group is the text of a text box. */
  isBox = false;
  font = 0;
  /** How many characters after `\u` are its substitute for readers without Unicode. */
  substitutes = 1;
  struck = false;
  raised = false;
  /** Numbers of the colour table, of the text and of what is behind it; 0 says nothing. */
  ink = 0;
  paper = 0;
  paragraphPaper = 0;
  /** The number of the list that a paragraph here belongs to; 0 is none. */
  list = 0;
  /** The group defines a row of a table within a table. */
  definesInnerRow = false;
  #hidden = false;
  #tooSmall = false;
  #deleted = false;
  #inTable = false;
  #tableDepth = 0;

  /** A group opened in this one: it begins with all that holds here. */
  inner(): RtfGroup {
    const group = new RtfGroup();
    group.destination = this.destination;
    group.font = this.font;
    group.substitutes = this.substitutes;
    group.struck = this.struck;
    group.raised = this.raised;
    group.ink = this.ink;
    group.paper = this.paper;
    group.paragraphPaper = this.paragraphPaper;
    group.list = this.list;
    group.#tooSmall = this.#tooSmall;
    group.definesInnerRow = this.definesInnerRow;
    group.#hidden = this.#hidden;
    group.#deleted = this.#deleted;
    group.#inTable = this.#inTable;
    group.#tableDepth = this.#tableDepth;
    return group;
  }

  get invisible(): boolean {
    return this.#hidden || this.#deleted;
  }

  /** A letter of a point is a dot. The end of a paragraph in that size still ends it. */
  get unseen(): boolean {
    return this.invisible || this.#tooSmall;
  }

  /** How many tables a paragraph here stands in. */
  get depth(): number {
    return this.#inTable ? Math.max(this.#tableDepth, 1) : this.#tableDepth;
  }

  plain(defaultFont: number): void {
    this.font = defaultFont;
    this.#hidden = false;
    this.#deleted = false;
    this.#tooSmall = false;
    this.struck = false;
    this.raised = false;
    this.ink = 0;
    this.paper = 0;
  }

  /** Takes a control word that sets a property; a switch without a number, or with any but 0, is on. */
  apply(word: string, parameter: number | null): void {
    const on = parameter !== 0;
    switch (word) {
      case 'uc':
        this.substitutes = Math.max(parameter ?? 1, 0);
        break;
      case 'v':
        this.#hidden = on;
        break;
      case 'deleted':
        this.#deleted = on;
        break;
      case 'strike':
      case 'striked':
        this.struck = on;
        break;
      case 'super':
      case 'sub':
        this.raised = on;
        break;
      case 'nosupersub':
        this.raised = false;
        break;
      case 'up':
      case 'dn':
        this.raised = (parameter ?? USUAL_SHIFT) >= LEAST_SHIFT;
        break;
      case 'fs':
        this.#tooSmall = (parameter ?? USUAL_SIZE) < SMALLEST_SIZE;
        break;
      case 'cf':
        this.ink = parameter ?? 0;
        break;
      case 'cb':
      case 'chcbpat':
      case 'highlight':
        this.paper = parameter ?? 0;
        break;
      case 'cbpat':
        this.paragraphPaper = parameter ?? 0;
        break;
      case 'ls':
        this.list = parameter ?? 0;
        break;
      case 'pard':
        this.paragraphPaper = 0;
        this.list = 0;
        this.#inTable = false;
        this.#tableDepth = 0;
        break;
      case 'intbl':
        this.#inTable = on;
        break;
      case 'itap':
        this.#tableDepth = parameter ?? 0;
        break;
      case 'nesttableprops':
        this.definesInnerRow = true;
    }
  }
}
