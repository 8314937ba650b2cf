/**
 * 400 files of all formats dropped into the import page at once: wall time until all are read and saved, the longest
 * task on the page's main thread, and peak memory. Reading alone on one thread of Node stands beside the wall time, as
 * milliseconds depend on the machine. Needs the built site and command: `npm run build`, `npm run build:cli`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDocument } from '../../../src/lib/recognition/read-document.ts';
import { useCharacterMaps } from '../../unit/documents/build-pdf.ts';
import { cityFiles } from '../city-files.ts';
import { printLine, printLoad } from '../print-line.ts';
import { openSite, type Site } from './open-site.ts';
import { watchMemory } from './renderer-memory.ts';

const FILES = 400;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

it('imports 400 mixed files', async () => {
  const files = cityFiles(FILES);
  expect(files).toHaveLength(FILES);
  const folder = await mkdtemp(path.join(tmpdir(), 'nianbao-import-'));
  for (const { name, bytes } of files) await writeFile(path.join(folder, name), bytes);
  printLoad();

  const page = await site.browser.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { longTasks: tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(`${site.address}import/`);
  const pick = page.locator('[data-pick=files]');
  await pick.waitFor({ state: 'attached' });
  // What loading the page costs is another matter.
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => Reflect.get(window, 'longTasks').splice(0));
  const memory = await watchMemory(site.browser, page);
  const start = performance.now();
  await pick.setInputFiles(files.map(({ name }) => path.join(folder, name)));
  await page.getByText(`已处理 ${FILES} / ${FILES} 个文件`).waitFor({ timeout: 600_000 });
  const wall = performance.now() - start;
  const counted = page.getByText(/含导入 \d+ 份/).first();
  await counted.waitFor({ timeout: 120_000 });
  const shown = performance.now() - start;
  const peak = await memory.stop();
  const said = await counted.innerText();
  const tasks: number[] = await page.evaluate(() => Reflect.get(window, 'longTasks'));
  await page.close();
  await rm(folder, { recursive: true, force: true });

  useCharacterMaps();
  const before = performance.now();
  for (const { bytes, name } of files) await readDocument(bytes, name);
  const alone = performance.now() - before;

  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(1);
  printLine(`${FILES} files read and saved in ${seconds(wall)} s, ${(FILES / (wall / 1000)).toFixed(0)} a second`);
  printLine(`in the pages' figures after ${seconds(shown)} s: ${said}`);
  printLine(
    `reading alone, in Node on one thread: ${seconds(alone)} s, so the import takes ${(wall / alone).toFixed(2)} × that`
  );
  const longest = Math.max(0, ...tasks);
  printLine(`tasks over 50 ms on the main thread: ${tasks.length}, the longest ${longest.toFixed(0)} ms`);
  printLine(
    `peak memory: ${(peak.heap / 1e6).toFixed(0)} MB of script in the page, ${(peak.resident / 1e6).toFixed(0)} MB resident in all renderers`
  );
  printLoad();
});
