import { Refusal, type Issue } from '../report/issue.ts';

/** Bytes as text. */
export interface DecodedText {
  readonly text: string;
  /** The label the bytes were decoded by. */
  readonly encoding: string;
  /** How many characters are U+FFFD, so unknown. When not 0 the document carries `undecodableIssues`. */
  readonly undecodable: number;
}

const REPLACEMENT = '\ufffd';
/** More unknown characters than one in so many others than ASCII: the encoding is not the right one. */
const TOLERATED = 50;
/** How many bytes the byte order of UTF-16 is told from; even. */
const SAMPLE = 65_536;
/** What Chinese reports are written in: ASCII, general and Chinese punctuation, characters, full-width forms. */
const EXPECTED = /[\t-\r -~\u00a0-\u00ff\u2000-\u22ff\u2460-\u25ff\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/g;
/** The share of such characters from which a text is taken for one. */
const CHINESE = 0.9;

const strict = new Map<string, TextDecoder>();

/**
 * Decodes by what the bytes are: a byte order mark of UTF-8, UTF-16 or UTF-32, strict UTF-8, UTF-16 by its NULs,
 * GB18030 (so GBK and GB2312), and Big5 where it is stated or the bytes are no GB18030. Nothing else is told: UTF-32
 * without its mark and UTF-7 read as no text, other countries' code pages as text without a report.
 * `stated` is the charset that the document claims for itself. It is often wrong, so it only settles what the bytes
 * leave open. A few undecodable characters (a cut end, a damaged byte) stay in the text as U+FFFD and are counted;
 * more of them throw the refusal `encoding.undecodable`.
 */
export function decodeText(bytes: Uint8Array, stated?: string): DecodedText {
  const utf32 = utf32Order(bytes);
  if (utf32 !== undefined) return decodeUtf32(bytes, utf32);
  const marked = byteOrderMark(bytes);
  if (marked) return strictly(bytes, marked) ?? leniently(bytes, marked);
  const utf8 = strictly(bytes, 'utf-8');
  // UTF-16 of ASCII characters is valid UTF-8 with a NUL beside each, so NULs decide first.
  const utf16 = utf8 && !utf8.text.includes('\0') ? undefined : utf16ByNuls(bytes);
  if (utf16) return strictly(bytes, utf16) ?? leniently(bytes, utf16);
  if (utf8) return utf8;
  // Text of another encoding is hardly ever UTF-8 but for a few bytes, whereas damaged UTF-8 may be valid GB18030.
  const damagedUtf8 = countUnknown(bytes, 'utf-8');
  if (isTolerable(damagedUtf8)) return damagedUtf8;
  const gb18030 = strictly(bytes, 'gb18030');
  if (isPlainGb(bytes)) return gb18030 ?? leniently(bytes, 'gb18030');
  if (gb18030 && !/^big5/i.test(stated?.trim() ?? '')) return gb18030;
  const big5 = strictly(bytes, 'big5');
  // Some decoders of Big5 accept any byte, so its text is looked at as well.
  if (big5 && expectedShare(big5.text) >= CHINESE) return big5;
  return gb18030 ?? leniently(bytes, 'gb18030');
}

/** The issue that goes with a text which was not decoded in full; empty for a clean one. */
export function undecodableIssues({ undecodable, encoding }: DecodedText): Issue[] {
  return undecodable === 0 ? [] : [{ code: 'encoding.undecodable', values: { count: undecodable, encoding } }];
}

/** Whether text marked as UTF-32 has its lowest byte first. Its mark begins as that of UTF-16 does, then NULs. */
function utf32Order(bytes: Uint8Array): boolean | undefined {
  if (bytes.length % 4 !== 0 || bytes.length < 8) return undefined;
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe && third === 0 && fourth === 0) return true;
  return first === 0 && second === 0 && third === 0xfe && fourth === 0xff ? false : undefined;
}

/** No TextDecoder knows it. */
function decodeUtf32(bytes: Uint8Array, lowestFirst: boolean): DecodedText {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const signs: string[] = [];
  for (let at = 4; at < bytes.length; at += 4) {
    const code = view.getUint32(at, lowestFirst);
    const isSign = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    signs.push(isSign ? String.fromCodePoint(code) : REPLACEMENT);
  }
  const text = signs.join('');
  const encoding = lowestFirst ? 'utf-32le' : 'utf-32be';
  return tolerated({ text, encoding, undecodable: unknownIn(text) });
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * Digits, line ends and markup have a NUL as their high byte, but 一 (U+4E00) and 开 (U+5F00) have one as their low
 * byte. So of the two byte orders the one is taken that gives Chinese; bytes that give it in neither are no UTF-16.
 */
function utf16ByNuls(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return undefined;
  const shares = (['utf-16le', 'utf-16be'] as const).map((encoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    return { encoding, share: expectedShare(text) };
  });
  const [best] = shares.sort((one, other) => other.share - one.share);
  return best && best.share >= CHINESE ? best.encoding : undefined;
}

function strictly(bytes: Uint8Array, encoding: string): DecodedText | undefined {
  let decoder = strict.get(encoding);
  if (!decoder) strict.set(encoding, (decoder = new TextDecoder(encoding, { fatal: true })));
  try {
    const text = decoder.decode(bytes);
    return { text, encoding, undecodable: text.includes(REPLACEMENT) ? unknownIn(text) : 0 };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function leniently(bytes: Uint8Array, encoding: string): DecodedText {
  return tolerated(countUnknown(bytes, encoding));
}

function tolerated(decoded: DecodedText): DecodedText {
  if (isTolerable(decoded)) return decoded;
  const { undecodable, encoding } = decoded;
  throw new Refusal({ code: 'encoding.undecodable', values: { count: undecodable, encoding } });
}

function countUnknown(bytes: Uint8Array, encoding: string): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, undecodable: unknownIn(text) };
}

function isTolerable({ text, undecodable }: DecodedText): boolean {
  const wide = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  return undecodable * TOLERATED <= wide;
}

function unknownIn(text: string): number {
  return text.split(REPLACEMENT).length - 1;
}

function expectedShare(text: string): number {
  return (text.match(EXPECTED)?.length ?? 0) / Math.max(text.length, 1);
}

/** Chinese in GB2312 has both bytes above 0xA0; the second bytes of Big5 are as often below. */
function isPlainGb(bytes: Uint8Array): boolean {
  let pairs = 0;
  let plain = 0;
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x81) continue;
    pairs++;
    at++;
    if ((bytes[at] ?? 0) > 0xa0) plain++;
  }
  return plain >= pairs * 0.95;
}
