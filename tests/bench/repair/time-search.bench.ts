/** `npm run bench -- repair/time`: one report's search for repairs, in Node and in Chromium. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { measureInPage } from '../browser.ts';
import { measure, type SearchTimes } from './time-search.ts';

const schema = z.object({
  reference: z.number(),
  times: z.array(z.object({ mistakes: z.number(), median: z.number(), slowest: z.number() }))
});

function print(place: string, { reference, times }: SearchTimes): void {
  const lines = times.map(
    ({ mistakes, median, slowest }) =>
      `${place}, ${mistakes} mistyped: median ${median.toFixed(1)} ms, slowest ${slowest.toFixed(1)} ms, ` +
      `${(slowest / reference).toFixed(1)} × judging 5,000 reports\n`
  );
  process.stdout.write(lines.join(''));
  expect(times).toHaveLength(3);
}

it('finds repairs in Node', { timeout: 600_000 }, async () => print('Node', await measure()));

it('finds repairs in Chromium', { timeout: 600_000 }, async () => {
  print('Chromium', schema.parse(await measureInPage('/tests/bench/repair/time-search.ts', {})));
});
