import type { KeptRecords } from '../imports/kept-records.svelte.ts';
import type { StorageError } from '../imports/storage.ts';
import { markKey } from '../imports/stored.ts';
import { dismissedYears, marksByKey, newMarks, placeOf, type Marked, type MarkKind, type ReviewMark } from './mark.ts';

/** What marks need of the storage of imports. */
type Kept = Pick<KeptRecords, 'current' | 'failure' | 'storage' | 'save'>;

/** Flags that were marked at once, with what each was marked before. */
export type MarkedAlike = readonly { readonly flag: Marked; readonly mark: ReviewMark | null }[];

/** A person's marks on flags, the same in every tab. A mark is shown once it is kept, never before. */
export class ReviewMarks {
  #kept = $state.raw<Kept | null>(null);
  readonly #byKey = $derived(marksByKey(this.#kept?.current.marks ?? []));
  readonly #dismissedYears = $derived(dismissedYears(this.#kept?.current.marks ?? []));

  /** Until then nothing is marked, and nothing can be. */
  connect(kept: Kept): void {
    this.#kept = kept;
  }

  /** Years in which something was dismissed, a new list with every change of a mark; empty: every error is open. */
  get dismissedYears(): readonly number[] {
    return this.#dismissedYears;
  }

  /** What was sent back, whether it is still there or has been mended since. */
  get sent(): readonly Marked[] {
    return (this.#kept?.current.marks ?? []).filter(({ mark }) => mark === 'sent');
  }

  /** True when the browser keeps nothing, so that marks are gone when the tab is closed. */
  get areLost(): boolean {
    return this.#kept !== null && !this.#kept.storage.persistent;
  }

  /** Why the last change was not kept; null when it was. */
  get problem(): StorageError['code'] | null {
    return this.#kept?.failure?.code ?? null;
  }

  of = (flag: Marked): ReviewMark | null => this.#byKey.get(markKey(flag)) ?? null;

  /** Marks all of them alike. False: none is marked, see `problem`. */
  async set(flags: readonly Marked[], kind: MarkKind, note = ''): Promise<boolean> {
    return (await this.#kept?.save({ marks: newMarks(flags, kind, note) })) ?? false;
  }

  /** The same, and what stood there before, for `restore`; null: none is marked. */
  async setAlike(flags: readonly Marked[], kind: MarkKind): Promise<MarkedAlike | null> {
    const before = flags.map((flag) => ({ flag, mark: this.of(flag) }));
    return (await this.set(flags, kind)) ? before : null;
  }

  /** Puts back what was there before. */
  async restore(before: MarkedAlike): Promise<boolean> {
    const marks = before.flatMap(({ flag, mark }) => (mark ? newMarks([flag], mark.kind, mark.note) : []));
    const removedMarks = before.flatMap(({ flag, mark }) => (mark ? [] : [placeOf(flag)]));
    return (await this.#kept?.save({ marks, removedMarks })) ?? false;
  }

  async remove(flag: Marked): Promise<boolean> {
    return (await this.#kept?.save({ removedMarks: [placeOf(flag)] })) ?? false;
  }
}
