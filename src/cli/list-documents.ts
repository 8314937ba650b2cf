import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

export interface ListedDocument {
  /** The path as a person gave it; inside a folder, the folder as given and the way from there. */
  readonly file: string;
}

export interface DocumentList {
  /** Arguments in the order given, each folder's files in code-unit order of their paths; none twice. */
  readonly documents: readonly ListedDocument[];
  /** Files of a folder that cannot be reports: hidden ones, lock files, tables, pictures, programs. */
  readonly skipped: number;
}

/** Kinds of files that lie beside reports and are none. Everything else is opened: extensions lie. */
const NO_REPORT =
  /\.(csv|json|md|png|jpe?g|gif|bmp|webp|svg|ico|tiff?|css|m?js|ts|duckdb|gz|zip|rar|7z|db|ini|lnk|exe|dll|log|ya?ml|xml|mp3|mp4|sql|py|sh)$/i;

function cannotBeReport(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || NO_REPORT.test(name);
}

/** Files to read. A file named explicitly is always read; so is a path that does not exist, to be refused by name. */
export async function listDocuments(paths: readonly string[]): Promise<DocumentList> {
  const documents = new Map<string, ListedDocument>();
  let skipped = 0;
  for (const given of paths) {
    const isFolder = await stat(given).then(
      (found) => found.isDirectory(),
      () => false
    );
    const walked = isFolder ? await walk(given) : { files: [given], skipped: 0 };
    skipped += walked.skipped;
    for (const file of walked.files) {
      const key = path.resolve(file);
      if (!documents.has(key)) documents.set(key, { file });
    }
  }
  return { documents: [...documents.values()], skipped };
}

async function walk(folder: string): Promise<{ files: string[]; skipped: number }> {
  const base = folder.replace(/[/\\]+$/, '') || folder;
  const files: string[] = [];
  let skipped = 0;
  const open = async (inner: string): Promise<void> => {
    const entries = await readdir(path.join(folder, inner), { withFileTypes: true }).catch(() => null);
    // A folder that cannot be opened is listed like a file, so that reading it refuses it by name.
    if (!entries) files.push(inner);
    for (const entry of entries ?? []) {
      const name = inner === '' ? entry.name : `${inner}/${entry.name}`;
      // Linked folders are not followed: they may lead in a circle.
      if (entry.isDirectory() && !entry.name.startsWith('.')) await open(name);
      else if (cannotBeReport(entry.name) || !(await isFile(path.join(folder, name)))) skipped += 1;
      else files.push(name);
    }
  };
  await open('');
  files.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return { files: files.map((name) => (name === '' ? folder : `${base === '/' ? '' : base}/${name}`)), skipped };
}

function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false
  );
}
