import type { PDFPageProxy } from 'pdfjs-dist';
import { isRecord, UNKNOWN_CHARACTER } from './fonts.ts';
import { type Box, type Glyph, type Matrix, transformBox } from './geometry.ts';

/** Points: the largest size that a text is taken to have. */
const LARGEST = 10;
/** Of the box around a text, and of the font size. */
const LINE_SHARE = 0.7;
const MIDDLE = 0.35;

/**
 * Fields of a form and notes whose text the file stores without saying how it looks: some programs show it and some do
 * not, so an unknown character stands in its place.
 */
export async function unshownTexts(page: PDFPageProxy, matrix: Matrix, area: Box): Promise<Glyph[]> {
  const annotations: unknown[] = await page.getAnnotations({ intent: 'display' });
  return annotations.flatMap((entry): Glyph[] => {
    const [x1, y1, x2, y2] = placeOfUnshown(entry) ?? [];
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return [];
    const box = transformBox(matrix, {
      left: Math.min(x1, x2),
      top: Math.min(y1, y2),
      right: Math.max(x1, x2),
      bottom: Math.max(y1, y2)
    });
    const size = Math.min(LARGEST, (box.bottom - box.top) * LINE_SHARE);
    const middle = (box.left + box.right) / 2;
    return [
      {
        text: UNKNOWN_CHARACTER,
        left: middle - size / 4,
        right: middle + size / 4,
        baseline: (box.top + box.bottom) / 2 + size * MIDDLE,
        size,
        sideways: false,
        order: Infinity,
        colour: '#000000',
        clip: area
      }
    ];
  });
}

function placeOfUnshown(entry: unknown): number[] | undefined {
  if (!isRecord(entry) || entry.hasAppearance === true || entry.hidden === true) return undefined;
  const { rect, subtype, fieldType, fieldValue, contentsObj } = entry;
  const isField = subtype === 'Widget' && (fieldType === 'Tx' || fieldType === 'Ch');
  const contents = subtype === 'FreeText' && isRecord(contentsObj) ? contentsObj.str : undefined;
  const text = [isField ? fieldValue : contents]
    .flat()
    .filter((part) => typeof part === 'string')
    .join('')
    .trim();
  return text === '' || !Array.isArray(rect) ? undefined : rect.map(Number);
}
