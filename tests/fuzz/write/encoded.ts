import { encode, type Encoding } from '../../../data/generator/documents/encode.ts';

/** Text in an encoding, or in UTF-8 where the generator's two bytes of GB18030 have no place for a sign of it. */
export function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding !== 'gb18030') return encode(text, encoding);
  try {
    return encode(text, encoding);
  } catch {
    return encode(text, 'utf-8');
  }
}
