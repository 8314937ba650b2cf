import type { BrowserFiles } from '../database/browser.ts';
import { QueryError, type Database, type Row } from '../database/database.ts';
import type { DatabaseReply, DatabaseRequest, DatabaseTask } from './database-worker.ts';

export interface RemoteDatabase extends Database {
  /** Judges the imported reports, and those that depend on them, anew. */
  recheck(): Promise<void>;
}

interface Waiting {
  readonly resolve: (rows: Row[]) => void;
  readonly reject: (error: Error) => void;
}

/** Opens the browser's database in a worker. Rejects when a file does not come or the engine does not start. */
export async function openRemote(files: BrowserFiles): Promise<RemoteDatabase> {
  const worker = new Worker(new URL('./database-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let next = 0;
  worker.onmessage = ({ data }: MessageEvent<DatabaseReply>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('rows' in data) asked?.resolve([...data.rows]);
    else asked?.reject(errorOf(data.error));
  };
  // A worker that died, or could not be loaded, answers nothing any more.
  worker.onerror = (event) => {
    event.preventDefault();
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'the worker did not start'));
    waiting.clear();
  };
  const perform = (task: DatabaseTask): Promise<Row[]> =>
    new Promise((resolve, reject) => {
      next += 1;
      waiting.set(next, { resolve, reject });
      worker.postMessage({ id: next, task } satisfies DatabaseRequest);
    });
  try {
    await perform({ kind: 'open', files });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    query: (sql, parameters = []) => perform({ kind: 'query', sql, parameters }),
    async insert(table, rows) {
      await perform({ kind: 'insert', table, rows });
    },
    async recheck() {
      await perform({ kind: 'recheck' });
    },
    async close() {
      await perform({ kind: 'close' });
      worker.terminate();
    }
  };
}

function errorOf({ message, sql }: { message: string; sql: string | null }): Error {
  return sql === null ? new Error(message) : new QueryError(sql, new Error(message));
}
