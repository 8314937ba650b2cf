import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isPagePart } from '../lib/imports/file-name.ts';

/** Why a file of a folder is not read. A picture or an archive may well hold a report, the others hardly. */
export type SkipReason = 'archive' | 'data' | 'hidden' | 'note' | 'page-part' | 'picture' | 'program' | 'special';

export interface ListedFile {
  /** The path as a person gave it; inside a folder, the folder as given and the way from there. */
  readonly file: string;
  /** null: it is read. */
  readonly skip: SkipReason | null;
  /** Found in a folder with the name of a note or of data: it is read, and without a report in it passed over for this. */
  readonly withoutReport: SkipReason | null;
}

/** By their endings, files that lie beside reports and are none. Everything else is opened: extensions lie. */
const KINDS: readonly (readonly [SkipReason, RegExp])[] = [
  ['hidden', /^(?:\.|~\$)/],
  ['picture', /\.(?:png|jpe?g|gif|bmp|webp|tiff?)$/i],
  ['archive', /\.(?:zip|rar|7z|gz)$/i],
  ['data', /\.(?:json|duckdb|ya?ml|sql|log|mp3|mp4|svg)$/i],
  ['program', /\.(?:ico|css|m?js|ts|db|ini|lnk|exe|dll|py|sh)$/i]
];
const RARELY: readonly (readonly [SkipReason, RegExp])[] = [
  ['note', /\.md$/i],
  ['data', /\.(?:csv|xml)$/i]
];

function kindOf(file: string): SkipReason | null {
  if (isPagePart(file)) return 'page-part';
  return KINDS.find(([, pattern]) => pattern.test(path.basename(file)))?.[0] ?? null;
}

/**
 * Files in the order of the arguments, each folder's in code-unit order of their paths; none twice. A file named
 * explicitly is always read; so is a path that does not exist, to be refused by name.
 */
export async function listDocuments(paths: readonly string[]): Promise<ListedFile[]> {
  const listed = new Map<string, ListedFile>();
  for (const given of paths) {
    const isFolder = await stat(given).then(
      (found) => found.isDirectory(),
      () => false
    );
    for (const each of isFolder ? await walk(given) : [{ file: given, skip: null, withoutReport: null }]) {
      const key = path.resolve(each.file);
      const known = listed.get(key);
      // One that a folder passes over may be named by itself.
      if (!known || (known.skip !== null && each.skip === null)) listed.set(key, each);
    }
  }
  return [...listed.values()];
}

async function walk(folder: string): Promise<ListedFile[]> {
  const base = folder.replace(/[/\\]+$/, '') || folder;
  const files: { name: string; skip: SkipReason | null }[] = [];
  const open = async (inner: string): Promise<void> => {
    const entries = await readdir(path.join(folder, inner), { withFileTypes: true }).catch(() => null);
    // A folder that cannot be opened is listed like a file, so that reading it refuses it by name.
    if (!entries) files.push({ name: inner, skip: null });
    for (const entry of entries ?? []) {
      const name = inner === '' ? entry.name : `${inner}/${entry.name}`;
      // Linked folders are not followed: they may lead in a circle.
      if (entry.isDirectory() && !entry.name.startsWith('.')) await open(name);
      else files.push({ name, skip: kindOf(name) ?? ((await isFile(path.join(folder, name))) ? null : 'special') });
    }
  };
  await open('');
  files.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return files.map(({ name, skip }) => ({
    file: name === '' ? folder : `${base === '/' ? '' : base}/${name}`,
    skip,
    withoutReport: RARELY.find(([, pattern]) => pattern.test(name))?.[0] ?? null
  }));
}

function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false
  );
}
