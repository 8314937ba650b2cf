import type { Colour } from '../colour.ts';
import { builtInFormat, type CellStyle } from '../sheet/cell-style.ts';
import { readXml } from '../xml.ts';
import { PLAIN_FONT } from '../sheet/styled-text.ts';
import { colourOf, FontReader } from './fonts.ts';
import { isTrue, SHEET_NAMESPACES } from './namespaces.ts';

/** The styles of cells by their number. */
export function readCellStyles(part: Uint8Array | undefined): readonly CellStyle[] {
  const styles: CellStyle[] = [];
  if (!part) return styles;
  const formats = new Map<number, string>();
  const borders: boolean[] = [];
  const fonts: FontReader[] = [];
  const fills: (Colour | undefined)[] = [];
  let solid = false;
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
      } else if (name === 'x:font' && parent === 'x:fonts') {
        fonts.push(new FontReader());
      } else if (parent === 'x:font') {
        fonts.at(-1)?.take(element);
      } else if (name === 'x:fill' && parent === 'x:fills') {
        fills.push(undefined);
      } else if (name === 'x:patternFill') {
        solid = element.attribute('patternType') === 'solid';
      } else if (name === 'x:fgColor' && solid && fills.length > 0) {
        fills[fills.length - 1] = colourOf(element);
      } else if (name === 'x:dxfs') {
        // Formats that hold under conditions are read by themselves.
        return 'skip';
      } else if (name === 'x:xf' && parent === 'x:cellXfs') {
        const id = number('numFmtId');
        const applied = element.attribute('applyBorder');
        styles.push({
          format: formats.get(id) ?? builtInFormat(id),
          bordered: (applied === undefined || isTrue(applied)) && (borders[number('borderId')] ?? false),
          font: fonts[number('fontId')]?.font ?? PLAIN_FONT,
          paper: fills[number('fillId')]
        });
      }
      return undefined;
    }
  });
  return styles;
}
