import { availableParallelism } from 'node:os';
import Piscina from 'piscina';
import type { IssueCode } from '../lib/report/issue.ts';
import type { DocumentResult } from '../lib/report/report.ts';

/** A document that takes longer is refused; the slowest honest ones take well under a second. */
const MOST_MILLISECONDS = 10_000;
const MOST_MEGABYTES = 400;

export interface ReadOptions {
  /** How many documents at a time; one per core when not given. */
  readonly threads?: number;
  readonly milliseconds?: number;
  /** The module that reads one file; the built `document-worker.js` beside the command when not given. */
  readonly worker?: URL;
  readonly progress?: (done: number, all: number) => void;
}

/**
 * Reads files in worker threads, results in the order of `files`. A worker that hangs or runs out of memory is ended
 * and its document refused; the rest goes on in a fresh one.
 */
export async function readDocuments(files: readonly string[], options: ReadOptions = {}): Promise<DocumentResult[]> {
  const threads = Math.max(1, Math.min(options.threads ?? availableParallelism(), files.length));
  const pool = new Piscina<string, DocumentResult>({
    filename: (options.worker ?? new URL('./document-worker.js', import.meta.url)).href,
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES }
  });
  // A worker's death is reported to its task below; nothing else listens.
  pool.on('error', () => undefined);
  const results: DocumentResult[] = [];
  const waiting = files.entries();
  let done = 0;
  const lane = async (): Promise<void> => {
    for (const [index, file] of waiting) {
      results[index] = await readOne(pool, file, options.milliseconds ?? MOST_MILLISECONDS);
      done += 1;
      options.progress?.(done, files.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: threads }, lane));
  } finally {
    await pool.destroy();
  }
  return results;
}

async function readOne(
  pool: Piscina<string, DocumentResult>,
  file: string,
  milliseconds: number
): Promise<DocumentResult> {
  const limit = AbortSignal.timeout(milliseconds);
  try {
    return await pool.run(file, { signal: limit });
  } catch (error) {
    if (limit.aborted) return refuse(file, 'document.timeout', { seconds: milliseconds / 1000 });
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
      return refuse(file, 'document.limit', { limit: 'memory', most: MOST_MEGABYTES });
    }
    return refuse(file, 'document.damaged', { reason: error instanceof Error ? error.message : String(error) });
  }
}

function refuse(file: string, code: IssueCode, values: Record<string, string | number>): DocumentResult {
  return { file, status: 'refused', format: null, reports: [], issues: [{ code, values }] };
}
