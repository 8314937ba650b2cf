import { type CodePage, codePageOfCharset, codePageOfNumber, decodeBytes } from './code-page.ts';

/** Windows' Western code page; what a document has that names none. */
const WESTERN = 1252;
const MACINTOSH = 10000;

/** The document's code page and those of its fonts; says how the bytes of a text are to be read. */
export class RtfFonts {
  defaultFont = 0;
  readonly #byFont = new Map<number, CodePage>();
  #document: CodePage | undefined;
  #defining = 0;

  /** A control word of the font table. */
  define(word: string, parameter: number): void {
    if (word === 'f') this.#defining = parameter;
    else if (word === 'cpg') this.#byFont.set(this.#defining, codePageOfNumber(parameter));
    else if (word === 'fcharset') {
      const codePage = codePageOfCharset(parameter);
      if (codePage !== undefined) this.#byFont.set(this.#defining, codePage);
    }
  }

  /** Takes a control word of the document's head; false when it is none on fonts. */
  takeHeadWord(word: string, parameter: number): boolean {
    if (word === 'deff') this.defaultFont = parameter;
    else if (word === 'ansicpg') this.#document = codePageOfNumber(parameter);
    else if (word === 'mac') this.#document = codePageOfNumber(MACINTOSH);
    else return false;
    return true;
  }

  codePage(font: number): CodePage {
    const own = this.#byFont.get(font);
    if (own !== undefined) return own;
    // Without any statement, writers in China mean their own code page; the bytes must bear it out, see `decode`.
    return this.#document === undefined ? 'gb18030' : this.#document;
  }

  decode(bytes: Uint8Array, font: number): string {
    const codePage = this.codePage(font);
    if (this.#byFont.has(font)) return decodeBytes(bytes, codePage) ?? '';
    // A Western font in a Chinese document: its few own signs are not pairs.
    return decodeBytes(bytes, codePage, true) ?? decodeBytes(bytes, codePageOfNumber(WESTERN)) ?? '';
  }
}
