/** What a person types while proofreading: no figure lands in another cell, none is lost unsaid. */
import type { Page } from '@playwright/test';
import { choose, done, reportOf, upload } from './import-files.ts';
import { expect, test } from './offline.ts';
import { reportHtml } from './report-html.ts';

const DOUBTFUL = ['t3.new.total', 't3.carried-in.total', 't3.granted.total', 't3.partial.total'];

/** Storing takes as long as on a busy disk. */
async function slowDisk(page: Page, milliseconds: number): Promise<void> {
  await page.addInitScript((delay) => {
    const listen = IDBTransaction.prototype.addEventListener;
    IDBTransaction.prototype.addEventListener = function (this: IDBTransaction, type: string, ...rest: unknown[]) {
      const [listener] = rest;
      const later = (event: Event): void => void setTimeout(() => (listener as (event: Event) => void)(event), delay);
      listen.call(this, type, type === 'complete' && this.mode === 'readwrite' ? later : (listener as EventListener));
    };
  }, milliseconds);
}

async function proofread(page: Page): Promise<void> {
  const printed = Object.fromEntries(DOUBTFUL.map((id) => [id, '约9']));
  await page.goto('import/');
  await choose(page, [upload('年报.html', reportHtml('纱厂路街道', 2026, printed))]);
  await done(page, 1);
  await page.getByRole('link', { name: '校对 年报.html' }).click();
  await expect(page.getByText(`存疑 ${DOUBTFUL.length} 格，已处理 0 格`)).toBeVisible();
  // Whoever came from the imports is still among them.
  await expect(page.locator('header nav [aria-current]')).toHaveText('导入');
}

const cell = (page: Page, id: string) => page.locator(`[data-cell="${id}"]`);
const field = (page: Page) => page.getByLabel('应为（不填即空白）');

test('a typist who is quicker than the disk fills each figure into its own cell', async ({ page }) => {
  await slowDisk(page, 700);
  await proofread(page);
  await cell(page, 't3.new.total').getByRole('button').focus();
  for (const figure of ['1', '2', '3']) {
    await page.keyboard.press('Enter');
    await page.keyboard.type(figure);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText(`存疑 ${DOUBTFUL.length} 格，已处理 3 格`)).toBeVisible();
  await expect(cell(page, 't3.new.total')).toHaveText('1');
  await expect(cell(page, 't3.carried-in.total')).toHaveText('2');
  await expect(cell(page, 't3.granted.total')).toHaveText('3');
  await expect(page.getByRole('button', { name: '撤销' })).toBeEnabled();
});

test('a key held down settles one cell', async ({ page }) => {
  await proofread(page);
  await cell(page, 't3.new.total').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await field(page).fill('1');
  await page.keyboard.down('Enter');
  for (let times = 0; times < 6; times += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(page.getByText(`存疑 ${DOUBTFUL.length} 格，已处理 1 格`)).toBeVisible();
  await expect(cell(page, 't3.carried-in.total')).not.toHaveClass(/corrected|confirmed/);
});

test('what was typed is saved by going elsewhere, not by Esc, and what is no number is said to be lost', async ({
  page
}) => {
  await proofread(page);
  await cell(page, 't3.new.total').getByRole('button').click();
  await field(page).fill('4');
  await cell(page, 't3.partial.total').getByRole('button').click();
  await expect(cell(page, 't3.new.total')).toHaveText('4');
  await expect(page.getByRole('status').filter({ hasText: '总计列已保存' })).toBeVisible();

  await field(page).fill('五个多');
  await cell(page, 't3.carried-in.total').getByRole('button').click();
  await expect(page.getByText('总计列填的“五个多”不是一个数，没有保存。')).toBeVisible();

  await field(page).fill('5');
  await page.keyboard.press('Escape');
  await cell(page, 't3.granted.total').getByRole('button').click();
  await expect(page.getByText(`存疑 ${DOUBTFUL.length} 格，已处理 1 格`)).toBeVisible();

  await field(page).fill('6');
  await page.getByRole('link', { name: '导入', exact: true }).click();
  await page.getByRole('link', { name: '校对 年报.html' }).click();
  await expect(cell(page, 't3.granted.total')).toHaveText('6');
});

test('another tab’s import leaves the report that is open, the figure being typed and the way back', async ({
  page,
  context
}) => {
  await proofread(page);
  await cell(page, 't3.new.total').getByRole('button').click();
  await field(page).fill('4');
  await page.keyboard.press('Enter');
  await expect(page.getByText(`存疑 ${DOUBTFUL.length} 格，已处理 1 格`)).toBeVisible();
  await cell(page, 't3.partial.total').getByRole('button').click();
  await field(page).fill('77');
  const other = await context.newPage();
  await other.goto('import/');
  await choose(other, [upload('另一份.txt', reportOf('书台街道', 2027))]);
  await done(other, 1);
  await expect(page.getByText('含导入 2 份')).toBeVisible({ timeout: 40_000 });
  await expect(field(page)).toHaveValue('77');
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(cell(page, 't3.new.total')).not.toHaveText('4');
});

test('a figure entered by hand that could not be saved does not stand in its field', async ({ page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...rest: [unknown, IDBValidKey?]) {
      if (this.name === 'corrections') throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, rest);
    };
  });
  await page.goto('import/');
  // A picture is all that it takes: its beginning says so.
  const picture = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(64)]);
  await choose(page, [upload('照片.png', picture)]);
  await done(page, 1);
  await page.getByRole('link', { name: '照着图片录入 照片.png' }).click();
  const first = cell(page, 't3.new.person').getByRole('textbox');
  await first.fill('3');
  await first.press('Enter');
  await expect(page.getByText(/没有存上，保持原样/)).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('没有存下');
  await expect(first).toHaveValue('');
  await expect(page.getByText(/^已填 0 格/)).toBeVisible();
});
