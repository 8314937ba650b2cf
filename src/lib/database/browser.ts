import type { Database } from './database.ts';
import { blobUrl, fetchUnpacked } from './unpack.ts';
import { createViews } from './views.ts';
import { openOnEngine } from './wasm-database.ts';

/** Absolute addresses: the engine's worker has another base than the page. All three may be gzipped. */
export interface BrowserFiles {
  readonly wasmUrl: string;
  readonly workerUrl: string;
  /** The published `.duckdb` file; null for imported reports alone. */
  readonly datasetUrl: string | null;
}

/**
 * Starts DuckDB-WASM (its `eh` build) in a worker, attaches the dataset and creates the views. The module itself is
 * loaded on the first call only. Throws `FetchError` when a file does not come; no worker is left behind then.
 */
export async function openBrowser({ wasmUrl, workerUrl, datasetUrl }: BrowserFiles): Promise<Database> {
  const [{ AsyncDuckDB, VoidLogger }, wasm, script, dataset] = await Promise.all([
    import('@duckdb/duckdb-wasm'),
    fetchUnpacked(wasmUrl),
    fetchUnpacked(workerUrl),
    datasetUrl === null ? null : fetchUnpacked(datasetUrl)
  ]);
  const wasmBlob = blobUrl(wasm, 'application/wasm');
  const scriptBlob = blobUrl(script, 'text/javascript');
  const worker = new Worker(scriptBlob);
  const engine = new AsyncDuckDB(new VoidLogger(), worker);
  try {
    await Promise.race([engine.instantiate(wasmBlob), failureOf(worker)]);
    const database = await openOnEngine(engine);
    if (dataset) await database.attachDataset(dataset);
    await createViews(database, dataset !== null);
    return database;
  } catch (error) {
    await engine.terminate();
    throw error;
  } finally {
    URL.revokeObjectURL(wasmBlob);
    URL.revokeObjectURL(scriptBlob);
  }
}

/** A worker that cannot start, e.g. under a policy without `worker-src blob:`, would never answer. */
function failureOf(worker: Worker): Promise<never> {
  return new Promise((_, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'the worker did not start')));
  });
}
