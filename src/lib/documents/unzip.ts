import { Inflate } from 'fflate';
import { Refusal } from '../report/issue.ts';
import { crc32 } from './crc32.ts';
import { damaged, LIMITS, overLimit } from './limits.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_SIZE = 30;
const SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
const STORED = 0;
const DEFLATED = 8;
/** Packed bytes given to inflate at a time; one step can give at most about 1,032 times as many. */
const STEP = 4_096;

/** What one zip may cost. */
export type ZipLimits = Readonly<
  Record<'zipEntries' | 'entryBytes' | 'unzippedBytes' | 'inflationRatio' | 'ratioFloorBytes', number>
>;

export function isZip(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** A zip of which only the entries asked for are opened. Its limits hold for the archive's whole life. */
export class ZipArchive {
  readonly entries: readonly ZipEntry[];
  #inflated = 0;

  /** `bytes` are the whole file. Throws `Refusal` when the directory is missing, broken or too long. */
  constructor(
    readonly bytes: Uint8Array,
    readonly limits: ZipLimits = LIMITS
  ) {
    this.entries = readZipDirectory(bytes, limits.zipEntries);
  }

  /** The entry of this name, as packages compare names: `/` and `\` alike, upper and lower case alike. */
  find(name: string): ZipEntry | undefined {
    const key = nameKey(name);
    const found = this.entries.filter((entry) => nameKey(entry.name) === key);
    // Two entries of one name: programs differ on which counts, so the document has no certain content.
    if (found.length > 1) throw damaged('zip-name-doubled');
    return found[0];
  }

  /** The entry's content, or undefined when there is none of this name. Throws `Refusal` as `open` does. */
  read(name: string): Uint8Array | undefined {
    const entry = this.find(name);
    return entry && this.open(entry);
  }

  /** The content of one entry. Throws `Refusal`: `document.encrypted`, `document.limit`, `document.damaged`. */
  open(entry: ZipEntry): Uint8Array {
    if (entry.encrypted) throw new Refusal({ code: 'document.encrypted' });
    const packed = this.#packed(entry);
    const content =
      entry.method === STORED ? this.#count(packed, packed.length, packed.length) : this.#inflate(entry, packed);
    this.#inflated += content.length;
    if (crc32(content) !== entry.crc) throw damaged('zip-checksum');
    return content;
  }

  #packed(entry: ZipEntry): Uint8Array {
    const { bytes } = this;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (entry.offset + LOCAL_SIZE > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_SIGNATURE) {
      throw damaged('zip-entry');
    }
    const nameAndExtra = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    const start = entry.offset + LOCAL_SIZE + nameAndExtra;
    if (start + entry.packedSize > bytes.length) throw damaged('zip-entry');
    return bytes.subarray(start, start + entry.packedSize);
  }

  #inflate(entry: ZipEntry, packed: Uint8Array): Uint8Array {
    if (entry.method !== DEFLATED) throw damaged('zip-method');
    const chunks: Uint8Array[] = [];
    let size = 0;
    const inflate = new Inflate((chunk) => {
      size += chunk.length;
      chunks.push(this.#count(chunk, packed.length, size));
    });
    try {
      for (let at = 0; at < packed.length; at += STEP) {
        inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      }
    } catch (error) {
      if (error instanceof Refusal) throw error;
      throw damaged('zip-deflate');
    }
    return joined(chunks, size);
  }

  /** Lets a piece pass when the entry, now `size` bytes long, is within the limits. */
  #count(piece: Uint8Array, packedSize: number, size: number): Uint8Array {
    const { entryBytes, unzippedBytes, ratioFloorBytes, inflationRatio } = this.limits;
    if (size > entryBytes) throw overLimit('entryBytes');
    if (this.#inflated + size > unzippedBytes) throw overLimit('unzippedBytes');
    if (size > ratioFloorBytes && size > packedSize * inflationRatio) throw overLimit('inflationRatio');
    return piece;
  }
}

function nameKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (first && chunks.length === 1) return first;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
