import type { ImportDesk } from './desk.svelte.ts';
import { ImportQueue } from './queue.svelte.ts';
import { ReaderPool, readersFor } from './reader-pool.ts';

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
    read: (file, path, signal) => pool.read(file, path, signal),
    keep: desk.keep,
    takeRegister: desk.besidePublished ? null : desk.setRegister,
    lanes: readers,
    onidle() {
      pool.close();
      desk.changed();
    }
  });
}
