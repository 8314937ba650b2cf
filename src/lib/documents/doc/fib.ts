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
  /** Characters of the main text; footnotes, headers, comments and text boxes follow it and are not read. */
  readonly mainTextLength: number;
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
  const mainTextLength = view.getUint32(0x4c, true);
  // No character takes less than a byte, so more of them than bytes is a broken or hostile head.
  if (mainTextLength > stream.length) throw damaged('doc-head');
  const extent = (at: number): Extent => ({ offset: view.getUint32(at, true), size: view.getUint32(at + 4, true) });
  return {
    tableStream: flags & SECOND_TABLE_STREAM ? '1Table' : '0Table',
    mainTextLength,
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
