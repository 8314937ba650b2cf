/** Runs cases one after the other in a thread that can be ended; shared memory says which one, so that a hang has a seed. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { FORMATS } from '../../src/lib/documents/block.ts';
import { useCharacterMaps } from '../unit/documents/build-pdf.ts';
import { processorTime } from './processor-time.ts';
import { KINDS, makeCase, runCase } from './run.ts';

export const jobSchema = z.object({
  format: z.enum(FORMATS),
  kind: z.enum(KINDS),
  from: z.number().int(),
  until: z.number().int(),
  /** Seed that is being read, processor time of the process when it began (0 between two), and the time of day. */
  progress: z.instanceof(SharedArrayBuffer)
});

const { format, kind, from, until, progress } = jobSchema.parse(workerData);
const beat = new Float64Array(progress);
useCharacterMaps();

for (let seed = from; seed < until; seed += 1) {
  const made = makeCase(format, kind, seed);
  beat[2] = Date.now();
  beat[0] = seed;
  const start = processorTime();
  beat[1] = start;
  const outcome = await runCase(made);
  const milliseconds = processorTime() - start;
  beat[1] = 0;
  parentPort?.postMessage({ seed, milliseconds, outcome });
}
