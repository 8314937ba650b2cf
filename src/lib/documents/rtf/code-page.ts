import { decodeWindows1252 } from '../windows-1252.ts';
import { OBJECT } from '../text-signs.ts';

/** How bytes of text become characters: a label TextDecoder knows, `symbol` for symbol fonts, or null when unknown. */
export type CodePage = string | null;

const BY_NUMBER: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10008: 'gb18030',
  54936: 'gb18030',
  65001: 'utf-8'
};

/** RTF's \fcharset. What is not here (0 ANSI, 1 default, 255 OEM) follows the document's own code page. */
const BY_CHARSET: Readonly<Record<number, number>> = {
  77: 10000,
  78: 932,
  80: 936,
  81: 950,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250
};

const SYMBOL_CHARSET = 2;

export function codePageOfNumber(number: number): CodePage {
  return BY_NUMBER[number] ?? (number >= 1250 && number <= 1258 ? `windows-${number}` : null);
}

/** A font's code page, or undefined when it has none of its own. */
export function codePageOfCharset(charset: number): CodePage | undefined {
  if (charset === SYMBOL_CHARSET) return 'symbol';
  const number = BY_CHARSET[charset];
  return number === undefined ? undefined : codePageOfNumber(number);
}

const decoders = new Map<string, TextDecoder>();

/** `strict`: gives null instead of replacement characters. */
export function decodeBytes(bytes: Uint8Array, codePage: CodePage, strict = false): string | null {
  // A symbol font's "5" is some picture: it must not look like a figure.
  if (codePage === 'symbol') return Array.from(bytes, (byte) => (byte === 0x20 ? ' ' : OBJECT)).join('');
  if (codePage === 'windows-1252') return decodeWindows1252(bytes);
  if (codePage === null) return decodeWindows1252(bytes).replace(/[^\0-\x7f]/g, '\ufffd');
  try {
    return decoder(codePage, strict).decode(bytes);
  } catch (error) {
    if (strict && error instanceof TypeError) return null;
    throw error;
  }
}

function decoder(label: string, fatal: boolean): TextDecoder {
  const key = `${label} ${fatal}`;
  let found = decoders.get(key);
  if (!found) decoders.set(key, (found = new TextDecoder(label, { fatal })));
  return found;
}

/** How many bytes at the end only begin a character of several bytes. */
export function unfinishedBytes(bytes: Uint8Array, codePage: CodePage): number {
  if (codePage !== 'gb18030' && codePage !== 'big5' && codePage !== 'euc-kr' && codePage !== 'shift_jis') return 0;
  let at = 0;
  while (at < bytes.length) {
    const size = characterSize(bytes, at, codePage);
    if (at + size > bytes.length) return bytes.length - at;
    at += size;
  }
  return 0;
}

function characterSize(bytes: Uint8Array, at: number, codePage: string): number {
  const first = bytes[at] ?? 0;
  // Half-width katakana are single bytes.
  if (first <= 0x80 || first === 0xff || (codePage === 'shift_jis' && first >= 0xa0 && first <= 0xdf)) return 1;
  const second = bytes[at + 1] ?? 0;
  return codePage === 'gb18030' && second >= 0x30 && second <= 0x39 ? 4 : 2;
}
