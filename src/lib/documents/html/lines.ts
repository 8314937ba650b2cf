import type { FlowItem, FlowTable } from '../flow.ts';
import { LIMITS, overLimit } from '../limits.ts';
import { RAISED } from '../text-signs.ts';

/** Collects inline text into lines the way a browser breaks them, with white space collapsed. */
export class Lines {
  readonly #items: FlowItem[] = [];
  #line = '';
  /** Whether white space would collapse here. Asking the line itself would copy it for each piece of text. */
  #collapses = true;

  add(text: string, preformatted: boolean): void {
    if (preformatted) {
      const [first = '', ...others] = text.split(/\r?\n/);
      this.#line += first;
      for (const line of others) {
        this.break();
        this.#line = line;
      }
      this.#collapses = this.#line === '';
      return;
    }
    const collapsed = text.replace(/[ \t\n\f\r]+/g, ' ');
    const added = this.#collapses && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (added === '') return;
    this.#line += added;
    this.#collapses = added.endsWith(' ');
  }

  /** A forced line feed: the line counts even when it is empty. */
  break(): void {
    // A no-break space has done its work once the line is complete.
    if (this.#items.length >= LIMITS.paragraphs) throw overLimit('paragraphs');
    this.#items.push(this.#line.replace(/ +$/, '').replaceAll('\u00a0', ' '));
    this.#line = '';
    this.#collapses = true;
  }

  /** Content on lines of its own. `keepEmpty`: it is one line even without text, as a paragraph is. */
  block(keepEmpty: boolean, content: () => void): void {
    this.#end();
    const before = this.#items.length;
    content();
    this.#end();
    if (keepEmpty && this.#items.length === before) this.break();
  }

  /** Raised or lowered text, set off by a sign. */
  raise(content: () => void): void {
    const before = this.#line;
    const raised = `${before}${RAISED}`;
    this.#line = raised;
    content();
    if (this.#line === raised) this.#line = before;
  }

  addTable(table: FlowTable): void {
    this.#end();
    this.#items.push(table);
  }

  finish(): FlowItem[] {
    this.#end();
    return this.#items;
  }

  #end(): void {
    if (/[^ ]/.test(this.#line)) this.break();
    this.#line = '';
    this.#collapses = true;
  }
}
