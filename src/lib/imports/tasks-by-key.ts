/** One task a key at a time; who comes with the same key meanwhile waits for it and does nothing. */
export class TasksByKey {
  #running = new Map<string, Promise<void>>();

  /** True when this task ran, false when another of the same key did. Rejects as the one that ran. */
  async run(key: string, task: () => Promise<void>): Promise<boolean> {
    const other = this.#running.get(key);
    if (other) {
      await other;
      return false;
    }
    const own = task();
    this.#running.set(key, own);
    try {
      await own;
      return true;
    } finally {
      this.#running.delete(key);
    }
  }
}
