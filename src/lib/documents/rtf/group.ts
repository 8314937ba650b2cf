/** What holds inside a group of RTF and ends with it. */
export class RtfGroup {
  destination: 'text' | 'fonts' | 'skipped' = 'text';
  font = 0;
  /** How many characters after `\u` are its substitute for readers without Unicode. */
  substitutes = 1;
  struck = false;
  raised = false;
  /** The group defines a row of a table within a table. */
  definesInnerRow = false;
  #hidden = false;
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

  /** How many tables a paragraph here stands in. */
  get depth(): number {
    return this.#inTable ? Math.max(this.#tableDepth, 1) : this.#tableDepth;
  }

  plain(defaultFont: number): void {
    this.font = defaultFont;
    this.#hidden = false;
    this.#deleted = false;
    this.struck = false;
    this.raised = false;
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
      case 'pard':
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
