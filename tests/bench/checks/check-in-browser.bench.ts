/** `npm run bench -- checks/check-in`: all rules over the demo city in Chromium, once the engine is up. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { measureInPage } from '../browser.ts';

const schema = z.object({
  reference: z.number(),
  first: z.number(),
  allRules: z.number(),
  copies: z.number(),
  flags: z.number()
});

it('judges the demo city in Chromium', { timeout: 600_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-bench-'));
  try {
    const build = ['dist/nianbao.js', 'build', 'data/demo', '--units', 'data/units.csv', '--out', folder];
    execFileSync(process.execPath, build, { stdio: 'ignore' });
    const dataset = { 'data/reports.duckdb.gz': path.join(folder, 'reports.duckdb.gz') };
    const times = schema.parse(await measureInPage('/tests/bench/checks/judge-in-page.ts', dataset));
    const print = (name: string, milliseconds: number): void => {
      const ratio = (milliseconds / times.reference).toFixed(1);
      process.stdout.write(`${name}: ${milliseconds.toFixed(1)} ms, ${ratio} × summing up every cell\n`);
    };
    print('all rules, the first time', times.first);
    print('all rules', times.allRules);
    print('of which the texts compared', times.copies);
    expect(times.flags).toBeGreaterThan(100);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
