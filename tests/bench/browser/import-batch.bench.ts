/**
 * 400 files of all formats chosen on the import page at once: wall time until all are read and saved, what holds up the
 * page's main thread meanwhile, phase by phase, and peak memory; at the machine's own speed, and with the main thread
 * four times slower. Reading alone on one thread of Node stands beside the wall time, as milliseconds depend on the
 * machine. Needs the built site and command: `npm run build`, `npm run build:cli`.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readDocument } from '../../../src/lib/recognition/read-document.ts';
import { useCharacterMaps } from '../../unit/documents/build-pdf.ts';
import { cityFiles } from '../city-files.ts';
import { printLine, printLoad } from '../print-line.ts';
import { watchTasks } from './long-tasks.ts';
import { openSite, type Site } from './open-site.ts';
import { watchMemory } from './renderer-memory.ts';

const FILES = 400;

let site: Site;
let folder: string;
const files = cityFiles(FILES);
const chosen = (): string[] => files.map(({ name }) => path.join(folder, name));
beforeAll(async () => {
  expect(files).toHaveLength(FILES);
  site = await openSite();
  folder = await mkdtemp(path.join(tmpdir(), 'nianbao-import-'));
  for (const { name, bytes } of files) await writeFile(path.join(folder, name), bytes);
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);

/** What choosing the files takes where nobody listens: the browser's and its driver's own part. */
async function chooseOnEmptyPage(slower: number): Promise<readonly string[]> {
  const context = await site.browser.newContext();
  const page = await context.newPage();
  const tasks = await watchTasks(site.browser, page, slower);
  await page.setContent('<input type="file" multiple />');
  await page.waitForTimeout(500);
  await tasks.phase('choosing on an empty page');
  await page.locator('input').setInputFiles(chosen());
  await page.waitForTimeout(500);
  const lines = await tasks.lines();
  await context.close();
  return lines;
}

/** Looks now and then: a test's own waiting goes over the page with each frame. */
async function said(page: Page, pattern: RegExp): Promise<string> {
  for (;;) {
    const found = pattern.exec((await page.locator('body').innerText()).replaceAll(',', ''));
    if (found) return found[0];
    await page.waitForTimeout(500);
  }
}

it.each([1, 4])('imports 400 mixed files, the page %d times slower', async (slower) => {
  printLoad();
  for (const line of await chooseOnEmptyPage(slower)) printLine(line);
  const context = await site.browser.newContext();
  const page = await context.newPage();
  const tasks = await watchTasks(site.browser, page, slower);
  await page.goto(`${site.address}import/`);
  const pick = page.locator('[data-pick=files]');
  await pick.waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  const memory = await watchMemory(site.browser, page);
  const start = performance.now();
  await tasks.phase('choosing');
  await pick.setInputFiles(chosen());
  await page.waitForTimeout(500);
  await tasks.phase('reading and saving');
  await said(page, new RegExp(`已处理 ${FILES} / ${FILES} 个文件`));
  const wall = performance.now() - start;
  await tasks.phase('into the figures');
  const counted = await said(page, /含导入 \d+ 份/);
  const shown = performance.now() - start;
  // The list of documents, and the judgement that is kept.
  await page.waitForTimeout(3_000);
  const peak = await memory.stop();
  await tasks.phase('opened again');
  await page.reload();
  await said(page, /含导入 \d+ 份/);
  await page.waitForTimeout(1_000);
  const lines = await tasks.lines();
  printLine(`${FILES} files, the page ${slower} × slower: read and saved in ${seconds(wall)} s`);
  printLine(`in the pages' figures after ${seconds(shown)} s: ${counted}`);
  for (const line of lines) printLine(line);
  printLine(
    `peak memory: ${(peak.heap / 1e6).toFixed(0)} MB of script in the page, ${(peak.resident / 1e6).toFixed(0)} MB resident in all renderers`
  );
  printLoad();
  await context.close();
});

it('reads them in Node', async () => {
  useCharacterMaps();
  const before = performance.now();
  for (const { bytes, name } of files) await readDocument(bytes, name);
  printLine(`reading alone, in Node on one thread: ${seconds(performance.now() - before)} s`);
});
