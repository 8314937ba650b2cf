/** Runs cases one after the other in a thread that can be ended; shared memory says which one, so that a hang has a seed. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { FORMATS } from '../../src/lib/documents/block.ts';
import { useCharacterMaps } from '../unit/documents/build-pdf.ts';
import { KINDS, makeCase, runCase } from './run.ts';

export const jobSchema = z.object({
  format: z.enum(FORMATS),
  kind: z.enum(KINDS),
  from: z.number().int(),
  until: z.number().int(),
  /** [seed that is being read, how many milliseconds into the process it began]. */
  progress: z.instanceof(SharedArrayBuffer)
});

const { format, kind, from, until, progress } = jobSchema.parse(workerData);
const beat = new Float64Array(progress);
useCharacterMaps();

for (let seed = from; seed < until; seed += 1) {
  const made = makeCase(format, kind, seed);
  beat[1] = Date.now();
  beat[0] = seed;
  const outcome = await runCase(made);
  const milliseconds = Date.now() - (beat[1] ?? 0);
  beat[1] = 0;
  parentPort?.postMessage({ seed, milliseconds, outcome });
}
