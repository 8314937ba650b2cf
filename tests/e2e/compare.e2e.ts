import { download, expect, opened, test } from './offline.ts';

test('sorts, finds, pins and filters; the address holds it all', async ({ page }) => {
  await opened(page, 'compare/');
  const names = page.locator('tbody th');
  await expect(names).toHaveCount(60);

  await page.getByRole('link', { name: '2025', exact: true }).click();
  await expect(page).toHaveURL(/sort=2025/);
  const figures = await page.locator('tbody tr td:last-child').allTextContents();
  // A mark of an open error may stand before the figure.
  const numbers = figures.flatMap((text) => (/\d/.test(text) ? [Number(text.replace(/\D/g, ''))] : []));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  // What has no figure comes last, never first.
  expect(figures.findIndex((text) => text.includes('未报送'))).toBe(numbers.length);

  const last = await names.last().locator('a').last().textContent();
  await names.last().getByRole('link', { name: /固定/ }).click();
  await expect(names.first().locator('a').last()).toHaveText(last ?? '');

  await page.getByLabel('查找单位').fill('街道');
  await expect(page).toHaveURL(/search=/);
  for (const name of await names.locator('a:last-child').allTextContents()) expect(name).toContain('街道');

  await page.getByLabel('查找单位').fill('没有这个名字');
  await expect(page.getByText('没有符合条件的单位')).toBeVisible();
});

test('the download opens as a table and tells absent figures apart', async ({ page }) => {
  await opened(page, 'compare/?measure=fees-amount');
  const { name, text } = await download(page, /\.csv$/);
  expect(name).toContain('行政事业性收费金额');
  expect(text.startsWith('\uFEFF单位代码,单位,区县,类别,')).toBe(true);
  const lines = text.slice(1).trimEnd().split('\r\n');
  expect(lines).toHaveLength(61);
  expect(lines[0]).toContain('[fees-amount]');
  expect(text).toContain('表中无此项');
  expect(text).toContain('未报送');
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
});
