import { deflateSync, strToU8 } from 'fflate';
import { crc32 } from '../../../src/lib/documents/crc32.ts';

export interface RawEntry {
  readonly name: string;
  /** What the entry holds before packing. */
  readonly content: Uint8Array;
  /** What its headers claim instead of the truth. */
  readonly claims?: Partial<Record<'crc' | 'packedSize' | 'inflatedSize' | 'offset' | 'method' | 'flags', number>>;
  readonly stored?: boolean;
  readonly extra?: Uint8Array;
}

/** A zip made by hand, so that its headers may say anything. `claimed`: the stated number of entries. */
export function rawZip(entries: readonly RawEntry[], claimed = entries.length): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content, claims = {}, stored = false, extra = new Uint8Array() } of entries) {
    const packed = stored ? content : deflateSync(content);
    const bytes = strToU8(name);
    const method = claims.method ?? (stored ? 0 : 8);
    const sizes = [
      claims.crc ?? crc32(content),
      claims.packedSize ?? packed.length,
      claims.inflatedSize ?? content.length
    ];
    const flags = claims.flags ?? 0;
    const local = record([
      [4, 0x04034b50],
      [2, 20],
      [2, flags],
      [2, method],
      [4, 0],
      ...sizes.map((size): Field => [4, size]),
      [2, bytes.length],
      [2, 0]
    ]);
    parts.push(local, bytes, packed);
    directory.push(
      record([
        [4, 0x02014b50],
        [2, 20],
        [2, 20],
        [2, flags],
        [2, method],
        [4, 0],
        ...sizes.map((size): Field => [4, size]),
        [2, bytes.length],
        [2, extra.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, claims.offset ?? offset]
      ]),
      bytes,
      extra
    );
    offset += local.length + bytes.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, claimed & 0xffff],
    [2, claimed & 0xffff],
    [4, size],
    [4, offset],
    [2, 0]
  ]);
  return joined([...parts, ...directory, end]);
}

type Field = readonly [size: 2 | 4, value: number];

export function record(fields: readonly Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(view.buffer);
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
