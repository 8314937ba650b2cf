import { download, expect, opened, test } from './offline.ts';

test('ties share a place, zeros fold, missing units are named', async ({ page }) => {
  await opened(page, 'rank/?measure=review');
  const rows = page.locator('table').first().locator('tbody tr');
  const entries = await rows.evaluateAll((all) =>
    all.map((row) => ({
      place: Number.parseInt(row.querySelector('td')?.textContent ?? '', 10),
      value: Number(row.querySelectorAll('td')[1]?.textContent?.replaceAll(',', ''))
    }))
  );
  expect(entries.length).toBeGreaterThan(3);
  entries.forEach((entry, index) => {
    const above = entries.filter((other) => other.value > entry.value).length;
    expect(entry.place, `row ${index}`).toBe(above + 1);
  });
  await page.locator('summary').click();
  await expect(page.locator('details tbody tr').first()).toBeVisible();
  await expect(page.getByText(/^未报送 2 个：/)).toBeVisible();
});

test('rates show their counts and leave out small denominators, saying how many', async ({ page }) => {
  await opened(page, 'rank/?measure=disclosure-rate&minimum=10');
  const first = page.locator('table').first().locator('tbody tr').first();
  await expect(first).toContainText(/\d+\.\d%（\d+\/\d+）/);
  for (const text of await page.locator('table').first().locator('tbody tr td:nth-of-type(2)').allTextContents()) {
    const denominator = Number(/\/(\d+)）/.exec(text)?.[1]);
    expect(denominator).toBeGreaterThanOrEqual(10);
  }
  await expect(page.getByText(/^分母不足 10，未列名次 \d+ 个/)).toBeVisible();
  await page.getByLabel('分母至少').fill('20');
  await page.getByLabel('分母至少').press('Enter');
  await expect(page).toHaveURL(/minimum=20/);
  const { text } = await download(page, /\.csv$/);
  expect(text).toContain('不列名次');
  expect(text).toContain('[disclosure-rate]');
});
