import { damaged } from '../limits.ts';

/**
 * `open`, `close`: a group's braces. `word`: `\word` with its number. `symbol`: a backslash and one other sign.
 * `byte`: a byte of text, written as itself or as `\'xx`.
 */
export type Token = 'open' | 'close' | 'word' | 'symbol' | 'byte' | 'end';

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const CR = 0x0d;
const LF = 0x0a;
const SPACE = 0x20;
const QUOTE = 0x27;
const MINUS = 0x2d;
const ZERO = 0x30;
const LONGEST_WORD = 32;
const LONGEST_NUMBER = 10;

/** Cuts RTF into tokens. The last token's parts stay in the object, so that a large document makes few objects. */
export class RtfTokens {
  /** Of a `word`: its letters. Of a `symbol`: its sign. */
  text = '';
  /** Of a `word`: its number, or null when it has none. */
  parameter: number | null = null;
  /** Of a `byte`: its value. */
  byte = 0;
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(): Token {
    while (this.#at < this.#bytes.length) {
      const byte = this.#bytes[this.#at++] ?? 0;
      if (byte === CR || byte === LF || byte === 0) continue;
      if (byte === OPEN) return 'open';
      if (byte === CLOSE) return 'close';
      if (byte === BACKSLASH) return this.#control();
      this.byte = byte;
      return 'byte';
    }
    return 'end';
  }

  /** Steps over the raw bytes that follow `\bin`. */
  skip(count: number): void {
    if (count > this.#bytes.length - this.#at) throw damaged('rtf-cut-off');
    this.#at += Math.max(count, 0);
  }

  #control(): Token {
    const first = this.#bytes[this.#at];
    if (first === undefined) return 'end';
    if (isLetter(first)) return this.#word();
    this.#at++;
    if (first === QUOTE) {
      this.byte = (hexDigit(this.#bytes[this.#at]) << 4) | hexDigit(this.#bytes[this.#at + 1]);
      this.#at += 2;
      return 'byte';
    }
    this.text = String.fromCharCode(first);
    return 'symbol';
  }

  #word(): Token {
    const start = this.#at;
    let text = '';
    for (let byte = this.#bytes[this.#at]; isLetter(byte); byte = this.#bytes[++this.#at]) text += letter(byte);
    if (this.#at - start > LONGEST_WORD) throw damaged('rtf-word');
    this.text = text;
    this.parameter = this.#number();
    // One space after a control word belongs to it.
    if (this.#bytes[this.#at] === SPACE) this.#at++;
    return 'word';
  }

  #number(): number | null {
    const start = this.#at;
    const negative = this.#bytes[this.#at] === MINUS;
    if (negative) this.#at++;
    const digits = this.#at;
    let value = 0;
    for (let byte = this.#bytes[this.#at]; isDigit(byte); byte = this.#bytes[++this.#at])
      value = value * 10 + byte - ZERO;
    if (this.#at === digits) {
      this.#at = start;
      return null;
    }
    if (this.#at - digits > LONGEST_NUMBER) throw damaged('rtf-number');
    return negative ? -value : value;
  }
}

const letters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));

function letter(byte: number): string {
  return letters[byte] ?? '';
}

function isLetter(byte: number | undefined): byte is number {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): byte is number {
  return byte !== undefined && byte >= ZERO && byte <= 0x39;
}

function hexDigit(byte: number | undefined): number {
  const digit = byte === undefined ? NaN : parseInt(String.fromCharCode(byte), 16);
  if (Number.isNaN(digit)) throw damaged('rtf-hex');
  return digit;
}
