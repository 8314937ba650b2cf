/** Text as bytes in the encodings that Chinese offices use. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le';

let pairs: ReadonlyMap<string, number> | null = null;

/** The two-byte part of GB18030, turned round from the decoder that every runtime has. */
function twoBytePairs(): ReadonlyMap<string, number> {
  if (pairs) return pairs;
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\ufffd' && !found.has(text)) found.set(text, lead * 256 + trail);
    }
  }
  pairs = found;
  return found;
}

function gb18030(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.charCodeAt(0);
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = twoBytePairs().get(character);
    if (pair === undefined) throw new Error(`${character} has no two bytes in GB18030`);
    bytes.push(pair >> 8, pair & 0xff);
  }
  return Uint8Array.from(bytes);
}

function utf16le(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    bytes.set([code & 0xff, code >> 8], 2 + index * 2);
  }
  return bytes;
}

/** UTF-16 always with its byte order mark, as editors write it. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'gb18030') return gb18030(text);
  if (encoding === 'utf-16le') return utf16le(text);
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}
