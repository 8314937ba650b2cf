/**
 * The nightly form: `npm run fuzz`, or `FORMAT=doc RUNS=500 SEED=1 npm run fuzz`. FORMAT may name several, apart by
 * commas; RUNS are of one format, half with damaged bytes and half with changed reports; KIND=bytes or KIND=structure
 * runs only one of the two. A failing case is run again by the line printed for it. KEEP names a folder for the documents that failed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { FORMATS } from '../../src/lib/documents/block.ts';
import { fuzz, type FuzzResult } from './fuzz.ts';
import { KINDS, makeCase } from './run.ts';

const listOf = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .default(values.join(','))
    .transform((text) => text.split(',').map((each) => z.enum(values).parse(each.trim())));
const { FORMAT, KIND, RUNS, SEED, KEEP } = z
  .object({
    FORMAT: listOf(FORMATS),
    KIND: listOf(KINDS),
    RUNS: z.coerce.number().int().positive().default(10_000),
    SEED: z.coerce.number().int().default(1),
    KEEP: z.string().optional()
  })
  .parse(process.env);

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const count = ({ failures }: FuzzResult, what: string): number => failures.filter((each) => each.what === what).length;

let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 100);
let failed = 0;
for (const format of FORMAT) {
  for (const kind of KIND) {
    peak = 0;
    const started = performance.now();
    const worker = new URL('./worker.js', import.meta.url);
    const result = await fuzz({ format, kind, seed: SEED, runs: Math.ceil(RUNS / KIND.length), worker });
    const seconds = (performance.now() - started) / 1000;
    print(
      `${format} ${kind}: ${result.runs} runs in ${seconds.toFixed(0)} s: ${result.read} read, ${result.partial} read in part, ` +
        `${result.refused} refused; cells ${result.right} right, ${result.missing} missing, ${result.flagged} flagged; ` +
        ['crash', 'hang', 'memory', 'silent', 'unnamed'].map((what) => `${count(result, what)} ${what}`).join(', ') +
        `; slowest ${result.slowest.toFixed(0)} ms, peak ${(peak / 1e6).toFixed(0)} MB`
    );
    for (const { seed, what, detail } of result.failures) {
      print(`  ${what} FORMAT=${format} KIND=${kind} SEED=${seed} RUNS=1  ${detail}`);
      if (KEEP === undefined) continue;
      mkdirSync(KEEP, { recursive: true });
      writeFileSync(path.join(KEEP, `${kind}-${seed}.${format}`), makeCase(format, kind, seed).bytes);
    }
    failed += result.failures.length;
  }
}
clearInterval(watch);
process.exitCode = failed > 0 ? 1 : 0;
