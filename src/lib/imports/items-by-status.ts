import type { ItemStatus, Outcome, QueueItem } from './queue-item.svelte.ts';

/** A queue's items by what became of them: a change costs the same whether there are ten items or thousands. */
export class ItemsByStatus {
  #all = new Set<QueueItem>();
  #sets = new Map<ItemStatus, Set<QueueItem>>();
  #left = new Set<QueueItem>();
  readonly #onchange: () => void;

  constructor(onchange: () => void) {
    this.#onchange = onchange;
  }

  add(item: QueueItem): void {
    this.#all.add(item);
    this.put(item, item.outcome);
  }

  /** Puts an item where it belongs now, behind the others there. One that was removed meanwhile stays away. */
  put(item: QueueItem, outcome: Outcome): void {
    if (!this.#all.has(item)) return;
    this.#take(item);
    item.outcome = outcome;
    this.#of(outcome.status).add(item);
    if (item.isLeft) this.#left.add(item);
  }

  remove(item: QueueItem): void {
    this.#all.delete(item);
    this.#take(item);
  }

  count(...statuses: readonly ItemStatus[]): number {
    return statuses.reduce((sum, status) => sum + this.#of(status).size, 0);
  }

  /** The first ones of a status, those that have had it longest. */
  first(status: ItemStatus, most: number): QueueItem[] {
    return firstOf(this.#of(status), most);
  }

  /** Those that are through and that only the queue shows. */
  left(most: number): QueueItem[] {
    return firstOf(this.#left, most);
  }

  get leftCount(): number {
    return this.#left.size;
  }

  #take(item: QueueItem): void {
    this.#of(item.status).delete(item);
    this.#left.delete(item);
    this.#onchange();
  }

  #of(status: ItemStatus): Set<QueueItem> {
    let items = this.#sets.get(status);
    if (!items) this.#sets.set(status, (items = new Set()));
    return items;
  }
}

function firstOf(items: Iterable<QueueItem>, most: number): QueueItem[] {
  const first: QueueItem[] = [];
  for (const item of items) {
    if (first.length >= most) break;
    first.push(item);
  }
  return first;
}
