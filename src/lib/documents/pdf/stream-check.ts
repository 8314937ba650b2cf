import { Unzlib } from 'fflate';
import { damaged, LIMITS, overLimit } from '../limits.ts';

/** Characters before a stream in which its description stands. */
const DESCRIPTION = 4_000;
/** Packed bytes given to inflate at a time. */
const STEP = 16_384;

/** Streams that hold no text and no numbers of the text: pictures, font programs, colour profiles, the file's history. */
const IRRELEVANT = /\/Subtype\s*\/(?:Image|XML|Type1C|CIDFontType0C|OpenType)\b|\/Length1\b|\/Alternate\b/;
const PACKED = /\/Filter\s*(?:\[\s*)?\/(?:FlateDecode|Fl)\b/;

/**
 * Throws `document.damaged` when a packed stream of the file does not agree with its own checksum (RFC 1950). pdf.js
 * does not look at it, and a changed byte may well give another digit. An encrypted file is not looked at.
 * Throws `document.limit` for a stream that inflates beyond all measure, before pdf.js meets it.
 */
export function assertIntact(bytes: Uint8Array): void {
  const text = new TextDecoder('latin1').decode(bytes);
  if (/\/Encrypt\b/.test(text)) return;
  let inflated = 0;
  for (const match of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const before = text.slice(Math.max(0, match.index - DESCRIPTION), match.index);
    const description = before.slice(Math.max(0, before.lastIndexOf(' obj')));
    if (!PACKED.test(description) || IRRELEVANT.test(description)) continue;
    const start = match.index + match[0].length;
    const check = new StreamCheck(bytes.subarray(start, endOf(text, start, description)), inflated);
    if (!check.holds) throw damaged('pdf-checksum');
    inflated += check.size;
  }
}

/** Where a stream's bytes end, with at most one line end too many. */
function endOf(text: string, start: number, description: string): number {
  const length = /\/Length\s+(\d+)(?!\d|\s+\d+\s+R)/.exec(description)?.[1];
  const stated = start + Number(length);
  if (length !== undefined && /^\s*endstream/.test(text.slice(stated, stated + 20))) return stated;
  const end = text.indexOf('endstream', start);
  return end < 0 ? text.length : end;
}

class StreamCheck {
  readonly holds: boolean;
  size = 0;
  #low = 1;
  #high = 0;

  constructor(packed: Uint8Array, before: number) {
    this.holds = this.#inflate(packed, before) && this.#agrees(packed);
  }

  #inflate(packed: Uint8Array, before: number): boolean {
    const inflate = new Unzlib((chunk) => {
      this.size += chunk.length;
      this.#add(chunk);
    });
    try {
      for (let at = 0; at < packed.length; at += STEP) {
        inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
        if (this.size > LIMITS.entryBytes) break;
      }
    } catch {
      // pdf.js shows what comes out before the break.
      return false;
    }
    if (this.size > LIMITS.entryBytes) throw overLimit('entryBytes');
    if (before + this.size > LIMITS.unzippedBytes) throw overLimit('unzippedBytes');
    return true;
  }

  /** Adler-32, in runs short enough not to pass 32 bits. */
  #add(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length;) {
      const end = Math.min(at + 3_800, chunk.length);
      for (; at < end; at++) {
        this.#low += chunk[at] ?? 0;
        this.#high += this.#low;
      }
      this.#low %= 65_521;
      this.#high %= 65_521;
    }
  }

  /** The checksum is the stream's last four bytes; a line end may follow that does not belong to it. */
  #agrees(packed: Uint8Array): boolean {
    return [0, 1, 2].some((extra) => {
      const [a = 0, b = 0, c = 0, d = 0] = packed.subarray(packed.length - extra - 4, packed.length - extra);
      return ((a << 8) | b) === this.#high && ((c << 8) | d) === this.#low;
    });
  }
}
