import type { RemoteDatabase } from './remote-database.ts';

export type EngineStatus = 'idle' | 'starting' | 'ready' | 'failed';

/**
 * The browser's DuckDB with the published dataset in it, started once: after the first paint, or sooner by the first
 * question that was not answered ahead. A failed start can be tried again.
 */
export class Engine {
  status = $state<EngineStatus>('idle');
  #open: () => Promise<RemoteDatabase>;
  #database: Promise<RemoteDatabase> | null = null;

  constructor(open: () => Promise<RemoteDatabase>) {
    this.#open = open;
  }

  database = (): Promise<RemoteDatabase> => {
    if (this.#database) return this.#database;
    this.status = 'starting';
    this.#database = this.#open().then(
      (database) => {
        this.status = 'ready';
        return database;
      },
      (error: unknown) => {
        this.status = 'failed';
        this.#database = null;
        throw error;
      }
    );
    return this.#database;
  };

  /** Starts in the background; a failure shows in `status` and is thrown to whoever asks. */
  start(): void {
    this.database().catch(() => undefined);
  }
}
