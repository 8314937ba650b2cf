import type { ImportStorage, WholeDocument } from './storage.ts';
import type { Records } from './stored.ts';
import type { WorkspaceReply, WorkspaceRequest } from './workspace-worker.ts';
import { WORKSPACE_LIMITS, WorkspaceError } from './workspace.ts';

/** Documents read from the storage at a time. */
const AT_A_TIME = 20;

/** Everything that is kept, as one file. `onprogress` gets the share that is done, 0 to 1. */
export async function packWorkspace(
  storage: ImportStorage,
  records: Records,
  onprogress: (share: number) => void
): Promise<Blob> {
  const worker = startWorker();
  try {
    const ids = records.documents.map(({ id }) => id);
    for (let at = 0; at < ids.length; at += AT_A_TIME) {
      for (const result of await storage.results(ids.slice(at, at + AT_A_TIME))) {
        const original = await storage.original(result.id);
        if (!original) throw new WorkspaceError('damaged', result.id);
        await exchange(worker, { kind: 'add', result, original });
      }
      onprogress(at / ids.length);
    }
    const reply = await exchange(worker, { kind: 'finish', records, savedAt: new Date().toISOString() });
    if (reply.kind !== 'packed') throw new WorkspaceError('damaged', reply.kind);
    return reply.file;
  } finally {
    worker.terminate();
  }
}

/** What a workspace file holds, checked. Throws `WorkspaceError`. */
export async function readWorkspace(file: Blob): Promise<{ records: Records; documents: readonly WholeDocument[] }> {
  if (file.size > WORKSPACE_LIMITS.fileBytes) throw new WorkspaceError('too-large', String(file.size));
  const worker = startWorker();
  try {
    return await new Promise((resolve, reject) => {
      const documents: WholeDocument[] = [];
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new WorkspaceError('damaged', event.message));
      };
      worker.onmessage = ({ data }: MessageEvent<WorkspaceReply>) => {
        if (data.kind === 'document') documents.push(data.whole);
        else if (data.kind === 'opened') resolve({ records: data.records, documents });
        else reject(new WorkspaceError(data.kind === 'refused' ? data.code : 'damaged', data.kind));
      };
      post(worker, { kind: 'open', file });
    });
  } finally {
    worker.terminate();
  }
}

function startWorker(): Worker {
  return new Worker(new URL('./workspace-worker.ts', import.meta.url), { type: 'module' });
}

function post(worker: Worker, request: WorkspaceRequest): void {
  worker.postMessage(request);
}

/** One request, its one reply. */
function exchange(worker: Worker, request: WorkspaceRequest): Promise<WorkspaceReply> {
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new WorkspaceError('damaged', event.message));
    };
    worker.onmessage = ({ data }: MessageEvent<WorkspaceReply>) => resolve(data);
    post(worker, request);
  });
}
