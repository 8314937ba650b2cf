import { expect, expectAccessible, opened, test } from './offline.ts';

const PAGES = [
  { path: '', zh: '总览', en: 'Overview' },
  { path: 'compare/', zh: '比较', en: 'requests' },
  { path: 'rank/', zh: '排名', en: 'Ranking' },
  { path: 'checks/', zh: '核查', en: 'Checks' },
  { path: 'letter/', zh: '退回修改通知', en: 'Correction notices' },
  { path: 'rules/', zh: '规则目录', en: 'Rules' },
  { path: 'unit/', zh: '街道', en: '街道' },
  { path: 'totals/', zh: '汇总表', en: 'Totals' }
] as const;

for (const { path, zh, en } of PAGES) {
  for (const [prefix, title] of [
    ['', zh],
    ['en/', en]
  ] as const) {
    test(`${prefix}${path} stands, is accessible and asks nobody outside`, async ({ page }) => {
      await opened(page, `${prefix}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(title, { ignoreCase: true });
      await expect(page.getByText(prefix === '' ? '演示数据' : 'Demo data').first()).toBeVisible();
      await expectAccessible(page);
    });
  }

  // A letter waits for what is proposed in it, and that is asked of the engine.
  if (path !== 'letter/')
    test(`${path || 'overview'} shows its first figures without the engine`, async ({ page }) => {
      await page.route('**/engine/**', (route) => route.fulfill({ status: 200, body: '' }));
      await page.goto(path);
      await expect(page.getByRole('main').locator('table').first()).toBeVisible();
      await expect(page.getByRole('main').locator('tbody td').first()).toBeVisible();
    });

  test(`${path || 'overview'} works on the engine alone`, async ({ page }) => {
    await page.route('**/data/answers.json', (route) => route.fulfill({ json: { version: 1, answers: {} } }));
    await page.goto(path);
    await expect(page.getByRole('main').locator('tbody td').first()).toBeVisible();
  });

  for (const [width, height] of [
    [390, 844],
    [1280, 720],
    [1920, 1080]
  ] as const) {
    test(`${path || 'overview'} fits ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await opened(page, path);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      expect(wider).toBe(0);
    });
  }
}

test('a page that does not exist says so', async ({ page }) => {
  const response = await page.request.get('nowhere/');
  expect(response.status()).toBe(404);
});

test('the language switch keeps page and selection', async ({ page }) => {
  await opened(page, 'rank/?year=2022&measure=handled');
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(/\/en\/rank\/\?year=2022&measure=handled$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ranking 2022');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('keyboard alone reaches the content and the pages', async ({ page }) => {
  await opened(page, '');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: '2019', exact: true }).first()).toBeFocused();
});

test('a dataset that is missing is said so, with what to do', async ({ page }) => {
  await page.route('**/data/manifest.json', (route) => route.fulfill({ json: { version: 99 } }));

  await page.goto('');
  await expect(page.getByText('nianbao build')).toBeVisible();
});
