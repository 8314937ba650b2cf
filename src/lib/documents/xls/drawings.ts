import type { SheetRange } from '../sheet/sheet.ts';
import { type BiffRecord, RECORD } from './records.ts';

/** [MS-XLS] 2.5.193, OfficeArtClientAnchorSheet: its type, then its size of 18 bytes. */
const ANCHOR = [0x10, 0xf0, 18, 0, 0, 0];
/** Kinds of objects that may show a figure ([MS-XLS] 2.5.143, FtCmo): charts, text boxes and pictures. */
const PICTURES = new Set([5, 6, 8]);

/** Collects where pictures stand: each drawing's shape is followed by the object that says what it is. */
export class XlsDrawings {
  readonly pictures: SheetRange[] = [];
  #anchor: SheetRange | null = null;

  take({ type, data }: BiffRecord): void {
    if (type === RECORD.drawing) this.#anchor = anchorIn(data);
    else if (type === RECORD.object && this.#anchor && data.byteLength >= 6 && PICTURES.has(data.getUint16(4, true))) {
      this.pictures.push(this.#anchor);
    }
  }
}

function anchorIn(data: DataView): SheetRange | null {
  for (let at = 0; at + ANCHOR.length + 18 <= data.byteLength; at++) {
    if (!ANCHOR.every((byte, index) => data.getUint8(at + index) === byte)) continue;
    const number = (offset: number): number => data.getUint16(at + ANCHOR.length + offset, true);
    const [left, top, right, bottom] = [number(2), number(6), number(10), number(14)];
    return { top, left, bottom: Math.max(top, bottom), right: Math.max(left, right) };
  }
  return null;
}
