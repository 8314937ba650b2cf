import type { CellId } from '../form/form.ts';

/** What a person says about a cell; null: nothing, it stands as it was read. */
export interface Word {
  readonly value: number | null;
  /** The person left the value as it was read. */
  readonly confirmed: boolean;
}

interface Step {
  readonly cell: CellId;
  readonly before: Word | null;
  readonly after: Word | null;
}

export interface HistoryOptions {
  readonly current: (cell: CellId) => Word | null;
  /** Saves it. False when it could not be saved: then nothing has happened. */
  readonly write: (cell: CellId, word: Word | null) => Promise<boolean>;
}

/** The corrections made since the page was opened, to be taken back and made again one by one. */
export class CorrectionHistory {
  #done = $state.raw<readonly Step[]>([]);
  #undone = $state.raw<readonly Step[]>([]);
  #options: HistoryOptions;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: HistoryOptions) {
    this.#options = options;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** False when it could not be saved. */
  set(cell: CellId, after: Word | null): Promise<boolean> {
    return this.#inTurn(async () => {
      const before = this.#options.current(cell);
      if (sameWord(before, after)) return true;
      if (!(await this.#options.write(cell, after))) return false;
      this.#done = [...this.#done, { cell, before, after }];
      this.#undone = [];
      return true;
    });
  }

  /** The cell that changed; null when there was nothing to take back or it could not be saved. */
  undo(): Promise<CellId | null> {
    return this.#inTurn(async () => {
      const step = this.#done.at(-1);
      if (!step || !(await this.#options.write(step.cell, step.before))) return null;
      this.#done = this.#done.slice(0, -1);
      this.#undone = [...this.#undone, step];
      return step.cell;
    });
  }

  redo(): Promise<CellId | null> {
    return this.#inTurn(async () => {
      const step = this.#undone.at(-1);
      if (!step || !(await this.#options.write(step.cell, step.after))) return null;
      this.#undone = this.#undone.slice(0, -1);
      this.#done = [...this.#done, step];
      return step.cell;
    });
  }

  /** One after another: a quick typist is ahead of the disk. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work, work);
    this.#last = result;
    return result;
  }
}

function sameWord(one: Word | null, other: Word | null): boolean {
  if (one === null || other === null) return one === other;
  return one.value === other.value && one.confirmed === other.confirmed;
}
