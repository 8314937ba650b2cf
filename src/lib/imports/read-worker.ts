/** A reader: one file in, what became of it out. It runs beside the page and can be ended at any moment. */
import { LIMITS } from '../documents/limits.ts';
import { looksLikeRegister, readRegister, RegisterError } from '../documents/register.ts';
import type { ZipArchive } from '../documents/unzip.ts';
import { characterMapsUnder, configurePdf, watchUnheldInBrowser } from '../documents/pdf/assets.ts';
import { readDocument } from '../recognition/read-document.ts';
import { Refusal, type Issue } from '../report/issue.ts';
import { baseName } from './file-name.ts';
import { hashOf } from './hash.ts';
import type { ReaderMessage, ReaderSetup, ReadReply, ReadRequest } from './read-protocol.ts';
import { isNamedArchive, openArchive, startsAsZip, unpackArchive } from './unpack-archive.ts';
import { looksLikeWorkspace } from './workspace.ts';

addEventListener('message', ({ data }: MessageEvent<ReaderSetup | ReadRequest>) => {
  if (data.kind === 'setup')
    configurePdf({ loadCharacterMap: characterMapsUnder(data.characterMaps), watchUnheld: watchUnheldInBrowser });
  else void read(data).then(reply);
});
reply({ kind: 'ready' });

function reply(message: ReaderMessage): void {
  postMessage(message);
}

async function read({ file, path }: ReadRequest): Promise<ReadReply> {
  try {
    const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    // An archive may be as large as all its documents may be together.
    const most = startsAsZip(head) ? LIMITS.unzippedBytes : LIMITS.fileBytes;
    if (file.size > most) return tooLarge(file.size, most, path);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const archive = openArchive(bytes);
    if (archive) return unpacked(archive, path);
    if (bytes.length > LIMITS.fileBytes) return tooLarge(bytes.length, LIMITS.fileBytes, path);
    if (looksLikeRegister(bytes, baseName(path))) return register(bytes);
    const id = hashOf(bytes);
    const original = new Blob([bytes]);
    const result = await readDocument(bytes, baseName(path));
    const limit = result.issues.find(({ code }) => code === 'document.limit');
    if (limit && isNamedArchive(path) && startsAsZip(head)) return archiveLimit(limit.values);
    return { kind: 'document', id, size: bytes.length, original, result };
  } catch (error) {
    const detail = error instanceof Error ? error.name : String(error);
    return { kind: 'refused', issue: { code: 'document.cannot-open', values: { detail } } };
  }
}

function unpacked(archive: ZipArchive, path: string): ReadReply {
  if (looksLikeWorkspace(archive)) return { kind: 'refused', issue: { code: 'document.workspace-file' } };
  const { entries, skipped } = unpackArchive(archive, path);
  return {
    kind: 'archive',
    entries: entries.flatMap((entry) =>
      'bytes' in entry ? [{ path: entry.path, file: new Blob([new Uint8Array(entry.bytes)]) }] : []
    ),
    refused: entries.flatMap((entry) => ('issue' in entry ? [{ path: entry.path, issue: entry.issue }] : [])),
    skipped
  };
}

function register(bytes: Uint8Array): ReadReply {
  try {
    return { kind: 'register', units: readRegister(bytes) };
  } catch (error) {
    if (error instanceof RegisterError) return { kind: 'refused', issue: issueOf(error) };
    if (error instanceof Refusal) return { kind: 'refused', issue: error.issue };
    throw error;
  }
}

function issueOf({ fault }: RegisterError): Issue {
  switch (fault.code) {
    case 'empty':
      return { code: 'document.register-empty' };
    case 'line':
      return { code: 'document.register-line', values: { line: fault.line } };
    case 'doubled':
      return { code: 'document.register-doubled', values: { code: fault.unit } };
  }
}

/** An archive is not made smaller like a document: what to do with it is to unpack it. */
function archiveLimit(values: Issue['values']): ReadReply {
  return { kind: 'refused', issue: { code: 'document.archive-limit', values } };
}

function tooLarge(bytes: number, most: number, path: string): ReadReply {
  if (isNamedArchive(path)) return archiveLimit({ limit: 'fileBytes', most });
  return { kind: 'refused', issue: { code: 'document.too-large', values: { bytes, most } } };
}
