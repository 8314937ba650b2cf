import { readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { LIMITS } from '../lib/documents/limits.ts';
import { configurePdf } from '../lib/documents/pdf/assets.ts';
import { readDocument } from '../lib/recognition/read-document.ts';
import type { Issue } from '../lib/report/issue.ts';
import type { DocumentResult } from '../lib/report/report.ts';
import { watchUnheld } from './watch-unheld.ts';

const pdfFolder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
configurePdf({ loadCharacterMap: (name) => readBytes(path.join(pdfFolder, 'cmaps', name)), watchUnheld });

/** Runs in a worker thread: one file in, its result out. Whatever goes wrong comes back as a refusal. */
export default async function readFileInWorker(file: string): Promise<DocumentResult> {
  try {
    const { size } = await stat(file);
    if (size > LIMITS.fileBytes) {
      return refuse(file, { code: 'document.too-large', values: { bytes: size, most: LIMITS.fileBytes } });
    }
    return { ...(await readDocument(await readBytes(file), path.basename(file))), file };
  } catch (error) {
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return refuse(file, { code: 'document.cannot-open', values: { detail } });
  }
}

/** Plain bytes: some libraries refuse Node's own kind. */
async function readBytes(file: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(file));
}

function refuse(file: string, issue: Issue): DocumentResult {
  return { file, status: 'refused', format: null, reports: [], issues: [issue] };
}
