import type { Issue } from '../report/issue.ts';
import type { Unit } from '../report/unit.ts';
import type { FoundFile } from './collect-files.ts';
import { ItemsByStatus } from './items-by-status.ts';
import { QueueItem, type ItemStatus, type Outcome } from './queue-item.svelte.ts';
import type { ReadReply } from './read-protocol.ts';
import { StorageError } from './storage.ts';

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
  'document.other-format',
  'document.archive',
  'document.empty'
]);

/** Items made at a time: thousands at once would hold up the page. */
const AT_A_TIME = 250;

/** The files being imported: some at a time, each with its own state, none able to stop the others. */
export class ImportQueue {
  items = $state.raw<readonly QueueItem[]>([]);
  /** The system's own files, left out. */
  skipped = $state(0);
  /** Files that are not in the list yet, because more come than are listed at a time. */
  #coming = $state.raw<readonly FoundFile[]>([]);
  /** Raised by each change of an item: who asks for items is told by it. */
  #changes = $state(0);
  readonly #listed = new ItemsByStatus(() => (this.#changes += 1));
  #options: QueueOptions;
  #running = 0;
  #held = 0;
  #next = 0;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** Of the files added since the queue was last empty. An archive counts as its files. */
  get progress(): { readonly done: number; readonly all: number } {
    const counted = this.items.length - this.count('unpacked');
    return { done: counted - this.#underWay, all: counted + this.#coming.length };
  }

  get busy(): boolean {
    return this.#coming.length > 0 || this.#underWay > 0;
  }

  get #underWay(): number {
    return this.count('waiting', 'reading');
  }

  count(...statuses: readonly ItemStatus[]): number {
    void this.#changes;
    return this.#listed.count(...statuses);
  }

  /** The first items of a status. */
  first(status: ItemStatus, most: number): QueueItem[] {
    void this.#changes;
    return this.#listed.first(status, most);
  }

  /** Items that are through and stand in no list of documents: the first of them, and how many there are. */
  left(most: number): { readonly items: readonly QueueItem[]; readonly all: number } {
    void this.#changes;
    return { items: this.#listed.left(most), all: this.#listed.leftCount };
  }

  /** Adds files behind those that wait. With nothing under way, what is saved leaves the list first. */
  add(files: readonly FoundFile[]): void {
    if (!this.busy) this.#take((item) => item.canRetry);
    const listing = this.#coming.length > 0;
    this.#coming = [...this.#coming, ...files];
    if (!listing) this.#list();
  }

  #list(): void {
    const some = this.#coming.slice(0, AT_A_TIME);
    this.#coming = this.#coming.slice(AT_A_TIME);
    this.#append(some.map((file) => this.#item(file, { status: 'waiting' })));
    if (this.#coming.length > 0) setTimeout(() => this.#list(), 0);
  }

  #append(items: readonly QueueItem[]): void {
    this.items = [...this.items, ...items];
    this.#start();
  }

  /** Leaves only some in the list. */
  #take(stays: (item: QueueItem) => boolean): void {
    for (const item of this.items) if (!stays(item)) this.#listed.remove(item);
    this.items = this.items.filter(stays);
  }

  cancel(item: QueueItem): void {
    if (!item.underWay) return;
    this.#listed.put(item, { status: 'cancelled' });
    item.stop?.abort();
  }

  cancelAll(): void {
    while (this.#coming.length > 0) this.#list();
    for (const item of this.items) this.cancel(item);
  }

  retry(item: QueueItem): void {
    if (!item.canRetry) return;
    this.#listed.put(item, { status: 'waiting' });
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
    this.#take((item) => item.underWay);
    this.skipped = 0;
  }

  #item(file: FoundFile, outcome: Outcome): QueueItem {
    this.#next += 1;
    const item = new QueueItem(this.#next, file, outcome);
    this.#listed.add(item);
    return item;
  }

  /** Files that come while `work` replaces all that is kept are read after it: it would take them along. */
  async holdDuring<T>(work: () => Promise<T>): Promise<T> {
    this.#held += 1;
    try {
      return await work();
    } finally {
      this.#held -= 1;
      this.#start();
    }
  }

  #start(): void {
    if (this.#held > 0) return;
    while (this.#running < this.#options.lanes && this.count('waiting') > 0) {
      this.#running += 1;
      void this.#lane();
    }
  }

  async #lane(): Promise<void> {
    for (;;) {
      const [item] = this.first('waiting', 1);
      if (!item) break;
      await this.#read(item);
    }
    this.#running -= 1;
    if (this.#running === 0 && this.#coming.length === 0) this.#options.onidle();
  }

  async #read(item: QueueItem): Promise<void> {
    const { file, path } = item;
    const stop = new AbortController();
    item.stop = stop;
    this.#listed.put(item, { status: 'reading' });
    if (!file) return this.#refuse(item, [{ code: 'document.cannot-open', values: { detail: path } }]);
    const reply = await this.#options.read(file, path, stop.signal);
    // Stopped while it was read, and perhaps waiting again already.
    if (reply === null || stop.signal.aborted) return;
    if (reply.kind === 'refused') return this.#refuse(item, [reply.issue]);
    if (reply.kind === 'archive') return this.#unpack(item, reply);
    if (reply.kind === 'register') return this.#takeRegister(item, reply.units);
    const { status, issues } = reply.result;
    if (status === 'refused' && issues.some(({ code }) => NOT_WORTH_KEEPING.has(code))) {
      return this.#refuse(item, issues);
    }
    await this.#keep(item, reply);
  }

  #refuse(item: QueueItem, issues: readonly Issue[]): void {
    this.#listed.put(item, { status: 'refused', issues });
  }

  #keep(item: QueueItem, reply: ReadFile): Promise<void> {
    const { status, issues } = reply.result;
    return this.#save(item, issues, async () => {
      const outcome = await this.#options.keep(reply, item.path);
      if (outcome === 'known') return 'known';
      if (status === 'refused') return 'refused';
      return status === 'read' ? 'read' : 'doubts';
    });
  }

  async #takeRegister(item: QueueItem, units: readonly Unit[]): Promise<void> {
    const { takeRegister } = this.#options;
    if (!takeRegister) return this.#refuse(item, [{ code: 'document.register-not-needed' }]);
    await this.#save(item, [], async () => {
      await takeRegister(units);
      return 'register';
    });
  }

  /** `saving` gives the state that the item has once it is saved. */
  async #save(item: QueueItem, issues: readonly Issue[], saving: () => Promise<ItemStatus>): Promise<void> {
    try {
      const status = await saving();
      this.#listed.put(item, { status, issues, saved: true });
    } catch (error) {
      const storage = error instanceof StorageError ? error : new StorageError('failed', error);
      this.#listed.put(item, { status: 'unsaved', storage });
    }
  }

  #unpack(item: QueueItem, { entries, refused, skipped }: Extract<ReadReply, { kind: 'archive' }>): void {
    this.skipped += skipped;
    if (entries.length + refused.length === 0) return this.#refuse(item, [{ code: 'document.empty' }]);
    this.#listed.put(item, { status: 'unpacked' });
    this.#append([
      ...entries.map((entry) => this.#item(entry, { status: 'waiting' })),
      ...refused.map(({ path, issue }) => this.#item({ file: null, path }, { status: 'refused', issues: [issue] }))
    ]);
  }
}
