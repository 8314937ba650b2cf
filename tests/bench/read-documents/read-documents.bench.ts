/**
 * The demo city read by the command's own worker threads, and what the command takes to start. The mark is 200
 * documents a second on two cores. Milliseconds depend on the machine, so reading on one core stands beside.
 * Needs the built command: `npm run build:cli`.
 */
import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { listDocuments } from '../../../src/cli/list-documents.ts';
import { readDocuments } from '../../../src/cli/read-documents.ts';

const RUNS = 3;
const worker = pathToFileURL(path.resolve('dist/document-worker.js'));

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** Best of some runs, in seconds: what else the machine does can only make a run slower. */
async function fastest(run: () => unknown): Promise<number> {
  let best = Infinity;
  for (let index = 0; index < RUNS; index += 1) {
    const start = performance.now();
    await run();
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return best;
}

/** The demo city's reports, without the list that lies beside them. */
async function listReports(): Promise<string[]> {
  const listed = await listDocuments(['data/demo']);
  return listed.filter(({ skip, withoutReport }) => skip === null && withoutReport === null).map(({ file }) => file);
}

it('reads the demo city', async () => {
  const files = await listReports();
  const results = await readDocuments(files, { worker });
  expect(results.filter((result) => result.status === 'refused')).toEqual([]);

  const before = process.cpuUsage();
  await readDocuments(files, { worker, threads: 1 });
  const { user, system } = process.cpuUsage(before);
  // What the cores really did, whoever else had them meanwhile.
  print(`${((files.length * 1e6) / (user + system)).toFixed(0)} documents a second of one core's time`);

  const one = await fastest(() => readDocuments(files, { worker, threads: 1 }));
  print(`one thread: ${(files.length / one).toFixed(0)} documents a second, its start included`);
  const threads = availableParallelism();
  const all = await fastest(() => readDocuments(files, { worker, threads }));
  print(`${threads} threads: ${(files.length / all).toFixed(0)} documents a second, ${(one / all).toFixed(2)} × one`);

  for (const format of new Set(results.map((result) => result.format))) {
    const same = results.filter((result) => result.format === format).map((result) => result.file);
    const seconds = await fastest(() => readDocuments(same, { worker, threads: 1 }));
    print(`${String(format)}: ${((seconds * 1000) / same.length).toFixed(1)} ms each on one thread`);
  }
});

it('starts', async () => {
  const nianbao = (...args: string[]) => execFileSync(process.execPath, ['dist/nianbao.js', ...args]);
  const [first = ''] = await listReports();
  const empty = await fastest(() => execFileSync(process.execPath, ['-e', '0']));
  print(`node alone: ${(empty * 1000).toFixed(0)} ms`);
  print(`--help: ${((await fastest(() => nianbao('--help'))) * 1000).toFixed(0)} ms`);
  const read = await fastest(() => nianbao('read', first, '--json'));
  print(`read of one document: ${(read * 1000).toFixed(0)} ms`);
});
