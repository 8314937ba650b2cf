import { damaged } from '../limits.ts';
import { type Font, type StyledText, styledText } from '../sheet/styled-text.ts';

const WIDE = 0x01;
const EXTENDED = 0x04;
const RICH = 0x08;

export interface RichString {
  readonly text: string;
  readonly fonts: readonly { readonly start: number; readonly font: number }[];
}

/** Reads values that may go on in the records that continue a first one. */
export class StringReader {
  readonly #parts: readonly DataView[];
  #part = 0;
  #at = 0;

  constructor(parts: readonly DataView[], offset = 0) {
    this.#parts = parts;
    this.#at = offset;
  }

  /** A string whose length stands before it ([MS-XLS] 2.5.293, 2.5.294). Formatting and phonetic guides are left out. */
  string(lengthSize: 1 | 2 = 2): string {
    return this.richString(lengthSize).text;
  }

  /** The same with its formatting: from which character on which font holds. */
  richString(lengthSize: 1 | 2 = 2): RichString {
    const length = lengthSize === 1 ? this.#byte() : this.#number(2);
    const flags = this.#byte();
    const runs = flags & RICH ? this.#number(2) : 0;
    const extension = flags & EXTENDED ? this.#number(4) : 0;
    const text = this.#characters(length, (flags & WIDE) !== 0);
    const fonts = Array.from({ length: runs }, () => ({ start: this.#number(2), font: this.#number(2) }));
    this.#skip(extension);
    return { text: runs === 0 ? lineEnds(text) : text, fonts };
  }

  #characters(length: number, wide: boolean): string {
    let text = '';
    while (text.length < length) {
      if (this.#atEnd) {
        // Where text goes on in the next record, that one states anew how wide its characters are.
        this.#next();
        wide = (this.#byte() & WIDE) !== 0;
        continue;
      }
      const code = wide ? this.#number(2) : this.#byte();
      text += String.fromCharCode(code);
    }
    return text;
  }

  get #atEnd(): boolean {
    return this.#at >= (this.#parts[this.#part]?.byteLength ?? 0);
  }

  #next(): void {
    this.#part++;
    this.#at = 0;
    if (this.#part >= this.#parts.length) throw damaged('xls-string');
  }

  #byte(): number {
    while (this.#atEnd) this.#next();
    return this.#parts[this.#part]?.getUint8(this.#at++) ?? 0;
  }

  /** A number of several bytes, the lowest first. */
  #number(size: number): number {
    let value = 0;
    for (let index = 0; index < size; index++) value += this.#byte() * 2 ** (8 * index);
    return value;
  }

  #skip(count: number): void {
    let left = count;
    while (left > 0) {
      if (this.#atEnd) this.#next();
      const here = Math.min(left, (this.#parts[this.#part]?.byteLength ?? 0) - this.#at);
      this.#at += here;
      left -= here;
    }
  }
}

/**
 * The table of texts that cells refer to by number ([MS-XLS] 2.4.265, SST), from its record and those continuing it.
 * `fonts`: those of the workbook, by the numbers that formatting has for them.
 */
export function readSharedStrings(parts: readonly DataView[], fonts: ReadonlyMap<number, Font>): StyledText[] {
  const [head] = parts;
  if (!head || head.byteLength < 8) return [];
  const count = head.getUint32(4, true);
  const size = parts.reduce((sum, part) => sum + part.byteLength, 0);
  // A string takes three bytes or more.
  if (count * 3 > size) throw damaged('xls-string');
  const reader = new StringReader(parts, 8);
  return Array.from({ length: count }, () => styled(reader.richString(), fonts));
}

function styled({ text, fonts: runs }: RichString, fonts: ReadonlyMap<number, Font>): StyledText {
  if (runs.length === 0) return text;
  return styledText(
    [{ start: 0, font: undefined }, ...runs].map(({ start, font }, index) => ({
      text: lineEnds(text.slice(start, runs[index]?.start)),
      font: font === undefined ? undefined : fonts.get(font)
    }))
  );
}

function lineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
