import type { Issue } from '../report/issue.ts';
import type { FoundFile } from './collect-files.ts';
import type { StorageError } from './storage.ts';

/**
 * `read` and `doubts`: saved. `refused`: no report in it; saved only when a person may still enter it by hand.
 * `known`: the very same file is there already. `register`: no report, but the units to sort reports by. `unsaved`: read, but the browser could not keep it.
 */
export type ItemStatus =
  'waiting' | 'reading' | 'read' | 'doubts' | 'refused' | 'known' | 'register' | 'unsaved' | 'unpacked' | 'cancelled';

/** What became of a file so far. */
export interface Outcome {
  readonly status: ItemStatus;
  /** Why it was refused or is doubtful; of a report's own doubts the list of documents tells. */
  readonly issues?: readonly Issue[];
  /** Why it could not be saved. */
  readonly storage?: StorageError;
  /** Whether it stands among the imported documents. */
  readonly saved?: boolean;
}

const UNDER_WAY: ReadonlySet<ItemStatus> = new Set(['waiting', 'reading']);
const AGAIN: ReadonlySet<ItemStatus> = new Set(['refused', 'unsaved', 'cancelled']);
const NOWHERE_ELSE: ReadonlySet<ItemStatus> = new Set(['known', 'register']);

/** One file on its way in. There may be thousands: each has one thing that changes, and nothing more until it is read. */
export class QueueItem {
  outcome: Outcome;
  readonly file: Blob | null;
  readonly path: string;
  readonly id: number;
  /** Of the reading that is going on. */
  stop: AbortController | null = null;

  constructor(id: number, { file, path }: FoundFile, outcome: Outcome) {
    this.outcome = $state.raw(outcome);
    this.id = id;
    this.file = file;
    this.path = path;
  }

  get status(): ItemStatus {
    return this.outcome.status;
  }

  get issues(): readonly Issue[] {
    return this.outcome.issues ?? [];
  }

  get storage(): StorageError | null {
    return this.outcome.storage ?? null;
  }

  get saved(): boolean {
    return this.outcome.saved ?? false;
  }

  get underWay(): boolean {
    return UNDER_WAY.has(this.status);
  }

  get canRetry(): boolean {
    return AGAIN.has(this.status) && !this.saved;
  }

  /** Through, and the list of documents does not show it. */
  get isLeft(): boolean {
    return this.canRetry || NOWHERE_ELSE.has(this.status);
  }
}
