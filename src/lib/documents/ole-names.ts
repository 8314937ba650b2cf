import { damaged } from './limits.ts';

const ENTRY = 128;
const ROOT_TYPE = 5;
const LAST_REGULAR_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;

/**
 * The names directly under the root of an OLE compound file ([MS-CFB]), in no order; enough to tell what it holds.
 * What an embedded object contains lies deeper and does not count. Nothing but the directory is read, each sector
 * and entry once, so that a file of loops ends as well. Throws the refusal `document.damaged`.
 */
export function oleRootNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = directoryEntries(view);
    const names: string[] = [];
    const [root] = entries;
    if (root === undefined || view.getUint8(root + 66) !== ROOT_TYPE) throw damaged('ole-directory');
    const waiting = [view.getUint32(root + 76, true)];
    const seen = new Set<number>([NO_ENTRY]);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const entry = entries[id];
      if (seen.has(id) || entry === undefined) continue;
      seen.add(id);
      names.push(entryName(view, entry));
      waiting.push(view.getUint32(entry + 68, true), view.getUint32(entry + 72, true));
    }
    return names;
  } catch (error) {
    // A position outside the file: it was cut, or its header lies.
    if (error instanceof RangeError) throw damaged('ole-directory');
    throw error;
  }
}

/** Where each directory entry begins. */
function directoryEntries(view: DataView): number[] {
  const shift = view.getUint16(0x1e, true);
  if (shift !== 9 && shift !== 12) throw damaged('ole-header');
  const size = 1 << shift;
  const entries: number[] = [];
  const seen = new Set<number>();
  let sector = view.getUint32(0x30, true);
  while (sector < LAST_REGULAR_SECTOR && !seen.has(sector)) {
    seen.add(sector);
    const start = (sector + 1) * size;
    for (let at = start; at < start + size; at += ENTRY) entries.push(at);
    sector = nextSector(view, sector, size);
  }
  return entries;
}

function nextSector(view: DataView, sector: number, size: number): number {
  const perSector = size / 4;
  const table = Math.floor(sector / perSector);
  // The header lists the first 109 sectors of the allocation table, enough for directories of a file under 7 MB.
  if (table >= 109) return NO_ENTRY;
  const tableSector = view.getUint32(0x4c + 4 * table, true);
  return view.getUint32((tableSector + 1) * size + 4 * (sector % perSector), true);
}

function entryName(view: DataView, entry: number): string {
  const length = Math.min(Math.max(view.getUint16(entry + 64, true) / 2 - 1, 0), 31);
  let name = '';
  for (let at = 0; at < length; at++) name += String.fromCharCode(view.getUint16(entry + 2 * at, true));
  return name;
}
