import { afterChange } from './after-change.ts';
import { StorageError, type Change, type ImportStorage, type WholeDocument } from './storage.ts';
import { NO_RECORDS, type Decision, type ImportedDocument, type Records } from './stored.ts';

/** Tells other tabs of the site that something was saved. */
const CHANNEL = 'nianbao-imports';
/** Another tab's import tells of each file; they are looked at together. */
const RELOAD_AFTER = 250;
/** Documents that come in by hundreds are shown together, several times a second: showing goes over all there are. */
const SHOW_AFTER = 200;

/** Documents saved and not shown yet. */
interface Coming {
  readonly removed: readonly string[];
  readonly documents: readonly WholeDocument[];
  readonly decisions: readonly Decision[];
}

const NOTHING: Coming = { removed: [], documents: [], decisions: [] };

/** The records as they are in the storage: what it shows is saved, and what another tab saves shows soon after. */
export class KeptRecords {
  current = $state.raw<Records>(NO_RECORDS);
  /** The last change of a person's that could not be saved. */
  failure = $state.raw<StorageError | null>(null);
  /** Counts the changes. */
  revision = 0;
  readonly storage: ImportStorage;
  #coming = NOTHING;
  #showing: ReturnType<typeof setTimeout> | undefined;
  #channel: BroadcastChannel | null = null;

  constructor(storage: ImportStorage, records: Records) {
    this.storage = storage;
    this.#take(afterChange(records, {}));
  }

  get hasReports(): boolean {
    return this.current.documents.some(({ reports }) => reports.length > 0);
  }

  /** What is saved, shown or not. */
  get saved(): Records {
    return this.#coming === NOTHING ? this.current : afterChange(this.current, this.#coming);
  }

  /** A document that is saved, shown or not. */
  document(id: string): ImportedDocument | undefined {
    const coming = this.#coming.documents.find(({ document }) => document.id === id);
    return coming?.document ?? this.current.documents.find((document) => document.id === id);
  }

  /** Saves, then shows. Rejects with `StorageError`; then nothing of the change is kept. */
  async commit(change: Change): Promise<void> {
    await this.storage.commit(change);
    this.show();
    this.#take(afterChange(this.current, change));
    this.#channel?.postMessage(null);
  }

  /**
   * Saves a document in place of what was read from the same bytes before; it is shown soon after, with others. Rejects
   * as `commit`.
   */
  async add(whole: WholeDocument, decisions: readonly Decision[]): Promise<void> {
    const { id } = whole.document;
    const removed = this.document(id) ? [id] : [];
    await this.storage.commit({ removed, documents: [whole], decisions });
    const { removed: gone, documents, decisions: others } = this.#coming;
    this.#coming = {
      removed: [...gone, ...removed],
      documents: [...documents, whole],
      decisions: [...others, ...decisions]
    };
    this.#showing ??= setTimeout(() => this.show(), SHOW_AFTER);
    this.#channel?.postMessage(null);
  }

  /** Shows what was added; does nothing when all is shown. */
  show(): void {
    clearTimeout(this.#showing);
    this.#showing = undefined;
    if (this.#coming === NOTHING) return;
    const { saved } = this;
    this.#coming = NOTHING;
    this.#take(saved);
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
      const records = await this.storage.records();
      this.#take(afterChange(records, this.#coming));
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
