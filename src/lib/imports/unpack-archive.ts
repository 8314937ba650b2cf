import { ZipArchive } from '../documents/unzip.ts';
import { Refusal, type Issue } from '../report/issue.ts';
import { displayName, isJunk } from './file-name.ts';

/** What one file of an archive became. */
export type UnpackedEntry =
  { readonly path: string; readonly bytes: Uint8Array } | { readonly path: string; readonly issue: Issue };

export interface Unpacked {
  readonly entries: readonly UnpackedEntry[];
  /** The system's own files, such as `__MACOSX/…`. */
  readonly skipped: number;
}

/** Packages that are one document and no folder of them: Word, Excel, OpenDocument. */
const PACKAGE_PARTS = ['[content_types].xml', 'mimetype'];

/**
 * The zip archive of documents in these bytes; null when they are something else, a .docx among them. A broken
 * archive is null too: what reads documents says what is wrong with it.
 */
export function openArchive(bytes: Uint8Array): ZipArchive | null {
  if (!startsAsZip(bytes)) return null;
  try {
    const archive = new ZipArchive(bytes);
    const isPackage = archive.entries.some(({ name }) => PACKAGE_PARTS.includes(displayName(name).toLowerCase()));
    return isPackage || archive.entries.length === 0 ? null : archive;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Of an archive that may not be opened only its name tells that it is one: it decides about words, never about reading. */
export function isNamedArchive(path: string): boolean {
  return /\.zip$/i.test(path);
}

export function startsAsZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * All files of an archive, in its order, named with the archive before them. One that cannot be unpacked has the
 * reason as an issue, and the rest goes on. Archives inside are not opened: a few bytes could hold endless ones.
 */
export function unpackArchive(archive: ZipArchive, archivePath: string): Unpacked {
  const files = archive.entries.filter(({ name }) => !/[/\\]$/.test(name));
  const wanted = files.filter(({ name }) => !isJunk(name));
  const entries = wanted.map((entry): UnpackedEntry => {
    const path = displayName(`${archivePath}/${displayName(entry.name)}`);
    try {
      const bytes = archive.open(entry);
      return openArchive(bytes) ? { path, issue: { code: 'document.archive-nested' } } : { path, bytes };
    } catch (error) {
      if (error instanceof Refusal) return { path, issue: issueOfEntry(error.issue) };
      throw error;
    }
  });
  return { entries, skipped: files.length - wanted.length };
}

/** It is the archive that asks for a password, not the document in it. */
function issueOfEntry(issue: Issue): Issue {
  return issue.code === 'document.encrypted' ? { code: 'document.archive-encrypted' } : issue;
}
