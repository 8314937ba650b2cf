import { expect, opened, test } from './offline.ts';

test('reload and back restore the selection', async ({ page }) => {
  await opened(page, '');
  await page.getByRole('navigation', { name: '年度' }).getByRole('link', { name: '2022' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2022 年总览');
  await page.getByRole('combobox', { name: '区县' }).selectOption('西岭区');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('西岭区 2022 年总览');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('西岭区 2022 年总览');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2022 年总览');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2025 年总览');
});

test('a bad parameter falls back with a visible note', async ({ page }) => {
  await opened(page, '?year=1066&district=%3Cb%3Eno%3C%2Fb%3E');
  const note = page.getByRole('status').filter({ hasText: '已改用默认值' });
  await expect(note).toContainText('年度“1066”改为“2025”');
  await expect(note).toContainText('区县“<b>no</b>”改为“全部”');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2025 年总览');
});

test('a question not foreseen waits for the engine and is answered', async ({ page }) => {
  await page.goto('compare/?measure=denied-secret&district=%E8%A5%BF%E5%B2%AD%E5%8C%BA');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('属于国家秘密');
  await expect(page.getByRole('combobox', { name: '区县' })).toBeVisible();
  await expect(page.getByRole('main').locator('tbody tr')).toHaveCount(14);
});
