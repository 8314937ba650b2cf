import { download, expect, opened, test } from './offline.ts';

test('shows the official tables as printed, with every cell', async ({ page }) => {
  await opened(page, 'unit/');
  await expect(page.locator('[data-cell]')).toHaveCount(200);
  await page.getByRole('navigation', { name: '年度' }).getByRole('link', { name: '2019' }).click();
  await expect(page.locator('[data-cell]')).toHaveCount(198);
  await expect(page.getByText('国办公开办函〔2019〕60号')).toBeVisible();
});

test('a year not submitted is said to be that, not zero', async ({ page }) => {
  await page.goto('');
  const missing = page.locator('a.square.missing').first();
  await missing.click();
  await expect(page.getByText('未报送，不等于零')).toBeVisible();
  await expect(page.locator('[data-cell]')).toHaveCount(0);
});

test('the report downloads cell by cell', async ({ page }) => {
  await opened(page, 'unit/');
  const { text } = await download(page, /_2025\.csv$/);
  const lines = text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(201);
  expect(text).toContain('t3.new.total');
});
