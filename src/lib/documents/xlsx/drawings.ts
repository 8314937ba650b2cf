import { relations } from '../ooxml-relations.ts';
import type { SheetRange } from '../sheet/sheet.ts';
import type { ZipArchive } from '../unzip.ts';
import { isFigure } from '../text-signs.ts';
import { readXml, type XmlNamespaces } from '../xml.ts';

const NAMESPACES: XmlNamespaces = {
  'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing': 'xdr',
  'http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing': 'xdr'
};
/** A stretch of text in a shape; the namespace is that of all drawings. */
const SHAPE_TEXT = 'other:t';
const ANCHORS = new Set(['xdr:twoCellAnchor', 'xdr:oneCellAnchor']);
/** Pictures, and what shows a chart; lines are neither, and a text box is one only when it holds a figure. */
const PICTURES = new Set(['xdr:pic', 'xdr:graphicFrame']);

/** The cells that each picture of a worksheet reaches over, from its first to its last. */
export function picturesOn(archive: ZipArchive, worksheet: string): SheetRange[] {
  const pictures: SheetRange[] = [];
  for (const { type, target } of relations(archive, worksheet).values()) {
    const part = type === 'drawing' ? archive.read(target) : undefined;
    if (part) readDrawing(part, pictures);
  }
  return pictures;
}

function readDrawing(part: Uint8Array, pictures: SheetRange[]): void {
  let numbers: Record<string, number> = {};
  let end = '';
  let at: string | undefined;
  let text = '';
  let isPicture = false;
  let written = '';
  let inShape = false;
  readXml(part, NAMESPACES, {
    open({ name, parent }) {
      if (ANCHORS.has(name)) {
        numbers = {};
        isPicture = false;
        written = '';
      } else if (name === 'xdr:from' || name === 'xdr:to') end = name;
      else if (parent === end && (name === 'xdr:row' || name === 'xdr:col')) {
        at = `${end} ${name}`;
        text = '';
      } else {
        isPicture ||= PICTURES.has(name);
        inShape = name === SHAPE_TEXT;
      }
      return undefined;
    },
    text(piece) {
      if (at !== undefined) text += piece;
      else if (inShape) written += piece;
    },
    close(name) {
      if (at !== undefined) numbers[at] = Number(text);
      at = undefined;
      inShape = false;
      if (!ANCHORS.has(name) || !(isPicture || isFigure(written))) return;
      const { 'xdr:from xdr:row': top = NaN, 'xdr:from xdr:col': left = NaN } = numbers;
      const { 'xdr:to xdr:row': bottom = top, 'xdr:to xdr:col': right = left } = numbers;
      if (top >= 0 && left >= 0)
        pictures.push({ top, left, bottom: Math.max(top, bottom), right: Math.max(left, right) });
    }
  });
}
