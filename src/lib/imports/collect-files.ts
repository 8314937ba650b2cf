import { displayName, isJunk } from './file-name.ts';
import { inSlices } from './slices.ts';

/** A file to import. `file` is null when the system does not let it be opened. */
export interface FoundFile {
  readonly file: Blob | null;
  readonly path: string;
}

/** More at once are likely a disk dropped by mistake; a city's forty streets over ten years are 400. */
export const MOST_FILES = 5_000;

/** Files chosen in a file dialog; of a folder they carry their path inside it. Without the system's own files. */
export async function filesOfList(list: readonly File[]): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  await inSlices(list, (file) => {
    const path = file.webkitRelativePath || file.name;
    if (!isJunk(path)) found.push({ file, path });
  });
  return found;
}

/**
 * Files and folders dropped on the page, folders in depth, in the order of their names; at most one more than
 * `MOST_FILES`. The list must be read while the drop is being handled: the browser empties it afterwards.
 */
export async function filesOfDrop(items: Iterable<DataTransferItem>): Promise<FoundFile[]> {
  const dropped = [...items].filter(({ kind }) => kind === 'file');
  const sources = dropped.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const found: FoundFile[] = [];
  for (const source of sources) {
    if (source instanceof File) add({ file: source, path: source.name }, found);
    else if (source) await walk(source, found);
  }
  return found;
}

function add(file: FoundFile, found: FoundFile[]): void {
  if (!isJunk(file.path)) found.push(file);
}

async function walk(entry: FileSystemEntry, found: FoundFile[]): Promise<void> {
  if (found.length > MOST_FILES || isJunk(entry.name)) return;
  const path = displayName(entry.fullPath);
  if (isFile(entry)) return add({ file: await open(entry), path }, found);
  if (!isFolder(entry)) return;
  const { entries, whole } = await list(entry);
  for (const inside of entries) await walk(inside, found);
  if (!whole) add({ file: null, path }, found);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function open(entry: FileSystemFileEntry): Promise<File | null> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(null)));
}

/** What is in a folder; the browser gives it in pieces of a hundred. Not `whole`: it, or the rest of it, may not be read. */
async function list(folder: FileSystemDirectoryEntry): Promise<{ entries: FileSystemEntry[]; whole: boolean }> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  let piece: FileSystemEntry[] | null;
  do {
    piece = await new Promise((resolve) => reader.readEntries(resolve, () => resolve(null)));
    entries.push(...(piece ?? []));
  } while (piece && piece.length > 0);
  // A name is asked of the browser once, not at each comparison.
  const named = entries.map((entry) => ({ entry, name: entry.name })).sort((a, b) => (a.name < b.name ? -1 : 1));
  return { entries: named.map(({ entry }) => entry), whole: piece !== null };
}
