import type { Issue } from '../report/issue.ts';
import type { Unit } from '../report/unit.ts';
import type { FoundFile } from './collect-files.ts';
import type { ReadReply } from './read-protocol.ts';
import { StorageError } from './storage.ts';

/**
 * `read` and `doubts`: saved. `refused`: no report in it; saved only when a person may still enter it by hand.
 * `known`: the very same file is there already. `register`: no report, but the units to sort reports by. `unsaved`: read, but the browser could not keep it.
 */
export type ItemStatus =
  'waiting' | 'reading' | 'read' | 'doubts' | 'refused' | 'known' | 'register' | 'unsaved' | 'unpacked' | 'cancelled';

export type ReadFile = Extract<ReadReply, { kind: 'document' }>;

export interface QueueOptions {
  /** Never rejects; null when `signal` stopped it. */
  readonly read: (file: Blob, path: string, signal: AbortSignal) => Promise<ReadReply | null>;
  /** Resolves once the document is saved for good. Rejects with `StorageError`. */
  readonly keep: (read: ReadFile, path: string) => Promise<'kept' | 'known'>;
  /** Takes a register of units in place of the one before. Rejects with `StorageError`; null: none is taken here. */
  readonly takeRegister: ((units: readonly Unit[]) => Promise<void>) | null;
  /** How many files are read at a time. */
  readonly lanes: number;
  /** Called each time the last file is through. */
  readonly onidle: () => void;
}

/** A refusal after which the bytes are of no more use: no report can be in them. */
const NOT_WORTH_KEEPING: ReadonlySet<Issue['code']> = new Set([
  'document.unknown-format',
  'document.archive',
  'document.empty'
]);

const UNDER_WAY: readonly ItemStatus[] = ['waiting', 'reading'];
const AGAIN: readonly ItemStatus[] = ['refused', 'unsaved', 'cancelled'];

/** One file on its way in. */
export class QueueItem {
  status = $state<ItemStatus>('waiting');
  /** Why it was refused or is doubtful; of a report's own doubts the list of documents tells. */
  issues = $state.raw<readonly Issue[]>([]);
  /** Why it could not be saved. */
  storage = $state.raw<StorageError | null>(null);
  /** Whether it stands among the imported documents. */
  saved = $state(false);
  readonly file: Blob | null;
  readonly path: string;
  readonly id: number;
  stop = new AbortController();

  constructor(id: number, { file, path }: FoundFile) {
    this.id = id;
    this.file = file;
    this.path = path;
  }

  get underWay(): boolean {
    return UNDER_WAY.includes(this.status);
  }

  get canRetry(): boolean {
    return AGAIN.includes(this.status) && !this.saved;
  }
}

/** Items made at a time: thousands at once would hold up the page. */
const AT_A_TIME = 250;

/** The files being imported: some at a time, each with its own state, none able to stop the others. */
export class ImportQueue {
  items = $state.raw<readonly QueueItem[]>([]);
  /** The system's own files, left out. */
  skipped = $state(0);
  /** Files that are not in the list yet, because more come than are listed at a time. */
  #coming = $state.raw<readonly FoundFile[]>([]);
  #options: QueueOptions;
  #running = 0;
  #next = 0;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** Of the files added since the queue was last empty. An archive counts as its files. */
  get progress(): { readonly done: number; readonly all: number } {
    const counted = this.items.filter(({ status }) => status !== 'unpacked');
    const done = counted.filter((item) => !item.underWay).length;
    return { done, all: counted.length + this.#coming.length };
  }

  get busy(): boolean {
    return this.#coming.length > 0 || this.items.some((item) => item.underWay);
  }

  count(...statuses: readonly ItemStatus[]): number {
    return this.items.filter(({ status }) => statuses.includes(status)).length;
  }

  /** Adds files behind those that wait. With nothing under way, what is saved leaves the list first. */
  add(files: readonly FoundFile[]): void {
    if (!this.busy) this.items = this.items.filter((item) => item.canRetry);
    const listing = this.#coming.length > 0;
    this.#coming = [...this.#coming, ...files];
    if (!listing) this.#list();
  }

  #list(): void {
    const some = this.#coming.slice(0, AT_A_TIME);
    this.#coming = this.#coming.slice(AT_A_TIME);
    this.items = [...this.items, ...some.map((file) => this.#item(file))];
    this.#start();
    if (this.#coming.length > 0) setTimeout(() => this.#list(), 0);
  }

  cancel(item: QueueItem): void {
    if (!item.underWay) return;
    item.status = 'cancelled';
    item.stop.abort();
  }

  cancelAll(): void {
    while (this.#coming.length > 0) this.#list();
    for (const item of this.items) this.cancel(item);
  }

  retry(item: QueueItem): void {
    if (!item.canRetry) return;
    item.stop = new AbortController();
    item.issues = [];
    item.storage = null;
    item.status = 'waiting';
    this.#start();
  }

  /** How many could still get in: nobody has looked into them, or they could not be saved. */
  get outside(): number {
    return this.count('unsaved', 'cancelled');
  }

  retryOutside(): void {
    for (const item of this.items) if (item.status === 'unsaved' || item.status === 'cancelled') this.retry(item);
  }

  /** Takes off the list what is not under way. What is saved stays saved. */
  tidy(): void {
    this.items = this.items.filter((item) => item.underWay);
    this.skipped = 0;
  }

  #item(file: FoundFile): QueueItem {
    this.#next += 1;
    return new QueueItem(this.#next, file);
  }

  #start(): void {
    while (this.#running < this.#options.lanes && this.items.some(({ status }) => status === 'waiting')) {
      this.#running += 1;
      void this.#lane();
    }
  }

  async #lane(): Promise<void> {
    for (;;) {
      const item = this.items.find(({ status }) => status === 'waiting');
      if (!item) break;
      await this.#read(item);
    }
    this.#running -= 1;
    if (this.#running === 0 && this.#coming.length === 0) this.#options.onidle();
  }

  async #read(item: QueueItem): Promise<void> {
    item.status = 'reading';
    const { file, path, stop } = item;
    if (!file) return refuse(item, [{ code: 'document.cannot-open', values: { detail: path } }]);
    const reply = await this.#options.read(file, path, stop.signal);
    // Stopped while it was read, and perhaps waiting again already.
    if (reply === null || stop.signal.aborted) return;
    if (reply.kind === 'refused') return refuse(item, [reply.issue]);
    if (reply.kind === 'archive') return this.#unpack(item, reply);
    if (reply.kind === 'register') return this.#takeRegister(item, reply.units);
    const { result } = reply;
    const issues = result.issues;
    if (result.status === 'refused' && issues.some(({ code }) => NOT_WORTH_KEEPING.has(code))) {
      return refuse(item, issues);
    }
    await this.#keep(item, reply);
  }

  #keep(item: QueueItem, reply: ReadFile): Promise<void> {
    return save(item, async () => {
      const outcome = await this.#options.keep(reply, item.path);
      item.issues = reply.result.issues;
      if (outcome === 'known') return 'known';
      if (reply.result.status === 'refused') return 'refused';
      return reply.result.status === 'read' ? 'read' : 'doubts';
    });
  }

  async #takeRegister(item: QueueItem, units: readonly Unit[]): Promise<void> {
    const { takeRegister } = this.#options;
    if (!takeRegister) return refuse(item, [{ code: 'document.register-not-needed' }]);
    await save(item, async () => {
      await takeRegister(units);
      return 'register';
    });
  }

  #unpack(item: QueueItem, { entries, refused, skipped }: Extract<ReadReply, { kind: 'archive' }>): void {
    this.skipped += skipped;
    if (entries.length + refused.length === 0) return refuse(item, [{ code: 'document.empty' }]);
    item.status = 'unpacked';
    const unreadable = refused.map(({ path, issue }) => {
      const inside = this.#item({ file: null, path });
      refuse(inside, [issue]);
      return inside;
    });
    this.items = [...this.items, ...entries.map((entry) => this.#item(entry)), ...unreadable];
    this.#start();
  }
}

/** `saving` gives the state that the item has once it is saved. */
async function save(item: QueueItem, saving: () => Promise<ItemStatus>): Promise<void> {
  try {
    item.status = await saving();
    item.saved = true;
  } catch (error) {
    item.storage = error instanceof StorageError ? error : new StorageError('failed', error);
    item.status = 'unsaved';
  }
}

function refuse(item: QueueItem, issues: readonly Issue[]): void {
  item.status = 'refused';
  item.issues = issues;
}
