import { download, expect, opened, test } from './offline.ts';

test('opening a flag lights its cells and writes the sum out', async ({ page }) => {
  await opened(page, 'checks/?severity=error&rule=t3.row-sum');
  await expect(page.locator('[data-cell]').first()).toBeVisible();
  await expect(page.locator('td.wrong')).toHaveCount(1);
  await expect(page.locator('td.part')).toHaveCount(6);
  const wrong = Number((await page.locator('td.wrong').textContent())?.replaceAll(',', ''));
  const parts = (await page.locator('td.part').allTextContents()).map((text) => Number(text.replaceAll(',', '')));
  const sum = parts.reduce((total, value) => total + value, 0);
  expect(sum).not.toBe(wrong);
  await expect(
    page.getByText(new RegExp(`六列之和为 ${sum}，总计填的是 ${wrong}，差 ${Math.abs(sum - wrong)}`)).first()
  ).toBeVisible();
});

test('J and K move through the list', async ({ page }) => {
  await opened(page, 'checks/');
  const current = page.locator('ol a[aria-current="true"]');
  const first = await current.textContent();
  await page.keyboard.press('j');
  await expect(current).not.toHaveText(first ?? '');
  await expect(page).toHaveURL(/flag=/);
  await page.keyboard.press('k');
  await expect(current).toHaveText(first ?? '');
});

test('filters narrow the list and its download', async ({ page }) => {
  await opened(page, 'checks/?year=all');
  const all = await page.locator('ol li').count();
  await page.getByLabel('程度').selectOption('error');
  await expect(page).toHaveURL(/severity=error/);
  await expect.poll(() => page.locator('ol li').count()).toBeLessThan(all);
  const errors = await page.locator('ol li').count();
  const { text } = await download(page, /核查.*\.csv$/);
  expect(text.trimEnd().split('\r\n')).toHaveLength(errors + 1);
  expect(text).toContain('格代号');
});
