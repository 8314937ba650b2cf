import { download, downloadBytes, expect, expectAccessible, opened, test, wordXml } from './offline.ts';

const number = (text: string | null): number => Number((text ?? '').replace(/[^\d.-]/g, ''));

test('a district’s sum leads to the units that it is made of', async ({ page }) => {
  await opened(page, 'totals/');
  await expect(page.getByText('58/60 个单位', { exact: true })).toBeVisible();
  const cell = page.locator('[data-cell="t3.new.total"] a.sum');
  const total = number(await cell.textContent());
  await cell.click();
  await expect(page).toHaveURL(/cell=t3\.new\.total/);
  const parts = page.locator('aside tbody td:nth-of-type(1)');
  await expect(parts.first()).toBeVisible();
  const sum = (await parts.allTextContents()).reduce((all, text) => all + number(text), 0);
  expect(sum).toBe(total);
  await expect(page.locator('aside')).toContainText(/另有 \d+ 个单位为 0。/);
  await expect(page.locator('aside')).toContainText(/未报送：\S+。/);
  await expectAccessible(page);
  await page.getByRole('link', { name: '收起' }).click();
  await expect(page.locator('aside')).toHaveCount(0);
});

test('the sum says who is missing, who has errors, and is marked where they stand', async ({ page }) => {
  await opened(page, 'totals/');
  const state = page.locator('main dl').first();
  await expect(state).toContainText(/未报送 *\S+、\S+。/);
  await expect(state).toContainText(/有错误 *\S+（\d+ 处）/);
  const mark = page.locator('[data-cell^="t3."] a', { hasText: '误' }).first();
  await mark.click();
  await expect(page).toHaveURL(/checks\/\?.*severity=error/);
});

test('the sum comes as a Word document in the official form, with what it lacks', async ({ page }) => {
  await opened(page, 'totals/?district=%E8%A5%BF%E5%B2%AD%E5%8C%BA');
  const shown = (await page.locator('[data-cell="t3.new.total"] a.sum').textContent())?.trim() ?? '';
  const { name, bytes } = await downloadBytes(page, /Word 文档/);
  expect(name).toBe('年报通览_汇总表_2025_西岭区.docx');
  const xml = wordXml(bytes);
  for (const text of ['西岭区 2025 年汇总表', '未报送：茶埠岭镇。', '三、本年度办理结果', '结转下年度继续办理']) {
    expect(xml).toContain(text);
  }
  expect(shown).toMatch(/\d/);
  expect(xml).toContain(`>${shown}<`);
});

test('the download of a sum holds every cell of the form, with the reports counted', async ({ page }) => {
  await opened(page, 'totals/?district=%E8%A5%BF%E5%B2%AD%E5%8C%BA');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('西岭区 2025 年汇总表');
  const shown = number(await page.locator('[data-cell="t3.new.total"] a.sum').textContent());
  const { name, text } = await download(page, /汇总表.*\.csv$/);
  expect(name).toBe('年报通览_汇总表_2025_西岭区.csv');
  const lines = text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(201);
  const line = lines.find((each) => each.includes('t3.new.total'))?.split(',');
  expect(Number(line?.[6])).toBe(shown);
});

test('who has not submitted is a list to copy, and to download', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await opened(page, '');
  const block = page.locator('#missing');
  await expect(block.getByRole('heading')).toHaveText('未报送：2 个单位');
  await block.getByRole('button', { name: '复制名单' }).click();
  await expect(block.getByText('已复制')).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const names = await block.locator('dd a').allTextContents();
  expect(text).toContain('下列 2 个单位尚未报送 2025 年');
  for (const name of names) expect(text).toContain(name);
  const { text: csv } = await download(page, /催报名单_2025/);
  expect(csv.trimEnd().split('\r\n')).toHaveLength(names.length + 1);
});

test('the list is copied where the browser has no clipboard for the page', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.addInitScript(() => {
    const { clipboard } = navigator;
    Object.assign(window, { readClipboard: () => clipboard.readText() });
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  await opened(page, '');
  await page.locator('#missing').getByRole('button', { name: '复制名单' }).click();
  await expect(page.getByText('已复制')).toBeVisible();
  const text = await page.evaluate(() =>
    (window as unknown as { readClipboard: () => Promise<string> }).readClipboard()
  );
  expect(text).toContain('下列 2 个单位');
});
