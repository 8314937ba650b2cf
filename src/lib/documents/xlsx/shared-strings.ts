import type { StyledText } from '../sheet/styled-text.ts';
import { readXml } from '../xml.ts';
import { SHEET_NAMESPACES } from './namespaces.ts';
import { RichText } from './rich-text.ts';

/** The texts that cells refer to by number, phonetic guides (`rPh`) left out. */
export function readSharedStrings(part: Uint8Array | undefined): readonly StyledText[] {
  const strings: StyledText[] = [];
  if (!part) return strings;
  const rich = new RichText();
  readXml(part, SHEET_NAMESPACES, {
    open(element) {
      if (element.name === 'x:si') rich.start();
      return rich.open(element);
    },
    text: (piece) => rich.text(piece),
    close(name) {
      rich.close();
      if (name === 'x:si') strings.push(rich.take());
    }
  });
  return strings;
}
