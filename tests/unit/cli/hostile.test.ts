/** Each hostile file by itself: a clear refusal or a clean read, and never more memory than a desk has to spare. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gbkPen, reportPdf } from '../documents/build-report-pdf.ts';
import { HOSTILE, withMisplacedPage } from '../documents/hostile-files.ts';
import { openCommandBench, type CommandBench } from './command.ts';

/** Megabytes of the whole process, Node's own some seventy included. */
const MOST = 300;

let bench: CommandBench;

beforeAll(async () => {
  bench = await openCommandBench();
  // Asked from within when the process ends: what it reports of itself otherwise counts the process that started it.
  const script = `const { readFileSync, writeFileSync } = require('node:fs');
    process.on('exit', () => {
      const [, kilobytes] = /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
      writeFileSync(process.env.PEAK_FILE, kilobytes);
    });`;
  await bench.write('peak.cjs', script);
  process.env.NODE_OPTIONS = `--require ${path.join(bench.folder, 'peak.cjs')}`;
  process.env.PEAK_FILE = path.join(bench.folder, 'peak.txt');
}, 60_000);
afterAll(async () => {
  delete process.env.NODE_OPTIONS;
  delete process.env.PEAK_FILE;
  await bench.close();
});

// Only Linux tells a process's own peak.
describe.runIf(process.platform === 'linux')('read alone', () => {
  it.each(HOSTILE)('$name', async ({ name, bytes, refused }) => {
    await writeFile(path.join(bench.folder, name), bytes());
    const { stdout } = await bench.run('read', name, '--json');
    const [read] = JSON.parse(stdout) as { status: string; issues: { code: string }[] }[];
    if (refused === null) expect(read?.status).not.toBe('refused');
    else expect(read).toMatchObject({ status: 'refused', issues: [{ code: refused }] });
    const kilobytes = Number(await readFile(path.join(bench.folder, 'peak.txt'), 'utf8'));
    expect(kilobytes / 1024).toBeLessThan(MOST);
  });
});

it('an error that pdf.js lets go costs neither its document nor those after it', async () => {
  const whole = reportPdf(
    { unit: '望江街道', year: 2023, layout: '2021', printed: { 't3.new.person': '12' } },
    gbkPen()
  );
  // More files than the command has threads, so that each thread reads several.
  const files = Array.from({ length: 8 }, (_, at) => ({ name: `threads/${at}.pdf`, misplaced: at % 2 === 0 }));
  for (const { name, misplaced } of files) await bench.write(name, misplaced ? withMisplacedPage(whole) : whole);
  const { stdout } = await bench.run('read', ...files.map(({ name }) => name), '--json');
  const read = JSON.parse(stdout) as { status: string; unit: string; cells: Record<string, number> }[];
  expect(read.map(({ status, unit, cells }) => [status, unit, cells['t3.new.person']])).toEqual(
    files.map(() => ['read', '望江街道', 12])
  );
});
