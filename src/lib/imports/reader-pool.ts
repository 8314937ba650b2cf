import type { Issue } from '../report/issue.ts';
import type { ReaderMessage, ReaderSetup, ReadReply, ReadRequest } from './read-protocol.ts';

/** What the pool needs of a worker: a browser's `Worker` has it. */
export interface Reader {
  postMessage(message: ReaderSetup | ReadRequest): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<ReaderMessage>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface ReaderPoolOptions {
  readonly createReader: () => Reader;
  readonly setup: ReaderSetup;
  /** How many files at a time. */
  readonly readers: number;
  /** How long one file may take. The slowest honest ones take well under a second. */
  readonly milliseconds: number;
  /** How long a reader's program may take to load, from a slow server. */
  readonly loadMilliseconds: number;
}

/** Two, unless the machine has less to spare: the page itself and the database need a core each. */
export function readersFor(cores: number): number {
  return Math.max(1, Math.min(2, cores - 1));
}

interface Job extends Omit<ReadRequest, 'kind'> {
  readonly settle: (reply: ReadReply | null) => void;
}

/**
 * Readers that read one file each at a time. One that takes too long, dies or is told to stop is ended and another
 * takes its place; the other files do not notice.
 */
export class ReaderPool {
  #options: ReaderPoolOptions;
  #waiting: Job[] = [];
  #idle: Reader[] = [];
  #busy = new Map<Job, () => void>();

  constructor(options: ReaderPoolOptions) {
    this.#options = options;
  }

  /** Never rejects: what went wrong is a refusal. null when `signal` stopped it before the end. */
  read(file: Blob, path: string, signal: AbortSignal): Promise<ReadReply | null> {
    if (signal.aborted) return Promise.resolve(null);
    return new Promise((resolve) => {
      const stop = (): void => this.#stop(job);
      const job: Job = {
        file,
        path,
        settle: (reply) => {
          signal.removeEventListener('abort', stop);
          resolve(reply);
        }
      };
      signal.addEventListener('abort', stop);
      this.#waiting.push(job);
      this.#next();
    });
  }

  /** Ends all readers, once nothing is to be read any more. */
  close(): void {
    for (const job of [...this.#waiting, ...this.#busy.keys()]) this.#stop(job);
    for (const reader of this.#idle.splice(0)) reader.terminate();
  }

  #stop(job: Job): void {
    this.#waiting = this.#waiting.filter((each) => each !== job);
    this.#busy.get(job)?.();
    job.settle(null);
  }

  #next(): void {
    if (this.#busy.size >= this.#options.readers) return;
    const job = this.#waiting.shift();
    if (job) this.#run(job, this.#idle.pop());
  }

  #run(job: Job, idle: Reader | undefined): void {
    const { createReader, setup, milliseconds, loadMilliseconds } = this.#options;
    const reader = idle ?? createReader();
    let timer: ReturnType<typeof setTimeout>;
    const leave = (): void => {
      clearTimeout(timer);
      this.#busy.delete(job);
    };
    const kill = (): void => {
      leave();
      reader.terminate();
      this.#next();
    };
    const fail = (issue: Issue): void => {
      kill();
      job.settle({ kind: 'refused', issue });
    };
    const begin = (): void => {
      clearTimeout(timer);
      timer = setTimeout(
        () => fail({ code: 'document.timeout', values: { seconds: milliseconds / 1000 } }),
        milliseconds
      );
      reader.postMessage({ kind: 'read', file: job.file, path: job.path });
    };
    this.#busy.set(job, kill);
    reader.onerror = (event) => {
      // Otherwise the page would report it a second time.
      event.preventDefault();
      fail({ code: 'document.damaged', values: { reason: event.message || 'reader' } });
    };
    reader.onmessage = ({ data }) => {
      if (data.kind === 'ready') return begin();
      leave();
      this.#idle.push(reader);
      job.settle(data);
      this.#next();
    };
    if (idle) return begin();
    const notLoaded: Issue = { code: 'document.cannot-open', values: { detail: 'reader' } };
    timer = setTimeout(() => fail(notLoaded), loadMilliseconds);
    reader.postMessage(setup);
  }
}
