/** Follows fields (page numbers, formulas, links): between its marks a field holds its instruction, then its result. */
export class Fields {
  /** For each open field, the outermost first: whether its result is being read. */
  readonly #inResult: boolean[] = [];

  /** `type`: `begin`, `separate` or `end`, as `w:fldCharType` has them. */
  mark(type: string | undefined): void {
    if (type === 'begin') this.#inResult.push(false);
    else if (type === 'end') this.#inResult.pop();
    else if (type === 'separate' && this.#inResult.length > 0) this.#inResult[this.#inResult.length - 1] = true;
  }

  /** Whether text here is shown: a field inside another's instruction is not. */
  get areShown(): boolean {
    return this.#inResult.every((inResult) => inResult);
  }
}
