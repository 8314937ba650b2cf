import { OleFile } from '../ole.ts';

/** OfficeArtBlipPNG, OfficeArtBlipJPEG and its CMYK form ([MS-ODRAW] 2.2.23): the kinds that a browser can show. */
const SHOWABLE = new Set([0xf01e, 0xf01d, 0xf02a]);
const HEADER_SIZE = 8;
const ID_SIZE = 16;
/** A workbook's drawings ([MS-XLS] 2.4.171), and what goes on in the next record. */
const DRAWINGS = 0x00eb;
const CONTINUED = 0x003c;

/**
 * The pictures in a document or workbook of Office 97 to 2003, in the order of their bytes. They are looked for by
 * their own headers, not by the text that shows them: they are for a person to see, not to be read.
 * Throws `Refusal` when the file's tables are broken.
 */
export function olePictures(bytes: Uint8Array): Uint8Array[] {
  const file = new OleFile(bytes);
  const workbook = file.stream('Workbook') ?? file.stream('Book');
  if (workbook) return picturesIn(drawingsOf(workbook));
  return ['Data', 'WordDocument'].flatMap((name) => picturesIn(file.stream(name) ?? new Uint8Array()));
}

function picturesIn(stream: Uint8Array): Uint8Array[] {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const pictures: Uint8Array[] = [];
  for (let at = 0; at + HEADER_SIZE <= stream.length;) {
    const size = SHOWABLE.has(view.getUint16(at + 2, true)) ? view.getUint32(at + 4, true) : 0;
    // One identity, or two when the instance is odd, and a byte stand before the picture.
    const start = at + HEADER_SIZE + ID_SIZE * (1 + ((view.getUint16(at, true) >> 4) & 1)) + 1;
    const end = at + HEADER_SIZE + size;
    if (size === 0 || start >= end || end > stream.length) at++;
    else {
      pictures.push(stream.subarray(start, end));
      at = end;
    }
  }
  return pictures;
}

/** The workbook's drawings as one run of bytes: a record holds 8 KB at most. */
function drawingsOf(workbook: Uint8Array): Uint8Array {
  const view = new DataView(workbook.buffer, workbook.byteOffset, workbook.byteLength);
  const parts: Uint8Array[] = [];
  let isDrawing = false;
  for (let at = 0; at + 4 <= workbook.length; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true);
    isDrawing = type === DRAWINGS || (isDrawing && type === CONTINUED);
    if (isDrawing) parts.push(workbook.subarray(at + 4, at + 4 + view.getUint16(at + 2, true)));
  }
  const joined = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let end = 0;
  for (const part of parts) {
    joined.set(part, end);
    end += part.length;
  }
  return joined;
}
