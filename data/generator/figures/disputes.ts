/** Table 4 of a unit over the years: reviews and lawsuits follow the requests that were refused. */
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS } from '../../../src/lib/form/form.ts';
import type { Random } from '../random.ts';
import type { Counts } from './requests.ts';

const SHARE_OF_REQUESTS = { review: 0.03, suit: 0.012, 'suit-after-review': 0.014 } as const;
const RESULTS = [
  ['upheld', 55],
  ['corrected', 13],
  ['other', 20],
  ['pending', 12]
] as const;

/** `handled`: requests closed in each year. */
export function simulateDisputes(handled: readonly number[], random: Random): Counts[] {
  return handled.map((requests) => {
    const counts: Counts = new Map(
      DISPUTE_BLOCKS.flatMap((block) => DISPUTE_COLUMNS.map((column): [string, number] => [`t4.${block}.${column}`, 0]))
    );
    for (const block of DISPUTE_BLOCKS) {
      for (let left = random.poisson(requests * SHARE_OF_REQUESTS[block]); left > 0; left -= 1) {
        for (const column of [random.weighted(RESULTS), 'total']) {
          const cell = `t4.${block}.${column}`;
          counts.set(cell, (counts.get(cell) ?? 0) + 1);
        }
      }
    }
    return counts;
  });
}
