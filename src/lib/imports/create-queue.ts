import type { ImportDesk } from './desk.svelte.ts';
import { ImportQueue } from './queue.svelte.ts';
import { ReaderPool, readersFor } from './reader-pool.ts';
import { turn } from './slices.ts';

const MILLISECONDS = 10_000;
const LOAD_MILLISECONDS = 60_000;

/** The queue of the site's one desk. Its readers start with the first file and end with the last. */
export function createQueue(desk: ImportDesk, characterMaps: string): ImportQueue {
  const readers = readersFor(navigator.hardwareConcurrency);
  const pool = new ReaderPool({
    createReader: () => new Worker(new URL('./read-worker.ts', import.meta.url), { type: 'module' }),
    setup: { kind: 'setup', characterMaps },
    readers,
    milliseconds: MILLISECONDS,
    loadMilliseconds: LOAD_MILLISECONDS
  });
  return new ImportQueue({
    // In a task of its own: starting a reader takes as long as some frames.
    read: (file, path, signal) => turn().then(() => pool.read(file, path, signal)),
    keep: desk.keep,
    takeRegister: desk.besidePublished ? null : desk.setRegister,
    lanes: readers,
    onidle() {
      pool.close();
      desk.changed();
    }
  });
}
