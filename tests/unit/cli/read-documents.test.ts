import { describe, expect, it } from 'vitest';
import { readDocuments } from '../../../src/cli/read-documents.ts';

/** Stands for the reader: `hang` never ends, `hoard` takes all memory, `crash` breaks, everything else is read. */
const worker = new URL('./unruly-worker.js', import.meta.url);

describe('reading in worker threads', () => {
  it('ends a document that takes too long, refuses it, and reads the rest in order', async () => {
    const results = await readDocuments(['a', 'hang', 'b', 'hang', 'c'], { worker, threads: 2, milliseconds: 1500 });
    expect(results.map(({ file, status }) => `${file} ${status}`)).toEqual([
      'a read',
      'hang refused',
      'b read',
      'hang refused',
      'c read'
    ]);
    expect(results[1]?.issues).toEqual([{ code: 'document.timeout', values: { seconds: 1.5 } }]);
  });

  it('outlives a document that takes all memory', async () => {
    const results = await readDocuments(['a', 'hoard', 'b'], { worker, threads: 1 });
    expect(results.map(({ status }) => status)).toEqual(['read', 'refused', 'read']);
    expect(results[1]?.issues[0]?.code).toBe('document.limit');
  });

  it('outlives a reader that breaks', async () => {
    const results = await readDocuments(['crash', 'a'], { worker, threads: 1 });
    expect(results.map(({ status }) => status)).toEqual(['refused', 'read']);
    expect(results[0]?.issues[0]?.code).toBe('document.damaged');
  });

  it('tells how far it is, up to the last', async () => {
    const seen: string[] = [];
    await readDocuments(['a', 'b', 'c'], { worker, threads: 2, progress: (done, all) => seen.push(`${done}/${all}`) });
    expect(seen).toEqual(['1/3', '2/3', '3/3']);
  });

  it('reads nothing without fuss', async () => {
    expect(await readDocuments([], { worker })).toEqual([]);
  });
});
