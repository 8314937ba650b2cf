import type { Page } from '@playwright/test';
import { download, downloadBytes, expect, expectAccessible, opened, test, wordXml } from './offline.ts';

const ROW_SUMS = 'checks/?severity=error&rule=t3.row-sum';

/** The numbers in a text that says how many sums hold. */
const numbers = (text: string | null): number[] => (text?.match(/\d+/g) ?? []).map(Number);

/** Letters are complete once the search for repairs is over. */
async function openedLetter(page: Page, address: string): Promise<void> {
  await opened(page, address);
  await expect(page.getByText('正在查找改法')).toHaveCount(0);
}

test('a proposed repair is tried beside what was reported, and taken back', async ({ page }) => {
  await opened(page, ROW_SUMS);
  await page.getByRole('button', { name: '试改：改法 1', exact: true }).click();
  const tried = page.locator('td.tried').first();
  await expect(tried.locator('s')).toHaveText(/\d/);
  await expect(tried.locator('ins')).toHaveText(/\d/);
  const [, holds = 0, broken = 0] = numbers(await page.getByText('按填报数成立').textContent());
  const [holdsThen = 0, brokenThen = 0] = numbers(await page.getByText('试改后：成立').textContent());
  expect(broken).toBeGreaterThan(0);
  expect(brokenThen).toBe(0);
  expect(holdsThen).toBe(holds + broken);
  await expectAccessible(page);
  await page.getByRole('button', { name: '撤销一步' }).click();
  await expect(page.locator('td.tried')).toHaveCount(0);
  await expect(page.getByText('试改后：成立')).toHaveCount(0);
});

test('a figure of one’s own is tried in the cell that was chosen', async ({ page }) => {
  await opened(page, ROW_SUMS);
  const cell = page.locator('td.part').first();
  await cell.click();
  await page.getByLabel('数', { exact: true }).fill('很多');
  await page.getByRole('button', { name: '试填' }).click();
  await expect(page.getByRole('alert')).toContainText('0 以上的整数');
  await page.getByLabel('数', { exact: true }).fill('９８７６５');
  await page.getByRole('button', { name: '试填' }).click();
  await expect(page.locator('td.tried ins')).toHaveText('98,765');
  await expect(page.getByText('试改后：成立')).toBeVisible();
  await page.getByRole('button', { name: '全部还原' }).click();
  await expect(page.locator('td.tried')).toHaveCount(0);
});

test('a mark stays after a reload, is shared with other tabs and narrows the list', async ({ page, context }) => {
  await opened(page, 'checks/');
  const all = await page.locator('ol a').count();
  await page.getByRole('button', { name: '确认有误，列入退回' }).click();
  await expect(page.locator('ol .mark')).toHaveText(['列入退回']);
  await page.reload();
  await expect(page.locator('ol .mark')).toHaveText(['列入退回']);
  await expect(page.getByRole('button', { name: '确认有误，列入退回' })).toHaveAttribute('aria-pressed', 'true');

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('ol .mark')).toHaveText(['列入退回']);
  await other.getByRole('button', { name: '不算错…' }).click();
  await other.getByLabel('不算错的理由').fill('单位已说明');
  await other.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('ol .mark')).toHaveText(['不算错']);
  await expect(page.getByText('理由：单位已说明')).toBeVisible();

  await page.getByRole('search').getByLabel('处理').selectOption('dismissed');
  await expect(page.locator('ol a')).toHaveCount(1);
  await page.getByRole('search').getByLabel('处理').selectOption('none');
  await expect(page.locator('ol a')).toHaveCount(all - 1);
  await page.getByRole('search').getByLabel('处理').selectOption('all');
  await page
    .locator('ol a')
    .filter({ has: page.locator('.mark') })
    .click();
  await page.getByRole('button', { name: '取消标记' }).click();
  await expect(page.locator('ol .mark')).toHaveCount(0);
});

test('the header counts the errors that are open', async ({ page }) => {
  await opened(page, ROW_SUMS);
  const entry = page.getByRole('banner').getByRole('link', { name: /^核查/ });
  const count = async (): Promise<number | undefined> => numbers(await entry.textContent())[0];
  const before = (await count()) ?? 0;
  expect(before).toBeGreaterThan(1);
  await page.getByRole('button', { name: '确认有误，列入退回' }).click();
  await expect(page.locator('ol .mark')).toHaveText(['列入退回']);
  expect(await count()).toBe(before);
  await page.getByRole('button', { name: '不算错…' }).click();
  await page.getByLabel('不算错的理由').fill('单位已说明');
  await page.getByRole('button', { name: '保存' }).click();
  await expect.poll(count).toBe(before - 1);
  await opened(page, 'rank/');
  await expect.poll(count).toBe(before - 1);

  await opened(page, 'checks/?severity=warning');
  await page.getByRole('button', { name: '不算错…' }).click();
  await page.getByLabel('不算错的理由').fill('确实如此');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('ol .mark')).toHaveText(['不算错']);
  await expect.poll(count).toBe(before - 1);
});

test('the overview counts the errors that are open', async ({ page }) => {
  await opened(page, '');
  const headline = page.getByRole('main').getByRole('link', { name: /处错误/ });
  const errors = async (): Promise<number | undefined> => numbers(await headline.textContent())[1];
  const before = (await errors()) ?? 0;
  expect(before).toBeGreaterThan(1);
  await headline.click();
  await page.getByRole('button', { name: '不算错…' }).click();
  await page.getByLabel('不算错的理由').fill('单位已说明');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('ol .mark')).toHaveText(['不算错']);
  await opened(page, '');
  await expect.poll(errors).toBe(before - 1);
});

test('without storage marks are said to be lost', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  await opened(page, 'checks/');
  await expect(page.getByText('标记在关闭页面后会丢失')).toBeVisible();
  await page.getByRole('button', { name: '确认有误，列入退回' }).click();
  await expect(page.locator('ol .mark')).toHaveText(['列入退回']);
});

test('the letter says where, what stands there, what is proposed and why', async ({ page }) => {
  await opened(page, `${ROW_SUMS}&year=2025`);
  const unit = await page.locator('ol a strong').first().textContent();
  const wrong = (await page.locator('td.wrong').textContent())?.trim() ?? '';
  await page.getByRole('link', { name: /退回修改通知（\d+ 个单位）/ }).click();
  const sheet = page.getByRole('article').filter({ hasText: `${unit}：` });
  await expect(sheet).toHaveCount(1);
  await expect(page.getByText('正在查找改法')).toHaveCount(0);
  await expect(sheet.getByRole('row').filter({ hasText: '表三' }).filter({ hasText: wrong }).first()).toBeVisible();
  await expect(sheet.getByRole('row').filter({ hasText: '六列之和' }).first()).toContainText('可能的原因');
  await expectAccessible(page);

  const { name, text } = await download(page, /退回修改通知.*\.csv$/);
  expect(name).toMatch(/2025/);
  const rows = await page.getByRole('article').locator('tbody tr').count();
  expect(text).toContain(unit ?? '');
  expect(text.trimEnd().split('\r\n')).toHaveLength(rows + 1);

  const word = await downloadBytes(page, /Word 文档/);
  expect(word.name).toMatch(/\.docx$/);
  expect(wordXml(word.bytes)).toContain(`${unit}：`);
});

test('another way than the likeliest, or a figure of one’s own, goes into the letter and can be taken back', async ({
  page
}) => {
  await opened(page, 'checks/?severity=error&year=2025&unit=LZ0311');
  const flag = page.url();
  const written = page.locator('blockquote');
  await expect(written).toContainText('建议改为');
  const likeliest = await written.textContent();
  await page.getByRole('button', { name: '试改：改法 2', exact: true }).click();
  await page.getByRole('button', { name: '写进通知' }).click();
  await expect(page.getByText('通知里写的是您选定的改法')).toBeVisible();
  await expect(written).not.toHaveText(likeliest ?? '');
  await expectAccessible(page);

  // A figure of one's own takes its place.
  await page.getByRole('button', { name: '全部还原' }).click();
  await page.getByLabel('数', { exact: true }).fill('98765');
  await page.getByRole('button', { name: '试填' }).click();
  await page.getByRole('button', { name: '写进通知' }).click();
  await expect(written).toContainText('建议改为 98,765');
  await openedLetter(page, 'letter/?year=2025');
  await expect(page.getByRole('article').getByRole('cell', { name: '98,765', exact: true })).toHaveCount(1);

  await page.goto(flag);
  await page.getByRole('button', { name: '改回最可能的改法' }).click();
  await expect(written).toHaveText(likeliest ?? '');
  await expect(page.getByText('您选定的改法')).toHaveCount(0);
});

test('sender, deadline and contact are entered once and stand in every letter', async ({ page }) => {
  await openedLetter(page, 'letter/');
  await page.getByText('通知的落款').click();
  await page.getByLabel('发文单位').fill('澜州市政务公开办');
  await page.getByLabel('联系人及电话').fill('陈某，1234567');
  await page.getByLabel('重新报送期限').fill('2026-02-09');
  await page.getByLabel('重新报送期限').blur();
  const letters = page.getByRole('article');
  const count = await letters.count();
  for (const text of ['澜州市政务公开办', '请于 2026 年 2 月 9 日前重新报送。', '联系人及电话：陈某，1234567。']) {
    await expect(letters.getByText(text)).toHaveCount(count);
  }
  await page.reload();
  await expect(page.getByText('正在查找改法')).toHaveCount(0);
  await expect(letters.getByText('请于 2026 年 2 月 9 日前重新报送。')).toHaveCount(count);
});

test('what an earlier version of the site kept is kept by this one', async ({ page }) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('older')) return;
    sessionStorage.setItem('older', 'made');
    const request = indexedDB.open('nianbao-imports', 2);
    request.onupgradeneeded = () => {
      const { result } = request;
      for (const store of ['documents', 'results', 'originals']) result.createObjectStore(store, { keyPath: 'id' });
      result.createObjectStore('decisions', { keyPath: ['document', 'index'] });
      result.createObjectStore('corrections', { keyPath: ['document', 'index', 'cell'] });
      for (const store of ['marks', 'judgements']) result.createObjectStore(store);
      for (const store of ['units', 'register']) result.createObjectStore(store, { keyPath: 'code' });
      const mark = { rule: 'x', unit: 'U', year: 2025, cells: [], mark: 'sent', note: '', at: '2026-01-05T08:00:00Z' };
      request.transaction?.objectStore('marks').put(mark, 'kept');
    };
    request.onsuccess = () => request.result.close();
  });
  await opened(page, 'import/');
  await expect(page.getByText('核查处理').locator('xpath=following-sibling::dd[1]')).toHaveText('1');
});

test('no letter can be taken before the search for repairs is over', async ({ page }) => {
  // A worker that never starts.
  await page.route(/repair-worker/, () => undefined);
  await opened(page, 'letter/');
  await expect(page.getByText('正在查找改法')).toBeVisible();
  for (const name of ['打印', 'Word 文档']) await expect(page.getByRole('button', { name })).toBeDisabled();
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('what was dismissed is in no letter, what was sent back only when it is asked for', async ({ page }) => {
  await openedLetter(page, 'letter/');
  const before = numbers(await page.getByRole('heading', { level: 2 }).first().textContent());
  expect(before[0]).toBeGreaterThan(0);
  const clean = numbers(await page.getByRole('heading', { name: '没有需要修改之处的单位' }).textContent());
  await page.getByRole('button', { name: /标为已退回/ }).click();
  await expect(page.getByText('没有需要列入的错误')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('article').first()).toBeVisible();
  await page.getByRole('button', { name: /标为已退回/ }).click();
  await expect(page.getByText('没有需要列入的错误')).toBeVisible();
  await expect(page.getByRole('heading', { name: `没有需要修改之处的单位（${clean[0]} 个）` })).toBeVisible();
  await expect(page.getByRole('heading', { name: /已退回的单位（[1-9]\d* 个）/ })).toBeVisible();
  await expect(page.getByText(/\d+ 处，都未改/).first()).toBeVisible();
  await page.getByRole('link', { name: /已标为退回/ }).click();
  await expect
    .poll(async () => numbers(await page.getByRole('heading', { level: 2 }).first().textContent()))
    .toEqual(before);
  await page.getByLabel('样式').selectOption('one');
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('on paper a letter stands alone', async ({ page }) => {
  await openedLetter(page, 'letter/');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('article').first()).toBeVisible();
  for (const part of [
    page.getByRole('banner'),
    page.getByRole('contentinfo'),
    page.getByRole('heading', { level: 1 })
  ]) {
    await expect(part).toBeHidden();
  }
  await expect(page.getByText(/归并而成/)).toBeHidden();
});

test('a ranking marks last year’s figures too', async ({ page }) => {
  await opened(page, 'rank/');
  const mark = page
    .locator('td.before')
    .getByRole('link', { name: /未处理的错误涉及此数/ })
    .first();
  await expect(mark).toHaveAttribute('href', /year=2024&unit=.*severity=error/);
});

test('on paper a chart shrinks with the sheet, its marks with it', async ({ page }) => {
  await opened(page, '');
  await page.emulateMedia({ media: 'print' });
  // It is not drawn anew for a sheet, which a change of the window would do here.
  await expect(page.locator('main section svg[role="img"]').last()).toHaveCSS('max-width', '100%');
  const marks = page.locator('main section a[style*="left"]');
  expect(await marks.count()).toBeGreaterThan(0);
  for (const mark of await marks.all()) expect(await mark.getAttribute('style')).not.toContain('px');
});

test('the catalogue counts each rule’s verdicts and leads to its flags', async ({ page }) => {
  await opened(page, 'checks/');
  await page.getByRole('link', { name: '规则目录' }).click();
  const rule = page.locator('[id="t3.row-sum"]');
  await expect(rule.locator('td.broken').first()).toHaveText(/^[1-9]/);
  await expect(rule).toContainText('举例');
  await rule.getByText(/分 \d+ 条/).click();
  await expect(rule.locator('details tbody tr')).toHaveCount(26);
  await rule.getByRole('link', { name: /看查出的问题/ }).click();
  await expect(page).toHaveURL(/checks\/\?rule=t3\.row-sum/);
  await expect(page.locator('ol a').first()).toBeVisible();
});

const MARK = /未处理的错误涉及此数/;

test('the totals of a comparison are marked like the figures they sum up', async ({ page }) => {
  await opened(page, 'compare/?district=西岭区');
  const total = page.locator('tfoot tr').first().getByRole('link', { name: MARK }).first();
  await expect(total).toHaveAttribute('href', /year=\d{4}&district=.*&severity=error/);
  await total.click();
  await expect(page.locator('ol a.error').first()).toBeVisible();
});

test('points and bars of the overview are marked, with the figure in words', async ({ page }) => {
  await opened(page, '');
  await expect(page.getByText('空心菱形：').first()).toBeVisible();
  const point = page.getByRole('link', { name: /区 \d{4} 年 [\d,]+：有 \d+ 处未处理的错误/ }).first();
  await expect(point).toBeVisible();
  const bar = page.getByRole('link', { name: /^\d{4} 年：.*的数涉及未处理的错误/ }).first();
  await bar.click();
  await expect(page).toHaveURL(/checks\/\?.*severity=error/);
  await expect(page.locator('ol a.error').first()).toBeVisible();
});

test('a unit’s figures are marked in its years, its chart and its tables until the error is dismissed', async ({
  page
}) => {
  await opened(page, `${ROW_SUMS}&year=2025`);
  await page.getByRole('link', { name: '看这个单位' }).click();
  await expect(page.getByRole('region', { name: /表/ }).first()).toBeVisible();
  const cell = page.locator('td.wrong');
  const marked = await cell.count();
  expect(marked).toBeGreaterThan(0);
  await expect(cell.first().getByRole('link', { name: MARK })).toBeVisible();
  await expect(page.locator('svg[role=img] ~ a').first()).toHaveAccessibleName(/年 [\d,]+：有 \d+ 处/);
  await expectAccessible(page);
  await cell.first().getByRole('link', { name: MARK }).click();
  await expect(page).toHaveURL(/flag=/);
  const flags = await page.locator('ol a').count();
  for (let index = 0; index < flags; index += 1) {
    const flag = page.locator('ol a').nth(index);
    await flag.click();
    // Until the chosen flag is the open one, its predecessor's buttons are still there.
    await expect(flag).toHaveAttribute('aria-current', 'true');
    await page.getByRole('button', { name: '不算错…' }).click();
    await page.getByLabel('不算错的理由').fill('单位已说明');
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.locator('ol .mark')).toHaveCount(index + 1);
  }
  await page.getByRole('link', { name: '看这个单位' }).click();
  await expect(page.getByText('不算错', { exact: true }).first()).toBeVisible();
  await expect(page.locator('td.wrong')).toHaveCount(0);
  await expect(page.locator('table.official').getByRole('link', { name: MARK })).toHaveCount(0);
});

for (const path of ['', 'compare/', 'rank/']) {
  test(`${path || 'overview'} marks figures that an open error touches`, async ({ page }) => {
    await opened(page, path);
    const mark = page.getByRole('link', { name: /未处理的错误涉及此数/ }).first();
    await expect(mark).toBeVisible();
    await mark.click();
    await expect(page).toHaveURL(/checks\/\?.*severity=error/);
    await expect(page.locator('ol a.error').first()).toBeVisible();
  });
}

test('marks alone are a workspace: saved, asked about before they go, and brought back', async ({ page }, info) => {
  await opened(page, 'checks/');
  await page.getByRole('button', { name: '不算错…' }).click();
  await page.getByLabel('不算错的理由').fill('单位已说明');
  await page.getByRole('button', { name: '保存' }).click();
  await expect(page.locator('ol .mark')).toHaveText(['不算错']);
  const marked = page.url();

  await opened(page, 'import/');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存工作区' }).click();
  const file = info.outputPath('workspace.zip');
  await (await waiting).saveAs(file);

  // Opening asks, though there is no file.
  await page.locator('[data-pick=workspace]').setInputFiles(file);
  await expect(page.getByRole('alertdialog')).toContainText('1 项核查处理');
  await page.getByRole('button', { name: '不打开' }).click();
  await page.getByRole('button', { name: '全部清空' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('1 项核查处理');
  await expect(page.getByRole('alertdialog')).toContainText('也包括对已发布报告所作的');
  await page.getByRole('button', { name: '确实清空' }).click();
  await expect(page.getByRole('button', { name: '保存工作区' })).toBeDisabled();

  // Nothing would be lost: nothing is asked.
  await page.locator('[data-pick=workspace]').setInputFiles(file);
  await expect(page.getByText('已打开：1 项核查处理')).toBeVisible();
  await page.goto(marked);
  await expect(page.locator('ol .mark')).toHaveText(['不算错']);
  await expect(page.getByText('理由：单位已说明')).toBeVisible();
});
