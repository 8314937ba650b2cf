/**
 * A report whose 200 cells are all doubtful is proofread beside 100 other imports: what holds up the page's main thread
 * while it opens, while a person goes from cell to cell, and while cells are corrected, with the pages' figures asked
 * anew behind each pause; at the machine's own speed, and with the main thread four times slower. Needs the built site
 * and command: `npm run build`, `npm run build:cli`.
 */
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, it } from 'vitest';
import { ALL_CELLS } from '../../../src/lib/form/form.ts';
import { reportHtml } from '../../e2e/report-html.ts';
import { cityFiles } from '../city-files.ts';
import { printLine, printLoad } from '../print-line.ts';
import { watchTasks } from './long-tasks.ts';
import { openSite, type Site } from './open-site.ts';

const OTHERS = 100;
const MOVES = 60;
const CORRECTIONS = 20;
/** The figures are asked anew once a person pauses. */
const PAUSE = 4_000;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

const doubtful = reportHtml('纱厂路街道', 2026, Object.fromEntries(ALL_CELLS.map(({ id }) => [id, '约5'])));
const files = (): { name: string; mimeType: string; buffer: Buffer }[] =>
  [...cityFiles(OTHERS), { name: '存疑.html', bytes: Buffer.from(doubtful) }].map(({ name, bytes }) => {
    return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
  });

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    await page.keyboard.press(key);
    // As quick as a key that is held down repeats.
    await page.waitForTimeout(30);
  }
}

it.each([1, 4])('proofreads 200 doubtful cells, the page %d times slower', async (slower) => {
  printLoad();
  const context = await site.browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${site.address}import/`);
  await page.locator('[data-pick=files]').setInputFiles(files());
  await page.getByText(/含导入 \d+ 份/).waitFor();
  await page.getByRole('link', { name: '校对 存疑.html' }).waitFor();
  await page.waitForTimeout(PAUSE);
  const tasks = await watchTasks(site.browser, page, slower);
  await tasks.phase('opening');
  await page.getByRole('link', { name: '校对 存疑.html' }).click();
  await page.getByText('存疑 200 格').waitFor();
  await page.waitForTimeout(PAUSE);
  await page.locator('td [aria-current=true]').focus();
  await tasks.phase(`${MOVES} cells by J and K`);
  await press(page, 'j', MOVES / 2);
  await press(page, 'k', MOVES / 2);
  await tasks.phase(`${MOVES} cells by the arrow keys`);
  await press(page, 'ArrowDown', MOVES / 2);
  await press(page, 'ArrowRight', MOVES / 2);
  await tasks.phase(`${CORRECTIONS} cells corrected`);
  for (let count = 0; count < CORRECTIONS; count += 1) {
    await press(page, 'Enter', 1);
    await page.keyboard.type('5');
    await press(page, 'Enter', 1);
  }
  await page.getByText(`已处理 ${CORRECTIONS} 格`).waitFor();
  await tasks.phase('the figures asked anew behind them');
  await page.waitForTimeout(PAUSE);
  await tasks.phase('taken back and made again');
  await press(page, 'Control+z', CORRECTIONS / 2);
  await press(page, 'Control+y', CORRECTIONS / 2);
  await page.waitForTimeout(PAUSE);
  await tasks.phase('opened again');
  await page.reload();
  await page.getByText('存疑 200 格').waitFor();
  await page.waitForTimeout(PAUSE);
  printLine(`200 doubtful cells beside ${OTHERS} imports, the page ${slower} × slower`);
  for (const line of await tasks.lines()) printLine(line);
  printLoad();
  await context.close();
});
