import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { darkPixels } from './dark-pixels.ts';
import { expect, expectAccessible, test } from './offline.ts';
import { frameScan } from './frame-scan.ts';
import { reportHtml } from './report-html.ts';

const UNIT = '纱厂路街道';

async function importFile(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.goto('import/');
  await page.locator('[data-pick="files"]').setInputFiles({ name, mimeType, buffer });
}

async function importHtml(page: Page, printed: Record<string, string>): Promise<void> {
  await importFile(page, '年报.html', 'text/html', Buffer.from(reportHtml(UNIT, 2026, printed)));
  await page.getByRole('link', { name: '校对 年报.html' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('校对');
}

const cell = (page: Page, id: string) => page.locator(`[data-cell="${id}"]`);
const cellField = (page: Page, id: string) => cell(page, id).getByRole('textbox');

test('doubtful cells beside their place in the original: corrected, confirmed, taken back, by keyboard alone', async ({
  page
}) => {
  await importHtml(page, { 't3.new.person': '000000', 't3.new.total': '约<b>5</b>', 't4.review.total': '/' });
  await expect(page.getByText('存疑 3 格，已处理 0 格')).toBeVisible();
  const panel = page.getByRole('region', { name: '表三第一行“本年新收”自然人列' });
  await expect(panel.getByText('000000', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('region', { name: '原件中这一格前后的内容' }).locator('mark')).toHaveText('000000');

  await cell(page, 't3.new.person').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('存疑 3 格，已处理 1 格')).toBeVisible();
  // The keyboard is at the next doubt; its text is shown as text.
  await expect(cell(page, 't3.new.total').getByRole('button')).toBeFocused();
  await expect(page.getByRole('region', { name: '原件中这一格前后的内容' }).locator('mark')).toContainText('5');
  await page.keyboard.press('Enter');
  await page.keyboard.type('五个多');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('不是一个数');
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await expect(page.getByText('存疑 3 格，已处理 2 格')).toBeVisible();
  await expect(cell(page, 't3.new.total')).toHaveText('5');
  await expect(cell(page, 't3.new.total')).toHaveClass(/corrected/);
  await expectAccessible(page);

  await page.keyboard.press('Control+z');
  await expect(page.getByText('存疑 3 格，已处理 1 格')).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(page.getByText('存疑 3 格，已处理 2 格')).toBeVisible();
  await page.keyboard.press('n');
  await expect(cell(page, 't4.review.total').getByRole('button')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(cell(page, 't4.review.pending').getByRole('button')).toBeFocused();
  await expect(page).toHaveURL(/cell=t4\.review\.pending/);

  await page.reload();
  await expect(cell(page, 't3.new.total')).toHaveText('5');
  await expect(page.getByRole('heading', { level: 2, name: '表四“行政复议”尚未审结列' })).toBeVisible();
  // The keyboard need not be in the tables.
  await page.keyboard.press('n');
  await expect(cell(page, 't4.review.total').getByRole('button')).toBeFocused();
});

test('the unit page shows the corrected value, marked, with the original text', async ({ page }) => {
  await importHtml(page, { 't3.new.total': '约5' });
  const field = page.getByLabel('应为（不填即空白）');
  await field.fill('5');
  await page.getByRole('button', { name: '保存更正' }).click();
  await expect(page.getByText('存疑 1 格，已处理 1 格')).toBeVisible();
  await page.goto('import/');
  await expect(page.locator('[data-document=proofread]')).toContainText('1 处疑问，都已处理');
  await expect(page.getByRole('button', { name: '已校对 1' })).toBeVisible();
  await expect(page.getByRole('button', { name: '有疑问 0' })).toBeVisible();
  await page.getByRole('link', { name: `${UNIT} 2026 年` }).click();
  await expect(page.getByText('由人更正为 5')).toContainText('原文“约5”');
  await expect(cell(page, 't3.new.total')).toContainText('5');
  await expect(cell(page, 't3.new.total')).toHaveAttribute('title', '原文“约5”');
  await expect(page.getByText('标有粗下线的格已由人对照原件更正。')).toBeVisible();
  await page.getByRole('link', { name: '校对' }).click();
  await expect(page.getByText('存疑 1 格，已处理 1 格')).toBeVisible();
});

test('the page of a PDF stands beside its cells', async ({ page }) => {
  await importFile(
    page,
    '年报.pdf',
    'application/pdf',
    readFileSync('tests/fixtures/documents/pdf-libreoffice/report.pdf')
  );
  await page.getByRole('link', { name: '校对 年报.pdf' }).click();
  await cell(page, 't3.handled.total').getByRole('button').click();
  const canvas = page.locator('canvas');
  await expect(canvas).toBeVisible();
  await expect.poll(() => canvas.evaluate(darkPixels), { timeout: 20_000 }).toBeGreaterThan(500);
  await expect(page.locator('.band')).toBeVisible();
});

test('a scan is entered by hand: a draft at once, its sums live, then a report', async ({ page }) => {
  await importFile(page, '扫描.pdf', 'application/pdf', frameScan());
  await page.getByRole('link', { name: '照着图片录入 扫描.pdf' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '照着图片录入' })).toBeVisible();
  await expect(page.locator('canvas')).toBeVisible();
  await page.getByRole('textbox', { name: '年度' }).fill('2026');
  await page.getByRole('combobox', { name: '单位' }).selectOption({ label: UNIT });
  await cellField(page, 't3.new.person').fill('3');
  await page.keyboard.press('Enter');
  await expect(cellField(page, 't3.new.company')).toBeFocused();
  for (const value of ['0', '0', '0', '0', '0', '4']) {
    await page.keyboard.type(value);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText('应为 3，填的是 4')).toBeVisible();
  await expectAccessible(page);
  // What was typed is a draft already.
  await page.reload();
  await expect(cellField(page, 't3.new.total')).toHaveValue('4');
  await expect(page.getByRole('textbox', { name: '年度' })).toHaveValue('2026');
  await cellField(page, 't3.new.total').fill('3');
  await page.keyboard.press('Tab');
  await expect(page.getByText('应为 3，填的是 4')).toBeHidden();
  await page.getByRole('button', { name: '完成录入' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${UNIT} 2026 年`);
  await page.goto('unit/');
  await page.goto('import/');
  await page.getByRole('link', { name: `${UNIT} 2026 年` }).click();
  await expect(cell(page, 't3.new.total')).toContainText('3');
  await expect(cell(page, 't3.carried-in.total')).toHaveClass(/blank/);
  await expect(page.getByText('由人照着原件逐格录入')).toBeVisible();
});

test('works at 390 px and in English', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await importHtml(page, { 't3.new.total': '约5' });
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByText('1 doubtful cells, 0 dealt with')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
