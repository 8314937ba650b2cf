/** Numbers of [MS-CFB]. */
const SECTOR = 512;
const ENTRY = 128;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const TABLE_SECTOR = 0xfffffffd;
/** Streams of this size or more lie in sectors of their own; smaller ones are padded to it. */
const CUTOFF = 4096;

export interface OleStream {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A compound file of version 3 with these streams under its root, up to 7 MB. */
export function oleOf(streams: readonly OleStream[]): Uint8Array {
  const contents = streams.map(({ content }) => padded(content));
  const directorySectors = Math.ceil(((streams.length + 1) * ENTRY) / SECTOR);
  const data = contents.reduce((sum, content) => sum + content.length / SECTOR, directorySectors);
  const tables = Math.ceil((data + Math.ceil(data / 127)) / 128);
  const bytes = new Uint8Array(SECTOR * (1 + tables + data));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(0x1a, 3, true);
  view.setUint16(0x1e, 9, true);
  view.setUint16(0x20, 6, true);
  view.setUint32(0x2c, tables, true);
  view.setUint32(0x30, tables, true);
  view.setUint32(0x38, CUTOFF, true);
  view.setUint32(0x3c, END_OF_CHAIN, true);
  view.setUint32(0x44, END_OF_CHAIN, true);
  for (let at = 0; at < 109; at++) view.setUint32(0x4c + 4 * at, at < tables ? at : FREE, true);
  const next = (sector: number, value: number) => view.setUint32(SECTOR + 4 * sector, value, true);
  for (let sector = 0; sector < tables * 128; sector++) next(sector, sector < tables ? TABLE_SECTOR : FREE);
  let sector = tables;
  const place = (content: Uint8Array): number => {
    const start = sector;
    bytes.set(content, SECTOR * (1 + start));
    for (let left = Math.ceil(content.length / SECTOR); left > 0; left--, sector++) {
      next(sector, left === 1 ? END_OF_CHAIN : sector + 1);
    }
    return start;
  };
  place(new Uint8Array(directorySectors * SECTOR));
  const starts = contents.map(place);
  ['Root Entry', ...streams.map(({ name }) => name)].forEach((name, id) => {
    const at = SECTOR * (1 + tables) + id * ENTRY;
    for (let index = 0; index < name.length; index++) view.setUint16(at + 2 * index, name.charCodeAt(index), true);
    view.setUint16(at + 64, 2 * name.length + 2, true);
    view.setUint8(at + 66, id === 0 ? 5 : 2);
    view.setUint32(at + 68, FREE, true);
    view.setUint32(at + 72, id === 0 || id === streams.length ? FREE : id + 1, true);
    view.setUint32(at + 76, id === 0 && streams.length > 0 ? 1 : FREE, true);
    view.setUint32(at + 116, id === 0 ? END_OF_CHAIN : (starts[id - 1] ?? 0), true);
    view.setUint32(at + 120, id === 0 ? 0 : (contents[id - 1]?.length ?? 0), true);
  });
  return bytes;
}

function padded(content: Uint8Array): Uint8Array {
  const whole = new Uint8Array(Math.max(CUTOFF, Math.ceil(content.length / SECTOR) * SECTOR));
  whole.set(content);
  return whole;
}
