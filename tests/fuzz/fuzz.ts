import { Worker } from 'node:worker_threads';
import type { Format } from '../../src/lib/documents/block.ts';
import { processorTime } from './processor-time.ts';
import type { Kind, Outcome } from './run.ts';

/** A document's limits, in processor time; one that waits for something that never comes uses none, so by the clock too. */
const MOST_MILLISECONDS = 10_000;
const MOST_WAITING = 120_000;
const MOST_MEGABYTES = 300;

export interface FuzzJob {
  readonly format: Format;
  readonly kind: Kind;
  readonly seed: number;
  readonly runs: number;
  /** The built `worker.js`. */
  readonly worker: URL;
}

export interface Failure {
  readonly seed: number;
  readonly what: 'crash' | 'hang' | 'memory' | 'silent' | 'unnamed';
  readonly detail: string;
}

export interface FuzzResult {
  readonly format: Format;
  readonly kind: Kind;
  runs: number;
  read: number;
  partial: number;
  refused: number;
  /** Cells, over all runs with a known truth. */
  right: number;
  missing: number;
  flagged: number;
  slowest: number;
  readonly failures: Failure[];
}

interface Message {
  readonly seed: number;
  readonly milliseconds: number;
  readonly outcome: Outcome;
}

/** Runs seeds `seed` to `seed + runs − 1`. A case that hangs or eats the memory is counted and the rest goes on. */
export async function fuzz({ format, kind, seed, runs, worker }: FuzzJob): Promise<FuzzResult> {
  const result: FuzzResult = {
    format,
    kind,
    runs: 0,
    read: 0,
    partial: 0,
    refused: 0,
    right: 0,
    missing: 0,
    flagged: 0,
    slowest: 0,
    failures: []
  };
  let next = seed;
  while (next < seed + runs) next = await stretch({ format, kind, seed, runs, worker }, next, result);
  return result;
}

/** Runs until the end or until the worker has to be replaced. Gives the seed to go on from. */
function stretch(job: FuzzJob, from: number, result: FuzzResult): Promise<number> {
  const until = job.seed + job.runs;
  const progress = new SharedArrayBuffer(24);
  const beat = new Float64Array(progress);
  const thread = new Worker(job.worker, {
    workerData: { format: job.format, kind: job.kind, from, until, progress },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES }
  });
  return new Promise((resolve) => {
    let last = from - 1;
    let over = false;
    const finish = (next: number): void => {
      if (over) return;
      over = true;
      clearInterval(watch);
      void thread.terminate().then(() => resolve(next));
    };
    const fail = (what: Failure['what'], detail: string): void => {
      if (over) return;
      const seed = last + 1;
      result.runs += 1;
      result.failures.push({ seed, what, detail });
      finish(seed + 1);
    };
    const watch = setInterval(() => {
      const [, started = 0, clock = 0] = beat;
      if (started === 0) return;
      if (processorTime() - started > MOST_MILLISECONDS) fail('hang', `more than ${MOST_MILLISECONDS} ms`);
      else if (Date.now() - clock > MOST_WAITING) fail('hang', `no answer after ${MOST_WAITING} ms`);
    }, 200);
    thread.on('message', ({ seed, milliseconds, outcome }: Message) => {
      if (over) return;
      last = seed;
      result.runs += 1;
      result[outcome.status] += 1;
      for (const key of ['right', 'missing', 'flagged'] as const) result[key] += outcome[key];
      result.slowest = Math.max(result.slowest, milliseconds);
      const done = outcome.changes.join(' + ');
      const note = (what: Failure['what'], list: readonly string[]): void => {
        if (list.length === 0) return;
        const shown = list.slice(0, 4).join('; ') + (list.length > 4 ? `; ${list.length - 4} more` : '');
        result.failures.push({ seed, what, detail: done === '' ? shown : `${done}: ${shown}` });
      };
      note('crash', outcome.crash === null ? [] : [outcome.crash]);
      note('silent', outcome.silent);
      note('unnamed', outcome.unnamed);
      if (milliseconds > MOST_MILLISECONDS) note('hang', [`${milliseconds.toFixed(0)} ms`]);
    });
    thread.on('error', (error) => {
      const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      fail(memory ? 'memory' : 'crash', error.stack ?? error.message);
    });
    thread.on('exit', () => {
      if (last === until - 1) finish(until);
      else fail('crash', 'the thread ended by itself');
    });
  });
}
