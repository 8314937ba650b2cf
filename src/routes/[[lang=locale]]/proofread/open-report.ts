import type { ImportStorage } from '$lib/imports/storage.ts';
import type { ImportedDocument } from '$lib/imports/stored.ts';
import type { Report } from '$lib/report/report.ts';

export interface OpenReport {
  readonly document: ImportedDocument;
  /** As it was read, without corrections; null when the document has none yet. */
  readonly report: Report | null;
  /** null when it is gone from the storage. */
  readonly original: Blob | null;
}

export async function openReport(
  storage: ImportStorage,
  document: ImportedDocument,
  index: number
): Promise<OpenReport> {
  const { id } = document;
  const [[result], original] = await Promise.all([storage.results([id]), storage.original(id)]);
  return { document, report: result?.reports[index] ?? null, original: original ?? null };
}
