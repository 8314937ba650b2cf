/** Numbers of [MS-CFB]: sector marks, and the size of a directory entry. */
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const TABLE_SECTOR = 0xfffffffd;
const SECTOR = 512;
const ENTRY = 128;

/**
 * A compound file with empty streams of these names under its root and, when `inner` is given, in the last of them as
 * a storage. Sector 0 is the allocation table, the directory follows.
 */
export function buildOle(names: readonly string[], inner: readonly string[] = []): Uint8Array {
  const entries = ['Root Entry', ...names, ...inner];
  const sectors = Math.ceil((entries.length * ENTRY) / SECTOR);
  const bytes = new Uint8Array(SECTOR * (2 + sectors));
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(0x1a, 3, true);
  view.setUint16(0x1e, 9, true);
  view.setUint32(0x2c, 1, true);
  view.setUint32(0x30, 1, true);
  for (let at = 0; at < 109; at++) view.setUint32(0x4c + 4 * at, at === 0 ? 0 : FREE, true);
  for (let at = 0; at < SECTOR / 4; at++) {
    const next = at < sectors ? at + 1 : at === sectors ? END_OF_CHAIN : FREE;
    view.setUint32(SECTOR + 4 * at, at === 0 ? TABLE_SECTOR : next, true);
  }
  entries.forEach((name, id) => {
    const at = 2 * SECTOR + id * ENTRY;
    for (let index = 0; index < name.length; index++) view.setUint16(at + 2 * index, name.charCodeAt(index), true);
    view.setUint16(at + 64, 2 * name.length + 2, true);
    // Types: 5 for the root, 1 for a storage, 2 for a stream.
    view.setUint8(at + 66, id === 0 ? 5 : id === names.length && inner.length > 0 ? 1 : 2);
    // Brothers form a chain to the right; the root and the last storage have a child.
    const isLast = id === 0 || id === names.length || id === entries.length - 1;
    const child = id === 0 && names.length > 0 ? 1 : id === names.length && inner.length > 0 ? id + 1 : FREE;
    view.setUint32(at + 68, FREE, true);
    view.setUint32(at + 72, isLast ? FREE : id + 1, true);
    view.setUint32(at + 76, child, true);
  });
  return bytes;
}
