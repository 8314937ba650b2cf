import { builtInFormat, type CellStyle } from '../sheet/cell-style.ts';
import { readXml } from '../xml.ts';
import { isTrue, SHEET_NAMESPACES } from './namespaces.ts';

/** The styles of cells by their number. */
export function readCellStyles(part: Uint8Array | undefined): readonly CellStyle[] {
  const styles: CellStyle[] = [];
  if (!part) return styles;
  const formats = new Map<number, string>();
  const borders: boolean[] = [];
  readXml(part, SHEET_NAMESPACES, {
    open(element) {
      const { name, parent } = element;
      const number = (attribute: string): number => Number(element.attribute(attribute) ?? 0);
      if (name === 'x:numFmt' && parent === 'x:numFmts') {
        formats.set(number('numFmtId'), element.attribute('formatCode') ?? 'General');
      } else if (name === 'x:border') {
        borders.push(false);
      } else if (parent === 'x:border' && (element.attribute('style') ?? 'none') !== 'none') {
        borders[borders.length - 1] = true;
      } else if (name === 'x:xf' && parent === 'x:cellXfs') {
        const id = number('numFmtId');
        const applied = element.attribute('applyBorder');
        styles.push({
          format: formats.get(id) ?? builtInFormat(id),
          bordered: (applied === undefined || isTrue(applied)) && (borders[number('borderId')] ?? false)
        });
      }
      return undefined;
    }
  });
  return styles;
}
