import type { PDFPageProxy } from 'pdfjs-dist';

/** Stands for a drawn character whose meaning the document does not tell. Never left out: a cell is not blank then. */
export const UNKNOWN_CHARACTER = '\uFFFD';

/** One entry of pdf.js' text operator that is a character. */
export interface CodedGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly originalCharCode: number;
  /** Vertical writing: [advance, x of the origin, y of the origin]. */
  readonly vmetric: readonly [number, number, number] | undefined;
  readonly isSpace: boolean;
}

export interface Font {
  /** From glyph units to text units: 0.001 for all but Type 3 fonts. */
  readonly scale: number;
  /** A Type 3 font turned over by its own matrix, which may set drawings upright that are head down. */
  readonly flipped: boolean;
  readonly vertical: boolean;
  readonly defaultVMetrics: readonly [number, number, number] | undefined;
  textOf(glyph: CodedGlyph): string;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The font that an operator names, or undefined when pdf.js could not load it. */
export function fontOf(page: PDFPageProxy, name: string): Font | undefined {
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
  const font: unknown = objects.has(name) ? objects.get(name) : undefined;
  if (!isRecord(font)) return undefined;
  const matrix = font.fontMatrix;
  const [first, , , fourth]: unknown[] = Array.isArray(matrix) ? matrix : [];
  return {
    scale: typeof first === 'number' && first > 0 ? first : 0.001,
    flipped: typeof fourth === 'number' && fourth < 0,
    vertical: font.vertical === true,
    defaultVMetrics: triple(font.defaultVMetrics),
    textOf: textTable(font)
  };
}

/**
 * pdf.js gives a code that the document maps to no character out as if the code were the character. Such a code may
 * well be a digit's. So only mapped codes are believed.
 */
function textTable(font: Record<string, unknown>): (glyph: CodedGlyph) => string {
  const { toUnicode, composite } = font;
  if (!isRecord(toUnicode)) return (glyph) => visible(glyph.unicode);
  const map = toUnicode._map;
  if (Array.isArray(map)) {
    // Not what pdf.js gives out: that is a blank for some characters of fonts that are not in the document.
    return (glyph) => {
      const text: unknown = map[glyph.originalCharCode];
      return typeof text === 'string' && text !== '' ? visible(text) : unmapped(glyph);
    };
  }
  // No map: the codes of a composite font are the numbers of its drawings. (A map that says "the code is the character"
  // looks the same from here and is not believed either; hardly any program writes it.)
  return composite === true ? unmapped : (glyph) => visible(glyph.unicode);
}

function unmapped(glyph: CodedGlyph): string {
  return glyph.isSpace ? ' ' : UNKNOWN_CHARACTER;
}

/** Control characters and private-use characters say nothing: a font's own numbering shows through. */
function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Co}\p{Cn}\p{Cs}]/gu, UNKNOWN_CHARACTER);
}

function triple(value: unknown): readonly [number, number, number] | undefined {
  if (!Array.isArray(value) || value.length < 3) return undefined;
  const [one, two, three]: unknown[] = value;
  if (typeof one !== 'number' || typeof two !== 'number' || typeof three !== 'number') return undefined;
  return [one, two, three];
}

/** Checks one entry of a text operator. Numbers in it are shifts, everything else is not expected. */
export function codedGlyph(entry: unknown): CodedGlyph | undefined {
  if (!isRecord(entry)) return undefined;
  const { unicode, width, originalCharCode, isSpace } = entry;
  if (typeof unicode !== 'string' || typeof width !== 'number' || typeof originalCharCode !== 'number')
    return undefined;
  return { unicode, width, originalCharCode, vmetric: triple(entry.vmetric), isSpace: isSpace === true };
}
