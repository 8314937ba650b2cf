import { afterChange } from './after-change.ts';
import type { Change, ImportStorage, WholeDocument } from './storage.ts';
import { NO_RECORDS, type Records, type StoredResult } from './stored.ts';

/** For a browser without a database, and for tests. */
export class MemoryStorage implements ImportStorage {
  readonly persistent = false;
  #records = NO_RECORDS;
  #documents = new Map<string, WholeDocument>();

  async records(): Promise<Records> {
    return this.#records;
  }

  async results(ids: readonly string[]): Promise<StoredResult[]> {
    return ids.flatMap((id) => this.#documents.get(id)?.result ?? []);
  }

  async original(id: string): Promise<Blob | undefined> {
    return this.#documents.get(id)?.original;
  }

  async judgement(): Promise<null> {
    return null;
  }

  /** The next start has nothing to judge. */
  async keepJudgement(): Promise<void> {
    return undefined;
  }

  async commit(change: Change): Promise<void> {
    this.#records = afterChange(this.#records, change);
    if (change.clear) this.#documents.clear();
    for (const id of change.removed ?? []) this.#documents.delete(id);
    for (const whole of change.documents ?? []) this.#documents.set(whole.document.id, whole);
  }
}
