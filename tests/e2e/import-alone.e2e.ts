/** The bare site: no dataset was published beside it. */
import type { Page } from '@playwright/test';
import { choose, demo, documentOf, documents, done, reportOf, upload } from './import-files.ts';
import { expect, expectAccessible, opened, test } from './offline.ts';

test.use({ expectedErrors: /Failed to load resource|preloaded using link preload/ });

/** The server has none of these files, or answers otherwise. */
async function withData(page: Page, answers: Readonly<Record<string, number | string>>): Promise<void> {
  await page.route('**/data/*', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    const answer = answers[name] ?? 404;
    return route.fulfill(typeof answer === 'number' ? { status: answer } : { body: answer });
  });
}

const reports = [
  upload('a.txt', reportOf('云川街道', 2023)),
  upload('b.txt', reportOf('云川街', 2024)),
  upload('c.txt', reportOf('东湖区云川街道', 2025)),
  upload('d.txt', reportOf('石桥镇', 2025))
];

for (const locale of ['', 'en/']) {
  test(`${locale}first visit: every page says what to do, with the place to drop files`, async ({ page }) => {
    await withData(page, {});
    for (const address of ['', 'compare/', 'rank/', 'checks/', 'unit/', 'rules/', 'letter/']) {
      await opened(page, `${locale}${address}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(locale === '' ? '还没有报告' : 'No reports yet');
      await expect(page.getByRole('button', { name: locale === '' ? '选择文件夹' : 'folder' })).toBeVisible();
    }
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await opened(page, locale);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(wider).toBe(0);
    await expectAccessible(page);
  });
}

test('reports chosen on the empty page lead to the import page, and all pages work from them alone', async ({
  page
}) => {
  await withData(page, {});
  await opened(page, '');
  await choose(page, reports);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('导入报告');
  await done(page, 4);
  // Three ways to write one name are one unit.
  await expect(documentOf(page, 'b.txt')).toContainText('云川街道 2024 年');
  await expect(page.getByText('只有导入的 4 份报告')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);

  for (const [name, heading] of [
    ['总览', '2025 年总览'],
    ['比较', null],
    ['排名', null],
    ['核查', null],
    ['单位', null]
  ] as const) {
    await page.getByRole('navigation').getByRole('link', { name }).first().click();
    await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible({ timeout: 30_000 });
    if (heading) await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(page.getByText('石桥镇').first()).toBeAttached();
  }
  await page.reload();
  await expect(page.getByText('只有导入的 4 份报告')).toBeVisible({ timeout: 40_000 });
  for (const address of ['rules/', 'letter/']) await opened(page, address);

  await page.goto('import/');
  await page.getByRole('button', { name: '全部清空' }).click();
  await page.getByRole('button', { name: '确实清空' }).click();
  await page.getByRole('link', { name: '总览' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('还没有报告');
});

test('a register dropped in sorts the reports, shows who is missing and asks about the rest', async ({ page }) => {
  await withData(page, {});
  await opened(page, 'import/');
  const register = [
    'code,name,district,kind,order,former_names',
    'A1,云川街道,东湖区,街道,1,云川乡',
    'A2,白鹤镇,西岭区,镇,2,'
  ].join('\n');
  await choose(page, [...reports, upload('units.csv', register), upload('坏/units.csv', `${register}\nA3,少了几列`)]);
  await done(page, 6);
  const left = page.getByRole('region', { name: '本次导入' });
  await expect(left.getByRole('listitem').filter({ hasText: '已用作单位名册' })).toHaveCount(1);
  await expect(left).toContainText('单位名册第 4 行写得不对');
  await expect(page.getByRole('listitem').filter({ hasText: /石桥镇.*是哪个单位/ })).toBeVisible();
  await expect(page.getByText('只有导入的 3 份报告')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: '总览' }).click();
  await expect(page.getByText('白鹤镇').first()).toBeVisible({ timeout: 30_000 });

  await page.reload();
  await opened(page, 'import/');
  await page.getByRole('button', { name: '不用这份名册' }).click();
  await expect(page.getByText('只有导入的 4 份报告')).toBeVisible({ timeout: 30_000 });
});

test('a workspace with its register opens on a bare site', async ({ page }, info) => {
  await withData(page, {});
  await opened(page, 'import/');
  await choose(page, [
    upload('units.csv', 'code,name,district,kind,order\nA1,云川街道,东湖区,街道,1'),
    ...reports.slice(0, 1)
  ]);
  await expect(page.getByText('只有导入的 1 份报告')).toBeVisible({ timeout: 40_000 });
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存工作区' }).click();
  const file = info.outputPath('workspace.zip');
  await (await waiting).saveAs(file);
  await page.getByRole('button', { name: '全部清空' }).click();
  await page.getByRole('button', { name: '确实清空' }).click();
  await expect(documents(page)).toHaveCount(0);
  await page.locator('[data-pick=workspace]').setInputFiles(file);
  await expect(page.getByText('只有导入的 1 份报告')).toBeVisible({ timeout: 30_000 });
  await expect(page.locator('dd').filter({ hasText: '1 个单位' })).toBeVisible();
});

test('beside a published register another one is refused', async ({ page }) => {
  await opened(page, 'import/');
  await choose(page, [upload('units.csv', 'code,name,district,kind,order\nA1,云川街道,东湖区,街道,1')]);
  await done(page, 1);
  await expect(page.getByText('本站已有发布的单位名册')).toBeVisible();
});

for (const [what, answers, words] of [
  ['a server that fails', { 'manifest.json': 500, 'answers.json': 500 }, '数据没有取到'],
  ['a dataset that is no JSON', { 'manifest.json': '<html>', 'answers.json': '{}' }, '数据读不了'],
  ['half a dataset', { 'manifest.json': null }, '数据读不了']
] as const) {
  test(`${what} is told as an error, and not as a site without data`, async ({ page }) => {
    const published = demo('../../build/data/manifest.json').toString('utf8');
    await withData(
      page,
      Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, answer ?? published]))
    );
    await page.goto('');
    await expect(page.getByRole('alert').getByRole('heading')).toHaveText(words);
    await expect(page.getByText('还没有报告')).toHaveCount(0);
  });
}
