import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../../src/lib/documents/block.ts';
import { fuzz, type FuzzResult } from '../../fuzz/fuzz.ts';
import { KINDS } from '../../fuzz/run.ts';

/** `npm run fuzz` is the long form. A PDF takes ten times as long as any other. */
const RUNS = { bytes: 250, structure: 100 };
const RUNS_OF_PDF = { bytes: 30, structure: 30 };

let folder = '';

beforeAll(async () => {
  await mkdir('node_modules/.cache', { recursive: true });
  folder = await mkdtemp(path.resolve('node_modules/.cache/fuzz-'));
  const options = { configFile: 'tests/fuzz/vite.config.ts', logLevel: 'error', mode: 'production' } as const;
  await build({ ...options, build: { outDir: folder } });
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(FORMATS)('%s, damaged and changed', (format) => {
  it('is read right, in part with a word about the rest, or refused', { timeout: 600_000 }, async () => {
    const worker = pathToFileURL(path.join(folder, 'worker.js'));
    const runs = format === 'pdf' ? RUNS_OF_PDF : RUNS;
    const results = await Promise.all(KINDS.map((kind) => fuzz({ format, kind, seed: 1, runs: runs[kind], worker })));
    const failures = ({ kind, failures: all }: FuzzResult) =>
      all.map(
        ({ what, seed, detail }) => `FORMAT=${format} KIND=${kind} SEED=${seed} RUNS=1 npm run fuzz: ${what} ${detail}`
      );
    expect(results.flatMap(failures)).toEqual([]);
    expect(results.map(({ kind, runs: done }) => [kind, done])).toEqual(KINDS.map((kind) => [kind, runs[kind]]));
    // Something must be left to be right, or nothing was tried.
    for (const { kind, right } of results) if (kind === 'structure') expect(right).toBeGreaterThan(runs[kind] * 100);
  });
});
