import type { UnitRepairs, UnitReport } from '../checks/repair/repairs-for-reports.ts';
import type { RepairReply, RepairRequest } from './repair-worker.ts';

interface Waiting {
  resolve(repairs: readonly UnitRepairs[]): void;
  reject(error: Error): void;
}

/** Searches for repairs in a worker that is started by the first question and kept for the next. */
export class RepairSearch {
  #worker: Worker | null = null;
  #waiting = new Map<number, Waiting>();
  #last = 0;

  /** The units' repairs; units with nothing to repair are left out. Rejects when the worker cannot run. */
  find(reports: readonly UnitReport[]): Promise<readonly UnitRepairs[]> {
    const worker = (this.#worker ??= this.#start());
    const request: RepairRequest = { id: (this.#last += 1), reports };
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      worker.postMessage(request);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./repair-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data: { id, repairs } }: MessageEvent<RepairReply>) => {
      this.#waiting.get(id)?.resolve(repairs);
      this.#waiting.delete(id);
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#fail(new Error(event.message || 'the worker could not be started'));
    });
    return worker;
  }

  /** A worker that failed answers nobody any more; the next question starts another. */
  #fail(error: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
