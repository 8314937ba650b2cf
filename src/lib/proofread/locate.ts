import type { Located, LocateRequest } from './locate-protocol.ts';

/** The worker has to load, too, from a slow server. */
const MILLISECONDS = 60_000;

/** Looks up a document's cells beside the page. Rejects when that takes too long or fails; `signal` stops it. */
export function locate(request: LocateRequest, signal: AbortSignal): Promise<Located> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./locate-worker.ts', import.meta.url), { type: 'module' });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      worker.terminate();
      settle();
    };
    const timer = setTimeout(() => end(() => reject(new Error('timeout'))), MILLISECONDS);
    signal.addEventListener('abort', () => end(() => reject(new Error('stopped'))));
    worker.onmessage = ({ data }: MessageEvent<Located>) => end(() => resolve(data));
    worker.onerror = (event) => {
      event.preventDefault();
      end(() => reject(new Error(event.message)));
    };
    worker.postMessage(request);
  });
}
