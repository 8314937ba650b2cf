import { download, expect, expectAccessible, opened, test } from './offline.ts';

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

test('a flag says what to write to the unit: which cell, what stands there, what is proposed and why', async ({
  page
}) => {
  await opened(page, 'checks/?severity=error&rule=t3.row-sum');
  const unit = await page.locator('ol a strong').first().textContent();
  const letter = page.locator('blockquote');
  await expect(letter).toContainText(/现为 \S+，建议改为 \d+。/);
  await expect(letter).toContainText(`${unit}：你单位`);
  await expect(letter).toContainText('六列之和为');
  await expect(letter).toContainText('可能的原因');
  await expect(page.getByText('疑问要先确认才列入')).toBeVisible();
  await expectAccessible(page);
});

test('on a narrow screen what is chosen in the list comes into view', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await opened(page, 'checks/');
  const detail = page.locator('.detail h2').first();
  await expect(detail).not.toBeInViewport({ ratio: 1 });
  await page.locator('ol a').nth(1).click();
  await expect(detail).toBeInViewport({ ratio: 1 });
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

test('a copied section stands beside the text it is like, with what both say marked', async ({ page }) => {
  await opened(page, 'checks/?year=all&rule=copy.other-unit');
  const texts = page.getByRole('region', { name: /原文$/ });
  await expect(texts).toHaveCount(2);
  const [left, right] = [texts.first(), texts.last()];
  await expect(left.locator('mark').first()).toBeVisible();
  // Names and figures are not compared, so that they alone stand plain.
  const shared = async (text: typeof left): Promise<string> =>
    (await text.locator('mark').allTextContents()).join('').replace(/\P{L}/gu, '');
  expect((await shared(left)).length).toBeGreaterThan(80);
  expect(await shared(left)).toBe(await shared(right));
  await expect(left.locator('mark').first()).toHaveCSS('text-decoration-line', 'underline');
  await expect(page.getByText(/这一部分的文字，有 \d+% 也写在/)).toBeVisible();
  const links = page.locator('article h4 a');
  await expect(links).toHaveCount(2);
  expect(await links.first().getAttribute('href')).not.toBe(await links.last().getAttribute('href'));
  await expectAccessible(page);

  await page.setViewportSize({ width: 390, height: 844 });
  const [above, below] = [await left.boundingBox(), await right.boundingBox()];
  expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
  await links.last().click();
  await expect(page).toHaveURL(/unit\/\?unit=/);
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
