import { createRequire } from 'node:module';
import { Worker as Thread } from 'node:worker_threads';
import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import { openOnEngine, type WasmDatabase } from '../../../src/lib/database/wasm-database.ts';

const { resolve } = createRequire(import.meta.url);

/** The engine's worker speaks as a browser's worker does: `onmessage` and `postMessage` on the global object. */
const BOOT = `
  const { parentPort, workerData } = require('node:worker_threads');
  globalThis.postMessage = (message, transfer) => parentPort.postMessage(message, transfer);
  parentPort.on('message', (data) => globalThis.onmessage({ data }));
  require(workerData);
`;

/** As much of a browser's `Worker` as the engine uses, over a thread of Node. */
class BrowserWorker extends EventTarget implements Worker {
  onmessage = null;
  onmessageerror = null;
  onerror = null;
  readonly #thread: Thread;

  constructor(script: string) {
    super();
    this.#thread = new Thread(BOOT, { eval: true, workerData: script, stderr: true });
    this.#thread.on('message', (data: unknown) => this.dispatchEvent(new MessageEvent('message', { data })));
    this.#thread.on('error', () => this.dispatchEvent(new Event('error')));
    this.#thread.on('exit', () => this.dispatchEvent(new Event('close')));
  }

  postMessage(message: unknown, transfer: Transferable[] | StructuredSerializeOptions = []): void {
    const given = Array.isArray(transfer) ? transfer : (transfer.transfer ?? []);
    this.#thread.postMessage(
      message,
      given.filter((each) => each instanceof ArrayBuffer)
    );
  }

  terminate(): void {
    void this.#thread.terminate();
  }
}

/** The engine of the browser, its `eh` build, in Node. */
export async function openWasm(): Promise<WasmDatabase> {
  const worker = new BrowserWorker(resolve('@duckdb/duckdb-wasm/dist/duckdb-node-eh.worker.cjs'));
  const engine = new AsyncDuckDB(new VoidLogger(), worker);
  await engine.instantiate(resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'));
  return openOnEngine(engine);
}
