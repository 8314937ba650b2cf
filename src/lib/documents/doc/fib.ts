import { Refusal } from '../../report/issue.ts';
import { damaged } from '../limits.ts';

/** Where a structure stands in the table stream. */
export interface Extent {
  readonly offset: number;
  readonly size: number;
}

/** What the file's head tells ([MS-DOC] 2.5, FIB). */
export interface Fib {
  readonly tableStream: '0Table' | '1Table';
  /** Characters of the main text; footnotes, headers and comments follow it and are not read. */
  readonly mainTextLength: number;
  /** Behind them, the text of all text boxes. */
  readonly textBoxSpan: { readonly from: number; readonly to: number };
  readonly anchors: Extent;
  readonly textBoxes: Extent;
  readonly styles: Extent;
  readonly characterRuns: Extent;
  readonly paragraphRuns: Extent;
  readonly pieces: Extent;
}

const SIGNATURE = 0xa5ec;
/** Word 97; the numbers below belong to Word 6 and 95, whose structures are others. */
const FIRST_VERSION = 0xc0;
const ENCRYPTED = 0x0100;
const SECOND_TABLE_STREAM = 0x0200;
const MAIN_TEXT = 0x4c;
/** Where the lengths stand of what follows the main text: footnotes, headers, comments, endnotes. */
const NOTES = [0x50, 0x54, 0x5c, 0x60];
const TEXT_BOXES = 0x64;

/** Reads the head of the stream `WordDocument`. Throws `Refusal`: `document.old-format`, `document.encrypted`. */
export function readFib(stream: Uint8Array): Fib {
  if (stream.length < 0x200) throw damaged('doc-head');
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const signature = view.getUint16(0, true);
  if (signature !== SIGNATURE || view.getUint16(2, true) < FIRST_VERSION) {
    throw new Refusal({ code: 'document.old-format' });
  }
  const flags = view.getUint16(0x0a, true);
  if (flags & ENCRYPTED) throw new Refusal({ code: 'document.encrypted' });
  const length = (at: number): number => view.getUint32(at, true);
  const mainTextLength = length(MAIN_TEXT);
  const from = NOTES.reduce((sum, at) => sum + length(at), mainTextLength);
  const to = from + length(TEXT_BOXES);
  // No character takes less than a byte, so more of them than bytes is a broken or hostile head.
  if (to > stream.length) throw damaged('doc-head');
  const extent = (at: number): Extent =>
    at + 8 > stream.length
      ? { offset: 0, size: 0 }
      : { offset: view.getUint32(at, true), size: view.getUint32(at + 4, true) };
  return {
    tableStream: flags & SECOND_TABLE_STREAM ? '1Table' : '0Table',
    mainTextLength,
    textBoxSpan: { from, to },
    anchors: extent(0x1da),
    textBoxes: extent(0x25a),
    styles: extent(0xa2),
    characterRuns: extent(0xfa),
    paragraphRuns: extent(0x102),
    pieces: extent(0x1a2)
  };
}

/** The bytes of an extent; one that leaves the stream is damage. */
export function slice(stream: Uint8Array, { offset, size }: Extent): Uint8Array {
  if (offset + size > stream.length) throw damaged('doc-cut-off');
  return stream.subarray(offset, offset + size);
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
