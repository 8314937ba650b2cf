import { afterChange } from './after-change.ts';
import { StorageError, type Change, type ImportStorage } from './storage.ts';
import { NO_RECORDS, type Records } from './stored.ts';

/** Tells other tabs of the site that something was saved. */
const CHANNEL = 'nianbao-imports';
/** Another tab's import tells of each file; they are looked at together. */
const RELOAD_AFTER = 250;

/** The records as they are in the storage: what it shows is saved, and what another tab saves shows soon after. */
export class KeptRecords {
  current = $state.raw<Records>(NO_RECORDS);
  /** The last change of a person's that could not be saved. */
  failure = $state.raw<StorageError | null>(null);
  /** Counts the changes. */
  revision = 0;
  readonly storage: ImportStorage;
  #channel: BroadcastChannel | null = null;

  constructor(storage: ImportStorage, records: Records) {
    this.storage = storage;
    this.#take(afterChange(records, {}));
  }

  get hasReports(): boolean {
    return this.current.documents.some(({ reports }) => reports.length > 0);
  }

  /** Saves, then shows. Rejects with `StorageError`; then nothing of the change is kept. */
  async commit(change: Change): Promise<void> {
    await this.storage.commit(change);
    this.#take(afterChange(this.current, change));
    this.#channel?.postMessage(null);
  }

  /** As `commit`, for what a person did: a failure shows in `failure`. */
  async save(change: Change): Promise<boolean> {
    try {
      await this.commit(change);
      this.failure = null;
      return true;
    } catch (error) {
      this.failure = error instanceof StorageError ? error : new StorageError('failed', error);
      return false;
    }
  }

  /** Follows what other tabs save. */
  follow(onchange: () => void): void {
    if (!this.storage.persistent || typeof BroadcastChannel === 'undefined') return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const reload = async (): Promise<void> => {
      this.#take(afterChange(await this.storage.records(), {}));
      onchange();
    };
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.onmessage = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void reload(), RELOAD_AFTER);
    };
  }

  #take(records: Records): void {
    this.current = records;
    this.revision += 1;
  }
}
