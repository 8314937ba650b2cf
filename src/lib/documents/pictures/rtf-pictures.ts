import { RtfTokens } from '../rtf/tokens.ts';

/** The kinds of picture that a browser can show. */
const SHOWABLE = new Set(['jpegblip', 'pngblip']);

/** The JPEG and PNG pictures of Rich Text in their order. Throws `Refusal` when the text is cut inside one. */
export function rtfPictures(bytes: Uint8Array): Uint8Array[] {
  const tokens = new RtfTokens(bytes);
  const pictures: Uint8Array[] = [];
  for (let token = tokens.next(); token !== 'end'; token = tokens.next()) {
    if (token !== 'word') continue;
    if (tokens.text === 'bin') tokens.skip(tokens.parameter ?? 0);
    else if (tokens.text === 'pict') pictures.push(...pictureIn(tokens));
  }
  return pictures;
}

/** The rest of a picture's group: its words, groups about it, and its bytes as hexadecimal digits. */
function pictureIn(tokens: RtfTokens): Uint8Array[] {
  let depth = 1;
  let isShowable = false;
  const digits: number[] = [];
  while (depth > 0) {
    const token = tokens.next();
    if (token === 'end') break;
    if (token === 'open') depth++;
    else if (token === 'close') depth--;
    else if (token === 'word' && tokens.text === 'bin') tokens.skip(tokens.parameter ?? 0);
    else if (token === 'word') isShowable ||= SHOWABLE.has(tokens.text);
    else if (token === 'byte' && depth === 1 && isShowable) {
      const digit = Number.parseInt(String.fromCharCode(tokens.byte), 16);
      if (!Number.isNaN(digit)) digits.push(digit);
    }
  }
  if (!isShowable) return [];
  return [
    Uint8Array.from({ length: digits.length >> 1 }, (_, at) => ((digits[2 * at] ?? 0) << 4) | (digits[2 * at + 1] ?? 0))
  ];
}
