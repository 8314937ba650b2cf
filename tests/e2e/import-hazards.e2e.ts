/** What may happen to an import: folders of any size, a full disk, a killed browser, two tabs, no storage. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { findChromium } from './find-chromium.js';
import { choose, documentOf, documents, done, reportOf, upload } from './import-files.ts';
import { expect, opened, test } from './offline.ts';

/** 120 files that are no reports, two reports in folders within, one in an archive, and the system's own. */
function folderOfReports(folder: string): void {
  mkdirSync(path.join(folder, '东湖区', '往年'), { recursive: true });
  for (let index = 0; index < 120; index += 1) {
    writeFileSync(path.join(folder, `附件${String(index).padStart(3, '0')}.dat`), `\u0000\u0001${index}`);
  }
  writeFileSync(path.join(folder, '东湖区', '书台街道.txt'), reportOf('书台街道', 2026));
  writeFileSync(path.join(folder, '东湖区', '往年', '书台街道.txt'), reportOf('书台街道', 2027));
  writeFileSync(path.join(folder, '东湖区', '.DS_Store'), 'x');
  writeFileSync(
    path.join(folder, '打包.zip'),
    zipSync({ '内/书台街道.txt': strToU8(reportOf('书台街道', 2028)), '__MACOSX/x': strToU8('x') })
  );
}

async function expectFolderRead(page: Page): Promise<void> {
  await done(page, 123);
  await expect(page.getByText('含导入 3 份')).toBeVisible({ timeout: 30_000 });
  await expect(documentOf(page, '年报/东湖区/书台街道.txt')).toContainText('2026 年');
  await expect(documentOf(page, '年报/东湖区/往年/书台街道.txt')).toContainText('2027 年');
  await expect(documentOf(page, '年报/打包.zip/内/书台街道.txt')).toContainText('2028 年');
  // Whatever did not get in is listed, a hundred at a time.
  await expect(page.getByText('年报/附件099.dat')).toBeVisible();
  await page.getByRole('button', { name: '再显示 20 个' }).click();
  await expect(page.getByText('年报/附件119.dat')).toBeVisible();
}

test('a folder dropped: more files than the browser lists at a time, folders within, an archive', async ({
  page
}, info) => {
  const folder = info.outputPath('年报');
  folderOfReports(folder);
  await opened(page, 'import/');
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
  }
  await expectFolderRead(page);
});

test('a folder chosen gives the same', async ({ page }, info) => {
  const folder = info.outputPath('年报');
  folderOfReports(folder);
  await opened(page, 'import/');
  await page.locator('[data-pick=folder]').setInputFiles(folder);
  await expectFolderRead(page);
});

const years = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => upload(`${from + index}.txt`, reportOf('书台街道', from + index)));

/** How much the browser lets the site keep; null: as much as it likes. */
async function setQuota(session: CDPSession, page: Page, bytes: number | null): Promise<void> {
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', bytes === null ? { origin } : { origin, quotaSize: bytes });
}

test('the disk is full: what is shown as saved is, the rest is told, and goes on once there is room', async ({
  page
}) => {
  // The browser asks for the room once in a while only, so it is small from the beginning.
  await page.goto('favicon.svg');
  const session = await page.context().newCDPSession(page);
  await setQuota(session, page, 300_000);
  await opened(page, 'import/');
  await choose(page, years(2026, 30));
  await done(page, 30);
  await expect(page.getByText(/没有存下 \d+/)).toBeVisible();
  await expect(page.getByText('磁盘或浏览器给本站的空间已满').first()).toBeVisible();
  const saved = await documents(page).locator('.file').allTextContents();
  expect(saved.length).toBeGreaterThan(0);
  expect(saved.length).toBeLessThan(30);
  const unsaved = page.getByRole('region', { name: '本次导入' }).getByRole('button', { name: /^重试 / });
  await expect(unsaved).toHaveCount(30 - saved.length);
  await page.reload();
  await expect(documents(page)).toHaveCount(saved.length);
  await expect(page.getByText(`含导入 ${saved.length} 份`)).toBeVisible({ timeout: 40_000 });

  await choose(page, years(2026, 30));
  await done(page, 30);
  await setQuota(session, page, null);
  await expect(async () => {
    const again = page.getByRole('button', { name: /^重试没进来的/ }).or(unsaved);
    if ((await again.count()) > 0) await again.first().click({ timeout: 1_000 });
    await done(page, 30);
    await expect(page.getByText(/没有存下 \d+/)).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 50_000 });
  await expect(documents(page)).toHaveCount(30);
  await expect(page.getByText('含导入 30 份')).toBeVisible({ timeout: 40_000 });
});

test('the browser is killed in the middle: what was shown as saved is there at the next start', async ({
  baseURL
}, info) => {
  const profile = info.outputPath('profile');
  const start = async () => {
    const browser = spawn(
      findChromium() ?? 'chromium',
      [
        '--headless=new',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--lang=zh-CN',
        '--remote-debugging-port=0',
        `--user-data-dir=${profile}`
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] }
    );
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      browser.stderr.on('data', (piece) => {
        said += String(piece);
        const found = /DevTools listening on (\S+)/.exec(said);
        if (found?.[1]) resolve(found[1]);
      });
      browser.on('exit', () => reject(new Error(said)));
    });
    const connected = await chromium.connectOverCDP(address);
    const [context = await connected.newContext()] = connected.contexts();
    const page = await context.newPage();
    await opened(page, new URL('import/', baseURL).href);
    return { browser, page };
  };

  const files = years(2026, 40);
  const first = await start();
  await choose(first.page, files);
  // Looked at often: they are all there soon.
  const looking = { timeout: 40_000, intervals: [20] };
  await expect.poll(() => documents(first.page).count(), looking).toBeGreaterThan(3);
  const shown = await documents(first.page).locator('.file').allTextContents();
  first.browser.kill('SIGKILL');
  await new Promise((resolve) => first.browser.once('exit', resolve));

  const second = await start();
  try {
    for (const name of shown) await expect(documentOf(second.page, name).first()).toBeVisible();
    expect(await documents(second.page).count()).toBeLessThan(files.length);
    // The rest is simply chosen again.
    await choose(second.page, files);
    await done(second.page, files.length);
    await expect(documents(second.page)).toHaveCount(files.length);
  } finally {
    second.browser.kill('SIGKILL');
  }
});

test('two tabs import at the same time: each file is there once, in both', async ({ page, context }) => {
  await opened(page, 'import/');
  const other = await context.newPage();
  await opened(other, 'import/');
  await Promise.all([choose(page, years(2026, 8)), choose(other, years(2030, 8))]);
  await Promise.all([done(page, 8), done(other, 8)]);
  for (const tab of [page, other]) {
    await expect(documents(tab)).toHaveCount(12);
    await expect(tab.getByText('含导入 12 份')).toBeVisible({ timeout: 40_000 });
    await expect(tab.getByText(/有 2 份报告，采用哪一份/)).toHaveCount(0);
  }
});

test('storage that the browser refuses is told first, and the import works until the tab is closed', async ({
  page
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });
  await opened(page, 'import/');
  await expect(page.getByText('这个浏览器不让网站保存数据')).toBeVisible();
  await expect(page.getByText('SecurityError')).toBeVisible();
  await choose(page, years(2026, 1));
  await expect(page.getByText('含导入 1 份')).toBeVisible({ timeout: 40_000 });
  // The way out: everything to a file, before the tab is closed.
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存工作区' }).click();
  expect(readFileSync(await (await waiting).path()).length).toBeGreaterThan(1_000);
});
