/** A workspace in one file: a zip of records, results and original documents, each with its checksum. */
import { strFromU8, strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { z } from 'zod';
import { ZipArchive, type ZipLimits } from '../documents/unzip.ts';
import { hashOf } from './hash.ts';
import { importedDocument } from './imported-document.ts';
import { recordsSchema, storedResultSchema, type ImportedDocument, type Records, type StoredResult } from './stored.ts';

const KIND = 'nianbao-workspace';
/**
 * Of the file's shape; a site opens its own version and older ones. Version 1 had no register, version 2 no figures
 * chosen for letters and no letterhead.
 */
const VERSION = 3;
const MANIFEST = 'manifest.json';
const RECORDS = 'records.json';

/** A city's documents of some years are 100 MB. */
export const WORKSPACE_LIMITS: ZipLimits & { readonly fileBytes: number } = {
  fileBytes: 500_000_000,
  zipEntries: 20_000,
  entryBytes: 40_000_000,
  unzippedBytes: 800_000_000,
  inflationRatio: 200,
  ratioFloorBytes: 1_000_000
};

const manifestSchema = z.object({
  kind: z.literal(KIND),
  version: z.number().int().positive(),
  savedAt: z.iso.datetime(),
  /** SHA-256 in hex of records and results; an original's name is its own. */
  checksums: z.record(z.string(), z.string())
});
type Manifest = z.infer<typeof manifestSchema>;

/** `newer`: saved by a later version of this site. `damaged`: not what was saved, or never was a workspace's. */
export class WorkspaceError extends Error {
  constructor(
    readonly code: 'not-a-workspace' | 'newer' | 'damaged' | 'too-large',
    detail: string
  ) {
    super(`${code}: ${detail}`);
    this.name = 'WorkspaceError';
  }
}

const resultName = (id: string): string => `results/${id}.json`;
const originalName = (id: string): string => `originals/${id}`;

/** Takes one document after the other, so that only the zip itself lies in memory. */
export class WorkspaceWriter {
  #chunks: Uint8Array<ArrayBuffer>[] = [];
  #checksums: Record<string, string> = {};
  #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#chunks.push(new Uint8Array(chunk));
  });

  add(result: StoredResult, original: Uint8Array): void {
    this.#json(resultName(result.id), result);
    // Most formats are packed already: packing them again takes time and gives nothing.
    const packed = ['docx', 'xlsx', 'odt', 'pdf'].includes(result.format ?? '');
    const name = originalName(result.id);
    this.#entry(packed ? new ZipPassThrough(name) : new ZipDeflate(name), original);
  }

  /** The file's bytes, in pieces. */
  finish(records: Records, savedAt: string): Uint8Array<ArrayBuffer>[] {
    this.#json(RECORDS, records);
    const manifest: Manifest = { kind: KIND, version: VERSION, savedAt, checksums: this.#checksums };
    this.#entry(new ZipDeflate(MANIFEST), strToU8(JSON.stringify(manifest)));
    this.#zip.end();
    return this.#chunks;
  }

  #json(name: string, value: unknown): void {
    const bytes = strToU8(JSON.stringify(value));
    this.#checksums[name] = hashOf(bytes);
    this.#entry(new ZipDeflate(name), bytes);
  }

  #entry(entry: ZipPassThrough | ZipDeflate, bytes: Uint8Array): void {
    this.#zip.add(entry);
    entry.push(bytes, true);
  }
}

export interface OpenedDocument {
  readonly document: ImportedDocument;
  readonly result: StoredResult;
  readonly original: Uint8Array;
}

export interface OpenedWorkspace {
  readonly records: Records;
  readonly documents: readonly OpenedDocument[];
}

/** True for a workspace file, whatever state it is in: it is no archive of documents. */
export function looksLikeWorkspace(archive: ZipArchive): boolean {
  return [MANIFEST, RECORDS].every((name) => archive.entries.some((entry) => entry.name === name));
}

/** Everything in a workspace file, checked to the last byte. Throws `WorkspaceError`, and then nothing is to be used. */
export function openWorkspace(bytes: Uint8Array): OpenedWorkspace {
  if (bytes.length > WORKSPACE_LIMITS.fileBytes) throw new WorkspaceError('too-large', 'file');
  const archive = openZip(bytes);
  if (!looksLikeWorkspace(archive)) throw new WorkspaceError('not-a-workspace', 'manifest');
  const entryOf = entriesOf(archive);
  const { checksums } = readManifest(entryOf(MANIFEST));
  const part = <T>(name: string, schema: z.ZodType<T>): T => {
    const content = entryOf(name);
    if (checksums[name] !== hashOf(content)) throw new WorkspaceError('damaged', name);
    return parsed(content, schema, name);
  };
  const records = part(RECORDS, recordsSchema);
  const documents = records.documents.map((document): OpenedDocument => {
    const result = part(resultName(document.id), storedResultSchema);
    const original = entryOf(originalName(document.id));
    if (result.id !== document.id || hashOf(original) !== document.id) throw new WorkspaceError('damaged', document.id);
    // What the list says of a document follows from what was read from it, whatever the file says.
    return { document: importedDocument({ ...document, size: original.length }, result), result, original };
  });
  assertBelonging(records, documents);
  return { records: { ...records, documents: documents.map(({ document }) => document) }, documents };
}

function openZip(bytes: Uint8Array): ZipArchive {
  try {
    return new ZipArchive(bytes, WORKSPACE_LIMITS);
  } catch (error) {
    throw new WorkspaceError('not-a-workspace', messageOf(error));
  }
}

function readManifest(content: Uint8Array): Manifest {
  const { kind, version } = parsed(content, z.object({ kind: z.unknown(), version: z.unknown() }), MANIFEST);
  if (kind !== KIND) throw new WorkspaceError('not-a-workspace', MANIFEST);
  if (typeof version === 'number' && version > VERSION) throw new WorkspaceError('newer', String(version));
  return parsed(content, manifestSchema, MANIFEST);
}

/** Opens entries by name; there is one of each. */
function entriesOf(archive: ZipArchive): (name: string) => Uint8Array {
  const byName = new Map(archive.entries.map((entry) => [entry.name, entry]));
  if (byName.size !== archive.entries.length) throw new WorkspaceError('damaged', 'names');
  return (name) => {
    const entry = byName.get(name);
    if (!entry) throw new WorkspaceError('damaged', name);
    try {
      return archive.open(entry);
    } catch (error) {
      throw new WorkspaceError('damaged', `${name} ${messageOf(error)}`);
    }
  };
}

function parsed<T>(content: Uint8Array, schema: z.ZodType<T>, name: string): T {
  try {
    const value: unknown = JSON.parse(strFromU8(content));
    return schema.parse(value);
  } catch (error) {
    throw new WorkspaceError('damaged', `${name} ${messageOf(error)}`);
  }
}

/**
 * Decisions and corrections are about reports that are there, or about the one that a person is entering by hand from
 * a document without any; a document stands once.
 */
function assertBelonging({ decisions, corrections }: Records, documents: readonly OpenedDocument[]): void {
  const reports = new Map(documents.map(({ document }) => [document.id, document.reports.length]));
  if (reports.size !== documents.length) throw new WorkspaceError('damaged', 'documents');
  for (const { document, index } of [...decisions, ...corrections]) {
    const count = reports.get(document) ?? 0;
    if (!reports.has(document) || index >= Math.max(count, 1)) throw new WorkspaceError('damaged', document);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : String(error);
}
