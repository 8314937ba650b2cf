import { Refusal } from '../report/issue.ts';
import { damaged, overLimit } from './limits.ts';
import { decodeText } from './decode-text.ts';

/** One entry as the zip's directory states it. Sizes are claims: the inflated one is never trusted. */
export interface ZipEntry {
  /** As stored. Only ever a key: it is never used as a path on a disk. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  /** Where the entry's local header begins. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const ZIP64_EXTRA = 0x0001;
const IN_ZIP64 = 0xffffffff;

/** The zip's central directory (PKWARE APPNOTE 4.3.12), at most so many entries long. Throws `Refusal`. */
export function readZipDirectory(bytes: Uint8Array, most: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (view.getUint16(end + 10, true) > most) throw overLimit('zipEntries');
  const entries: ZipEntry[] = [];
  // The stated count may lie, so entries are walked until the directory ends.
  let at = view.getUint32(end + 16, true);
  while (at + ENTRY_SIZE <= end && view.getUint32(at, true) === ENTRY_SIGNATURE) {
    if (entries.length === most) throw overLimit('zipEntries');
    const nameEnd = at + ENTRY_SIZE + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > end) throw damaged('zip-directory');
    entries.push({
      name: entryName(bytes.subarray(at + ENTRY_SIZE, nameEnd)),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      ...sizeAndOffset(view, at, nameEnd, extraEnd)
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  if (entries.length !== view.getUint16(end + 10, true)) throw damaged('zip-directory');
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - END_SIZE - 0xffff);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw damaged('zip-end-missing');
}

/** Names are UTF-8 or, from older Chinese Windows programs, GBK; an undecodable name is just a name nobody asks for. */
function entryName(bytes: Uint8Array): string {
  try {
    return decodeText(bytes).text;
  } catch (error) {
    if (error instanceof Refusal) return '';
    throw error;
  }
}

function sizeAndOffset(view: DataView, at: number, extraStart: number, extraEnd: number) {
  const inflatedSize = view.getUint32(at + 24, true);
  let packedSize = view.getUint32(at + 20, true);
  let offset = view.getUint32(at + 42, true);
  if (packedSize !== IN_ZIP64 && offset !== IN_ZIP64) return { packedSize, offset };
  for (let field = extraStart; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== ZIP64_EXTRA) continue;
    // Only the values that did not fit above are present, in this order: inflated size, packed size, offset.
    let value = field + 4 + (inflatedSize === IN_ZIP64 ? 8 : 0);
    const next = (): number => {
      if (value + 8 > extraEnd) throw damaged('zip-directory');
      value += 8;
      return Number(view.getBigUint64(value - 8, true));
    };
    if (packedSize === IN_ZIP64) packedSize = next();
    if (offset === IN_ZIP64) offset = next();
    break;
  }
  return { packedSize, offset };
}
