import { openDB, type DBSchema, type IDBPDatabase, type StoreNames } from 'idb';
import type { Row } from '../database/database.ts';
import type { Unit } from '../report/unit.ts';
import { MemoryStorage } from './memory-storage.ts';
import { StorageError, type Change, type ImportStorage } from './storage.ts';
import {
  chosenKey,
  markKey,
  type ChosenFigure,
  type Correction,
  type Decision,
  type ImportedDocument,
  type Letterhead,
  type Mark,
  type Records,
  type StoredResult
} from './stored.ts';

const NAME = 'nianbao-imports';
/** A change of a store's shape raises it, and `upgrade` gets a step from each version before. */
const VERSION = 3;

type Key = [document: string, index: number];
type CellKey = [document: string, index: number, cell: string];

interface Schema extends DBSchema {
  documents: { key: string; value: ImportedDocument };
  results: { key: string; value: StoredResult };
  /** Bytes as they came. A `Blob` stays out of the page's memory. */
  originals: { key: string; value: { id: string; original: Blob } };
  decisions: { key: Key; value: Decision };
  corrections: { key: CellKey; value: Correction };
  marks: { key: string; value: Mark };
  chosen: { key: string; value: ChosenFigure };
  letterhead: { key: string; value: Letterhead };
  units: { key: string; value: Unit };
  register: { key: string; value: Unit };
  judgements: { key: string; value: { signature: string; flags: readonly Row[] } };
}

const STORES: StoreNames<Schema>[] = [
  'documents',
  'results',
  'originals',
  'decisions',
  'corrections',
  'marks',
  'chosen',
  'letterhead',
  'units',
  'register',
  'judgements'
];

/** There is one judgement, and one letterhead. */
const ONLY = 'last';

/** Results are some 30 kB each; more of them at a time would hold up the page. */
const RESULTS_AT_A_TIME = 20;

/**
 * The browser's database, or memory where it has none or does not let the page use it. `obstacle` is the reason then,
 * in the browser's words.
 */
export async function openStorage(): Promise<{ storage: ImportStorage; obstacle: string | null }> {
  try {
    if (typeof indexedDB === 'undefined') return { storage: new MemoryStorage(), obstacle: 'indexedDB' };
    const storage = new BrowserStorage(await openDatabase());
    // A damaged database opens, and fails when it is read.
    await storage.records();
    return { storage, obstacle: null };
  } catch (error) {
    return { storage: new MemoryStorage(), obstacle: error instanceof Error ? error.name : String(error) };
  }
}

async function openDatabase(): Promise<IDBPDatabase<Schema>> {
  const database = await openDB<Schema>(NAME, VERSION, {
    upgrade(opened, before) {
      if (before < 1) createFirstStores(opened);
      if (before < 2) opened.createObjectStore('register', { keyPath: 'code' });
      opened.createObjectStore('chosen');
      opened.createObjectStore('letterhead');
    },
    // A newer site in another tab waits for this one to let go.
    blocking: () => database.close()
  });
  return database;
}

function createFirstStores(opened: IDBPDatabase<Schema>): void {
  for (const store of ['documents', 'results', 'originals'] as const) {
    opened.createObjectStore(store, { keyPath: 'id' });
  }
  opened.createObjectStore('decisions', { keyPath: ['document', 'index'] });
  opened.createObjectStore('corrections', { keyPath: ['document', 'index', 'cell'] });
  opened.createObjectStore('marks');
  opened.createObjectStore('units', { keyPath: 'code' });
  opened.createObjectStore('judgements');
}

class BrowserStorage implements ImportStorage {
  readonly persistent = true;
  #isLasting = false;
  #database: IDBPDatabase<Schema>;

  constructor(database: IDBPDatabase<Schema>) {
    this.#database = database;
  }

  async records(): Promise<Records> {
    const transaction = this.#database.transaction([
      'documents',
      'decisions',
      'corrections',
      'marks',
      'chosen',
      'letterhead',
      'units',
      'register'
    ]);
    const [documents, decisions, corrections, marks, chosen, letterhead, units, register] = await Promise.all([
      transaction.objectStore('documents').getAll(),
      transaction.objectStore('decisions').getAll(),
      transaction.objectStore('corrections').getAll(),
      transaction.objectStore('marks').getAll(),
      transaction.objectStore('chosen').getAll(),
      transaction.objectStore('letterhead').get(ONLY),
      transaction.objectStore('units').getAll(),
      transaction.objectStore('register').getAll()
    ]);
    return { documents, decisions, corrections, marks, chosen, letterhead: letterhead ?? null, units, register };
  }

  async results(ids: readonly string[]): Promise<StoredResult[]> {
    const found: StoredResult[] = [];
    for (let at = 0; at < ids.length; at += RESULTS_AT_A_TIME) {
      const store = this.#database.transaction('results').store;
      const some = await Promise.all(ids.slice(at, at + RESULTS_AT_A_TIME).map((id) => store.get(id)));
      found.push(...some.flatMap((result) => result ?? []));
    }
    return found;
  }

  async original(id: string): Promise<Blob | undefined> {
    return (await this.#database.get('originals', id))?.original;
  }

  async judgement(signature: string): Promise<Row[] | null> {
    const kept = await this.#database.get('judgements', ONLY);
    return kept?.signature === signature ? [...kept.flags] : null;
  }

  async keepJudgement(signature: string, flags: readonly Row[]): Promise<void> {
    try {
      await this.#database.put('judgements', { signature, flags }, ONLY);
    } catch (error) {
      throw storageError(error);
    }
  }

  async commit(change: Change): Promise<void> {
    this.#askToLast();
    try {
      await this.#write(change);
    } catch (error) {
      throw storageError(error);
    }
  }

  /** When the disk runs full a browser clears what sites keep, unless it was asked not to. Plain http cannot ask. */
  #askToLast(): void {
    if (this.#isLasting || !('storage' in navigator)) return;
    this.#isLasting = true;
    // A refusal changes nothing: what is kept stays kept until the browser needs the room.
    navigator.storage.persist().catch(() => undefined);
  }

  async #write(change: Change): Promise<void> {
    // Strict: what is shown as saved outlives a crash of the whole machine.
    const transaction = this.#database.transaction(STORES, 'readwrite', { durability: 'strict' });
    // Awaited below; until then a failure is not to be taken for an unhandled one.
    transaction.done.catch(() => undefined);
    const [documents, results, originals] = [
      transaction.objectStore('documents'),
      transaction.objectStore('results'),
      transaction.objectStore('originals')
    ];
    const decisions = transaction.objectStore('decisions');
    const corrections = transaction.objectStore('corrections');
    const marks = transaction.objectStore('marks');
    const chosen = transaction.objectStore('chosen');
    const units = transaction.objectStore('units');
    const register = transaction.objectStore('register');
    try {
      if (change.clear) for (const name of STORES) await transaction.objectStore(name).clear();
      for (const id of change.removed ?? []) {
        for (const store of [documents, results, originals]) await store.delete(id);
        // Arrays sort after numbers, so this spans every index and cell of the document.
        const ofDocument = IDBKeyRange.bound([id], [id, []]);
        await decisions.delete(ofDocument);
        await corrections.delete(ofDocument);
      }
      for (const { document, result, original } of change.documents ?? []) {
        await documents.put(document);
        await results.put(result);
        await originals.put({ id: document.id, original });
      }
      for (const decision of change.decisions ?? []) await decisions.put(decision);
      for (const correction of change.corrections ?? []) await corrections.put(correction);
      for (const { document, index, cell } of change.removedCorrections ?? []) {
        await corrections.delete([document, index, cell]);
      }
      for (const mark of change.marks ?? []) await marks.put(mark, markKey(mark));
      for (const mark of change.removedMarks ?? []) await marks.delete(markKey(mark));
      for (const figure of change.removedChosen ?? []) await chosen.delete(chosenKey(figure));
      for (const figure of change.chosen ?? []) await chosen.put(figure, chosenKey(figure));
      if (change.letterhead) await transaction.objectStore('letterhead').put(change.letterhead, ONLY);
      for (const unit of change.units ?? []) await units.put(unit);
      if (change.register) await register.clear();
      for (const unit of change.register ?? []) await register.put(unit);
    } catch (error) {
      abort(transaction);
      // The request says only that it was aborted; the transaction says why.
      throw transaction.error ?? error;
    }
    await transaction.done;
  }
}

/** A transaction that failed by itself is over already. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function storageError(error: unknown): StorageError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return new StorageError('full', error);
  return new StorageError(name === 'InvalidStateError' ? 'closed' : 'failed', error);
}
