import { damaged } from './limits.ts';

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_SIZE = 512;
const DIFAT_IN_HEADER = 109;
const END_OF_CHAIN = 0xfffffffe;
const NO_STREAM = 0xffffffff;
const ENTRY_SIZE = 128;
const STREAM = 2;

interface OleEntry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

export function isOle(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, index) => bytes[index] === byte);
}

/**
 * An OLE compound file ([MS-CFB]), of which only the streams asked for are opened.
 * Own code: the libraries at hand follow a cyclic sector chain until the memory is gone.
 */
export class OleFile {
  readonly #view: DataView;
  readonly #sectorSize: number;
  readonly #sectors: number;
  readonly #fat: Uint32Array;
  readonly #entries: readonly OleEntry[];

  /** `bytes` are the whole file. Throws `Refusal` (`document.damaged`) when its tables are broken or cut off. */
  constructor(readonly bytes: Uint8Array) {
    if (bytes.length < HEADER_SIZE || !isOle(bytes)) throw damaged('ole-header');
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.#view.getUint16(0x1e, true);
    if (shift !== 9 && shift !== 12) throw damaged('ole-header');
    this.#sectorSize = 1 << shift;
    this.#sectors = Math.ceil(bytes.length / this.#sectorSize) - 1;
    this.#fat = this.#table(this.#fatSectors());
    this.#entries = this.#directory();
  }

  /** Names of the streams and storages directly under the root; those of embedded objects are not among them. */
  get names(): string[] {
    return this.#rootChildren().map((entry) => entry.name);
  }

  /** A root stream's content, or undefined when there is none of this name. Names are compared without case. */
  stream(name: string): Uint8Array | undefined {
    const key = name.toLowerCase();
    const entry = this.#rootChildren().find(({ type, name }) => type === STREAM && name.toLowerCase() === key);
    return entry && this.#content(entry);
  }

  #content({ start, size }: OleEntry): Uint8Array {
    if (size === 0) return new Uint8Array();
    if (size >= this.#view.getUint32(0x38, true)) return this.#gather(this.#chain(start, this.#fat), size);
    const root = this.#entries[0];
    if (!root) throw damaged('ole-directory');
    const store = this.#gather(this.#chain(root.start, this.#fat), root.size);
    const miniFat = this.#table(this.#chain(this.#view.getUint32(0x3c, true), this.#fat));
    const miniSize = 1 << this.#view.getUint16(0x20, true);
    return joinSectors(store, this.#chain(start, miniFat), miniSize, 0, size);
  }

  #gather(chain: readonly number[], size: number): Uint8Array {
    return joinSectors(this.bytes, chain, this.#sectorSize, this.#sectorSize, size);
  }

  /** The sectors of one chain. A sector outside the table, or more links than the table has, is damage. */
  #chain(start: number, table: Uint32Array): number[] {
    const chain: number[] = [];
    for (let sector = start; sector !== END_OF_CHAIN;) {
      const next = table[sector];
      if (next === undefined || chain.length > table.length) throw damaged('ole-chain');
      chain.push(sector);
      sector = next;
    }
    return chain;
  }

  #fatSectors(): number[] {
    const count = this.#view.getUint32(0x2c, true);
    if (count > this.#sectors) throw damaged('ole-header');
    const sectors: number[] = [];
    for (let index = 0; index < Math.min(count, DIFAT_IN_HEADER); index++) {
      sectors.push(this.#view.getUint32(0x4c + 4 * index, true));
    }
    const perSector = this.#sectorSize / 4 - 1;
    let difat = this.#view.getUint32(0x44, true);
    while (sectors.length < count) {
      const base = this.#offset(difat);
      const here = Math.min(perSector, count - sectors.length);
      for (let index = 0; index < here; index++) sectors.push(this.#view.getUint32(base + 4 * index, true));
      difat = this.#view.getUint32(base + 4 * perSector, true);
    }
    return sectors;
  }

  /** Where a sector begins; it must lie in the file whole. */
  #offset(sector: number): number {
    const offset = (sector + 1) * this.#sectorSize;
    if (offset + this.#sectorSize > this.bytes.length) throw damaged('ole-cut-off');
    return offset;
  }

  #table(sectors: readonly number[]): Uint32Array {
    const perSector = this.#sectorSize / 4;
    const table = new Uint32Array(sectors.length * perSector);
    sectors.forEach((sector, index) => {
      const base = this.#offset(sector);
      for (let at = 0; at < perSector; at++) table[index * perSector + at] = this.#view.getUint32(base + 4 * at, true);
    });
    return table;
  }

  #directory(): OleEntry[] {
    const chain = this.#chain(this.#view.getUint32(0x30, true), this.#fat);
    const data = this.#gather(chain, chain.length * this.#sectorSize);
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const entries: OleEntry[] = [];
    for (let at = 0; at + ENTRY_SIZE <= data.length; at += ENTRY_SIZE) {
      const nameLength = Math.min(Math.max(view.getUint16(at + 64, true) - 2, 0), 62);
      entries.push({
        name: new TextDecoder('utf-16le').decode(data.subarray(at, at + nameLength)),
        type: view.getUint8(at + 66),
        left: view.getUint32(at + 68, true),
        right: view.getUint32(at + 72, true),
        child: view.getUint32(at + 76, true),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true)
      });
    }
    return entries;
  }

  #rootChildren(): OleEntry[] {
    const found: OleEntry[] = [];
    const seen = new Set<number>();
    const waiting = [this.#entries[0]?.child ?? NO_STREAM];
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const entry = this.#entries[index];
      if (!entry || seen.has(index)) continue;
      seen.add(index);
      found.push(entry);
      waiting.push(entry.left, entry.right);
    }
    return found;
  }
}

function joinSectors(
  source: Uint8Array,
  chain: readonly number[],
  sectorSize: number,
  headerSize: number,
  size: number
): Uint8Array {
  const needed = Math.ceil(size / sectorSize);
  if (needed > chain.length) throw damaged('ole-cut-off');
  const content = new Uint8Array(size);
  for (let index = 0; index < needed; index++) {
    const from = headerSize + (chain[index] ?? 0) * sectorSize;
    const length = Math.min(sectorSize, size - index * sectorSize);
    if (from + length > source.length) throw damaged('ole-cut-off');
    content.set(source.subarray(from, from + length), index * sectorSize);
  }
  return content;
}
