/** What the bytes 0x80 to 0x9F stand for; a few stand for nothing and stay as they are. */
const UPPER =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

const latin1 = new TextDecoder('latin1');

/**
 * Text in Windows' Western code page, one character a byte.
 * Not left to TextDecoder: some versions of Node take this label for ISO 8859-1.
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return latin1.decode(bytes).replace(/[\x80-\x9f]/g, (sign) => UPPER[sign.charCodeAt(0) - 0x80] ?? sign);
}
