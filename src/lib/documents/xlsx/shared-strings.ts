import { readXml } from '../xml.ts';
import { SHEET_NAMESPACES } from './namespaces.ts';

/** The texts that cells refer to by number: runs joined, phonetic guides (`rPh`) left out. */
export function readSharedStrings(part: Uint8Array | undefined): readonly string[] {
  const strings: string[] = [];
  if (!part) return strings;
  let text = '';
  let inText = false;
  readXml(part, SHEET_NAMESPACES, {
    open({ name }) {
      if (name === 'x:rPh') return 'skip';
      if (name === 'x:si') text = '';
      inText = name === 'x:t';
      return undefined;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      inText = false;
      if (name === 'x:si') strings.push(unescaped(text));
    }
  });
  return strings;
}

/** `_x000D_` stands for a character that XML cannot hold (ECMA-376 22.9.2.19); line ends are all alike here. */
export function unescaped(text: string): string {
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(/\r\n?/g, '\n');
}
