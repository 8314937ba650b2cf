import type { Layout } from '../form/form.ts';
import type { FoundTables, TablesReply, TablesRequest } from './tables-protocol.ts';

/** A picture of a page, four bytes a pixel. Its data is handed over and gone afterwards. */
export interface PageData {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** The form's tables on pages that come one by one. Rejects when the worker fails; `signal` stops it. */
export async function findTables(
  pages: AsyncIterable<PageData>,
  layout: Layout,
  signal: AbortSignal
): Promise<FoundTables> {
  const worker = new Worker(new URL('./tables-worker.ts', import.meta.url), { type: 'module' });
  try {
    for await (const { width, height, data } of pages) {
      await ask(worker, { kind: 'page', width, height, rgba: data }, signal, [data.buffer]);
    }
    const reply = await ask(worker, { kind: 'match', layout }, signal, []);
    if (reply.kind !== 'match') throw new Error('an answer to another question');
    return reply.found;
  } finally {
    worker.terminate();
  }
}

function ask(worker: Worker, request: TablesRequest, signal: AbortSignal, moved: Transferable[]): Promise<TablesReply> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Error('stopped'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    worker.onmessage = ({ data }: MessageEvent<TablesReply>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message));
    };
    worker.postMessage(request, moved);
  });
}
