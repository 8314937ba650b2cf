import type { Colour } from '../colour.ts';
import { WordFlow } from '../word-flow.ts';
import { RowWords } from './row-words.ts';

/** What holds paragraphs: the document or a text box. Each has its own open tables. */
export class RtfFrame {
  readonly flow = new WordFlow({ endsOpenRows: true });
  readonly #row: RowWords;
  readonly #innerRow: RowWords;

  constructor(colourOf: (number: number) => Colour | undefined) {
    this.#row = new RowWords(colourOf);
    this.#innerRow = new RowWords(colourOf);
  }

  /** Takes a control word of a row's definition; false when it is none. `inner`: of a table in a table. */
  takeRowWord(word: string, parameter: number | null, inner: boolean): boolean {
    return (inner ? this.#innerRow : this.#row).take(word, parameter);
  }

  /** Ends a cell or a row; false when the word does neither. `depth`: how many tables the text stands in. */
  end(word: string, depth: number, invisible: boolean): boolean {
    const inner = Math.max(depth, 2);
    switch (word) {
      case 'cell':
        this.flow.endCell(1);
        return true;
      case 'nestcell':
        this.flow.endCell(inner);
        return true;
      case 'row':
        this.flow.endRow(1, this.#row.definition, invisible);
        return true;
      case 'nestrow':
        this.flow.endRow(inner, this.#innerRow.definition, invisible);
        return true;
      default:
        return false;
    }
  }
}
