import { damaged } from '../limits.ts';
import { viewOf } from './fib.ts';
import { pieceModifiers } from './sprm.ts';

/** A stretch of the text in reading order, and where its bytes stand in the stream. */
export interface Piece {
  /** The place of its first character among those of the document. */
  readonly start: number;
  readonly offset: number;
  readonly length: number;
  /** One byte a character (windows-1252) or two (UTF-16). */
  readonly width: 1 | 2;
  /** Modifiers a fast save put on the whole piece, applied after those of its runs. */
  readonly modifiers: Uint8Array | null;
}

const PIECE_TABLE = 2;
const MODIFIERS = 1;
const COMPRESSED = 0x40000000;

/** The pieces of the first `length` characters ([MS-DOC] 2.9.38, Clx). Fast saves leave them out of byte order. */
export function readPieces(clx: Uint8Array, length: number): Piece[] {
  const view = viewOf(clx);
  const groups: Uint8Array[] = [];
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === MODIFIERS) {
    const size = view.getUint16(at + 1, true);
    groups.push(clx.subarray(at + 3, at + 3 + size));
    at += 3 + size;
  }
  if (at + 5 > clx.length || clx[at] !== PIECE_TABLE) throw damaged('doc-pieces');
  const table = at + 5;
  const size = view.getUint32(at + 1, true);
  const count = Math.floor((size - 4) / 12);
  if (count < 1 || table + size > clx.length) throw damaged('doc-pieces');

  const pieces: Piece[] = [];
  let reached = 0;
  for (let index = 0; index < count && reached < length; index++) {
    const start = view.getUint32(table + 4 * index, true);
    const end = Math.min(view.getUint32(table + 4 * index + 4, true), length);
    if (start !== reached || end < start) throw damaged('doc-pieces');
    const descriptor = table + 4 * (count + 1) + 8 * index;
    const stated = view.getUint32(descriptor + 2, true);
    const compressed = (stated & COMPRESSED) !== 0;
    pieces.push({
      start,
      offset: compressed ? (stated & (COMPRESSED - 1)) >>> 1 : stated & (COMPRESSED - 1),
      length: end - start,
      width: compressed ? 1 : 2,
      modifiers: pieceModifiers(view.getUint16(descriptor + 6, true), groups)
    });
    reached = end;
  }
  if (reached < length) throw damaged('doc-pieces');
  return pieces;
}

/** The pieces of a stretch of the document, the first and the last cut to it. */
export function piecesOf(pieces: readonly Piece[], from: number, to: number): Piece[] {
  return pieces.flatMap((piece) => {
    const [first, last] = [Math.max(piece.start, from), Math.min(piece.start + piece.length, to)];
    if (first >= last) return [];
    const offset = piece.offset + (first - piece.start) * piece.width;
    return [{ ...piece, start: first, offset, length: last - first }];
  });
}
