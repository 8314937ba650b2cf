import { mkdirSync, readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { docx, paragraph } from '../unit/documents/build-docx.ts';
import { choose, demo, documentOf, documents, done, reportOf, reworded, upload } from './import-files.ts';
import { expect, expectAccessible, opened, test } from './offline.ts';

/** Next year's report: one that nobody has published. */
const next = upload('书台街道2026年.txt', reworded([['2024', '2026']]));

test('files of every kind become reports, and what is no report says why', async ({ page }) => {
  await opened(page, 'import/');
  const archive = zipSync({
    '南屏县/2026.txt': strToU8(reworded([['2024', '2027']])),
    '__MACOSX/._2026.txt': strToU8('x'),
    '../../way-out.exe': strToU8('MZ\u0000\u0001\u0002\u0003\u0000\u0000')
  });
  await choose(page, [
    next,
    upload('石榴冲乡.htm', demo('南屏县/石榴冲乡/2024.htm')),
    upload('榆墩街道.docx', demo('东湖区/榆墩街道/2025.docx')),
    upload('坏了.docx', demo('东湖区/榆墩街道/2025.docx').subarray(0, 3_000)),
    upload('照片.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0, 1, 2, 3, 0, 0, 0, 0])),
    upload('各街道.zip', archive)
  ]);
  await done(page, 7);
  await expect(documents(page)).toHaveCount(6);
  await expect(documentOf(page, '坏了.docx')).toContainText('文件已损坏或不完整');
  // A picture may be a scan: it is kept, to be entered by hand.
  await expect(documentOf(page, '照片.jpg')).toContainText('这是一张图片');
  await expect(page.getByRole('link', { name: '照着图片录入 照片.jpg' })).toBeVisible();
  await expect(documentOf(page, '书台街道2026年.txt')).toContainText('计入各页');
  await expect(documentOf(page, '各街道.zip/南屏县/2026.txt')).toContainText('书台街道 2027 年');
  // Not kept, but said: what a hostile path led to.
  const left = page.getByRole('region', { name: '本次导入' });
  const outside = left.getByRole('listitem').filter({ hasText: '各街道.zip/way-out.exe' });
  await expect(outside).toContainText('认不出这是什么格式');
  await expect(left).toContainText('另有 1 个系统文件略过');
  await expect(page.getByText('含导入 2 份')).toBeVisible();
  await expectAccessible(page);
});

test('a scan is refused as a scan, with what to do, and kept', async ({ page }) => {
  await opened(page, 'import/');
  await choose(page, [upload('扫描件.docx', docx(paragraph('<w:r><w:drawing/></w:r>')))]);
  await done(page, 1);
  await expect(documentOf(page, '扫描件.docx')).toContainText('这是扫描件');
});

test('a picture by itself is shown to enter its figures from', async ({ page }) => {
  await opened(page, 'import/');
  await choose(page, [upload('扫描.png', readFileSync('docs/overview.png'))]);
  await done(page, 1);
  await page.getByRole('link', { name: '照着图片录入 扫描.png' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '照着图片录入' })).toBeVisible();
  await expect(page.getByRole('img').first()).toBeVisible();
});

test('an imported report is on every page, after a reload too, and in a second tab', async ({ page, context }) => {
  await opened(page, 'import/');
  const other = await context.newPage();
  await opened(other, '');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('2025 年总览');

  await choose(page, [next]);
  await expect(page.getByText('含导入 1 份')).toBeVisible({ timeout: 40_000 });
  await expect(other.getByText('含导入 1 份')).toBeVisible({ timeout: 40_000 });
  await expect(other.getByRole('navigation', { name: '年度' }).getByRole('link', { name: '2026' })).toBeVisible();

  await page.getByRole('link', { name: '书台街道 2026 年' }).click();
  await expect(page.locator('[data-cell]')).toHaveCount(200, { timeout: 30_000 });
  await expect(page.getByText('书台街道2026年.txt')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-cell]')).toHaveCount(200, { timeout: 40_000 });
  await expect(page.getByText('已载入 411 份报告含导入 1 份')).toBeVisible();

  await page.getByRole('link', { name: '总览' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2026 年总览');
});

test('while imports are brought the page says so, and shows no figure without them', async ({ page }) => {
  await opened(page, 'import/');
  await choose(page, [next]);
  await expect(page.getByText('含导入 1 份')).toBeVisible({ timeout: 40_000 });
  let letGo: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route('**/engine/duckdb-eh.wasm.gz', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('');
  await expect(page.getByRole('status')).toHaveText('正在载入你导入的报告…');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('总览');
  await expect(page.locator('main svg, main table')).toHaveCount(0);
  letGo?.();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('2026 年总览', { timeout: 40_000 });
  await expect(page.getByText('含导入 1 份')).toBeVisible();
});

test('a second report of a unit and year asks which one counts, and shows where they differ', async ({ page }) => {
  await opened(page, 'import/');
  const text = reworded();
  // The first figure of 政府集中采购: whatever it was, it is another one now.
  const changed = text.replace(
    /^(.*予以公开[^\d]*)(\d+)/ms,
    (_, before: string, figure: string) => `${before}${Number(figure) + 7}`
  );
  expect(changed).not.toBe(text);
  await choose(page, [upload('更正后.txt', changed)]);
  await done(page, 1);
  const question = page.getByRole('listitem').filter({ hasText: '书台街道 2024 年有 2 份报告' });
  await expect(question).toContainText('格不同');
  await expect(question.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByText(/含导入/)).toHaveCount(0);

  await question.getByRole('button', { name: '采用这份：导入的 更正后.txt' }).click();
  await expect(page.getByText('已载入 410 份报告含导入 1 份')).toBeVisible({ timeout: 30_000 });
  await expect(question).toHaveCount(0);
  await expect(documentOf(page, '更正后.txt')).toContainText('计入各页');

  await page.getByRole('button', { name: '重新选择采用哪一份：更正后.txt' }).click();
  await expect(question).toBeInViewport();
  await question.getByRole('button', { name: '采用这份：已发布的' }).click();
  await expect(documentOf(page, '更正后.txt')).toContainText('未采用，不计入各页');
  await expect(page.getByText(/含导入/)).toHaveCount(0);
});

test('an empty folder is said to be empty', async ({ page }, info) => {
  mkdirSync(info.outputPath('空'));
  await opened(page, 'import/');
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    const data = { items: [], files: [info.outputPath('空')], dragOperationsMask: 1 };
    await session.send('Input.dispatchDragEvent', { type, x: 200, y: 300, data });
  }
  await expect(page.getByRole('alert')).toContainText('没有取到文件');
});

test('the chosen report is removed: what was set aside does not count before a person says so', async ({ page }) => {
  await opened(page, 'import/');
  const second = next.buffer.toString('utf8').replace('全年', '全年度');
  await choose(page, [next, upload('第二份.txt', `${second}\n`)]);
  await done(page, 2);
  const question = page.getByRole('listitem').filter({ hasText: '书台街道 2026 年有 2 份报告' });
  await question.getByRole('button', { name: '采用这份：导入的 第二份.txt' }).click();
  await expect(page.getByText('含导入 1 份')).toBeVisible({ timeout: 30_000 });

  await page.getByRole('button', { name: '移除 第二份.txt' }).click();
  await expect(documentOf(page, '第二份.txt')).toContainText('还有 1 份没有采用的报告，会再问您用不用');
  await page.getByRole('button', { name: '确实移除' }).click();
  const left = page.getByRole('listitem').filter({ hasText: '只剩这份没有采用的报告' });
  await expect(left).toContainText('没有哪一份自动顶上');
  await expect(page.getByText(/含导入/)).toHaveCount(0);
  await expect(documentOf(page, next.name)).toContainText('待定，不计入各页');
  await expectAccessible(page);
  await left.getByRole('button', { name: '采用这份：导入的' }).click();
  await expect(page.getByText('含导入 1 份')).toBeVisible({ timeout: 30_000 });
  await expect(left).toHaveCount(0);
});

test('a report counts where it is until it has another unit or year', async ({ page }) => {
  await opened(page, 'import/');
  await choose(page, [next]);
  await expect(page.getByText('含导入 1 份')).toBeVisible({ timeout: 40_000 });
  await page.getByRole('button', { name: `改单位或年度：${next.name}` }).click();
  const form = page.getByRole('form', { name: `改单位或年度：${next.name}` });
  await expect(documentOf(page, next.name)).toContainText('点“确定”之前，仍按原来的单位和年度计入各页');
  await expect(page.getByText('含导入 1 份')).toBeVisible();
  await expect(form.getByLabel('报告年度')).toHaveValue('2026');
  await form.getByRole('button', { name: '不改' }).click();
  await expect(form).toHaveCount(0);

  await page.getByRole('button', { name: `改单位或年度：${next.name}` }).click();
  await form.getByLabel('单位').selectOption({ label: '鹭汀街道' });
  await form.getByLabel('报告年度').fill('2018');
  await form.getByRole('button', { name: '确定' }).click();
  await expect(page.getByRole('link', { name: '鹭汀街道 2018 年' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('含导入 1 份')).toBeVisible();
});

test('a near name is proposed and never taken; all that print it are settled at once', async ({ page }) => {
  await opened(page, 'import/');
  const near = [
    ['书台街道', '书苔街道'],
    ['2024', '2026']
  ] as const;
  const later = [near[0], ['2024', '2027']] as const;
  await choose(page, [upload('a.txt', reworded(near)), upload('b.txt', reworded(later))]);
  await done(page, 2);
  await expect(page.getByText(/含导入/)).toHaveCount(0);
  const question = page.getByRole('listitem').filter({ hasText: '书苔街道' }).first();
  await expect(question).toContainText('共 2 份报告这样写');
  await expect(question.locator('optgroup').first()).toHaveAttribute('label', '名称相近');
  await question.locator('select').first().selectOption({ label: '书台街道（东湖区）' });
  await question.getByRole('button', { name: '确定' }).click();
  await expect(page.getByText('含导入 2 份')).toBeVisible({ timeout: 30_000 });
});

test('a unit that the register lacks is added and stands on the pages', async ({ page }) => {
  await opened(page, 'import/');
  await choose(page, [upload('新.txt', reworded([['书台街道', '白鹤洲街道']]))]);
  await done(page, 1);
  await page.getByText('名册里没有这个单位').click();
  await page.getByLabel('单位名称').fill('白鹤洲街道');
  await page.getByLabel('区县').fill('东湖区');
  await page.getByRole('button', { name: '新增并采用' }).click();
  await page.getByRole('link', { name: '白鹤洲街道 2024 年' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('白鹤洲街道', { timeout: 30_000 });
  await expect(page.locator('[data-cell]')).toHaveCount(200, { timeout: 30_000 });
});

test('closing the tab in the middle loses nothing that was shown as saved', async ({ page, context }) => {
  await opened(page, 'import/');
  const files = Array.from({ length: 40 }, (_, index) => upload(`${index}.txt`, reportOf('书台街道', 2030 + index)));
  await choose(page, files);
  await expect.poll(() => documents(page).count(), { timeout: 40_000 }).toBeGreaterThan(2);
  const shown = await documents(page).locator('.file').allTextContents();
  await page.close({ runBeforeUnload: false });

  const again = await context.newPage();
  await opened(again, 'import/');
  for (const name of shown) await expect(documentOf(again, name).first()).toBeVisible();
});

test('a workspace goes to a file, everything is cleared, and the file brings it back', async ({ page }, info) => {
  await opened(page, 'import/');
  await choose(page, [next]);
  await expect(page.getByText('含导入 1 份')).toBeVisible({ timeout: 40_000 });
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: '保存工作区' }).click();
  const file = info.outputPath('workspace.zip');
  await (await waiting).saveAs(file);

  await page.getByRole('button', { name: '全部清空' }).click();
  await page.getByRole('button', { name: '不清空' }).click();
  await expect(documents(page)).toHaveCount(1);
  await page.getByRole('button', { name: '全部清空' }).click();
  await page.getByRole('button', { name: '确实清空' }).click();
  await expect(page.getByText('还没有导入文件')).toBeVisible();
  await expect(page.getByText(/含导入/)).toHaveCount(0);

  await page.locator('[data-pick=workspace]').setInputFiles([upload('坏.zip', readFileSync(file).subarray(0, 500))]);
  await expect(page.getByRole('alert')).toContainText('这不是工作区文件');
  await page.locator('[data-pick=workspace]').setInputFiles(file);
  await expect(page.getByText('含导入 1 份')).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(page.getByText('含导入 1 份')).toBeVisible({ timeout: 40_000 });
});

test('without storage the page says so first, and works until it is closed', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
  await opened(page, 'import/');
  await expect(page.getByText('这个浏览器不让网站保存数据')).toBeVisible();
  await choose(page, [next]);
  await expect(page.getByText('含导入 1 份')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('只在这个标签页里，关闭就没有了')).toBeVisible();
});

test('files dropped anywhere on the page are taken', async ({ page }) => {
  await opened(page, 'import/');
  const transfer = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], '拖进来.txt'));
    return data;
  }, next.buffer.toString('utf8'));
  await page.dispatchEvent('footer', 'drop', { dataTransfer: transfer });
  await expect(documentOf(page, '拖进来.txt')).toContainText('计入各页', { timeout: 40_000 });
});

test('by the keyboard alone: the buttons are reached in order', async ({ page }) => {
  // Asked for long before: choosers are caught a while after that only.
  const chooser = page.waitForEvent('filechooser');
  await opened(page, 'import/');
  // The frame stands before its script runs, when a key does nothing yet.
  await expect(page.getByText('已载入')).toBeVisible();
  const button = page.getByRole('button', { name: '选择文件', exact: true });
  await button.focus();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await (await chooser).setFiles([{ ...next }]);
  await expect(page.getByText('含导入 1 份')).toBeVisible({ timeout: 40_000 });
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: '选择文件夹' })).toBeFocused();
});

for (const locale of ['', 'en/']) {
  test(`${locale}import stands empty, is accessible and fits a telephone`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await opened(page, `${locale}import/`);
    await expectAccessible(page);
    await choose(page, [next, upload('坏了.docx', strToU8('PK\u0003\u0004'))]);
    await expect(documents(page).first()).toBeVisible({ timeout: 40_000 });
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    );
    expect(wider).toBe(0);
    await expectAccessible(page);
  });
}
