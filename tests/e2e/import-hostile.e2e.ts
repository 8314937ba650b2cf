/** Hostile files among good ones: each comes to its own end, and the good ones come in. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { issueMessage } from '../../src/lib/words/issue-message.ts';
import { HOSTILE, hostileArchive } from '../unit/documents/hostile-files.ts';
import { documentOf, done, reportOf, upload } from './import-files.ts';
import { expect, expectAccessible, opened, test } from './offline.ts';

test('a batch of hostile files stops nothing and brings nothing to life', async ({ page }, info) => {
  test.setTimeout(180_000);
  await opened(page, 'import/');
  const good = [2026, 2027, 2028, 2029].map((year) => upload(`好${year}.txt`, reportOf('书台街道', year)));
  const hostile = HOSTILE.map(({ name, bytes }) => upload(name, bytes()));
  const batch = [...good.slice(0, 2), ...hostile, upload('各镇.zip', hostileArchive()), ...good.slice(2)];
  // From the disk: together they are larger than what is handed over as it is.
  mkdirSync(info.outputPath(), { recursive: true });
  const paths = batch.map(({ name, buffer }) => {
    const file = info.outputPath(name);
    writeFileSync(file, buffer);
    return file;
  });
  await page.locator('[data-pick=files]').setInputFiles(paths);
  // The archive stands for its three files.
  await done(page, batch.length + 2);

  await expect(page.getByText('含导入 4 份')).toBeVisible({ timeout: 40_000 });
  for (const { name } of good) await expect(documentOf(page, name)).toContainText('计入各页');
  const list = page.getByRole('listitem');
  const more = page.getByRole('button', { name: /^再显示/ });
  if (await more.isVisible()) await more.click();
  for (const { name, refused } of HOSTILE) {
    const row = list.filter({ hasText: name }).first();
    if (refused === null) await expect(row).not.toContainText('未读成');
    else {
      const code = refused === 'document.limit' && name.endsWith('.zip') ? 'document.archive-limit' : refused;
      // The beginning of the sentence: what follows names figures.
      await expect(row, name).toContainText(issueMessage({ code }).replace(/\s*[\d（].*/s, ''));
    }
  }
  await expect(documentOf(page, '各镇.zip/丙镇.html')).toBeVisible();
  await expect(page.getByText('各镇.zip/Windows/bomb.txt').first()).toBeVisible();
  await expect(list.filter({ hasText: '各镇.zip/inner.zip' }).first()).toContainText('压缩包里还有压缩包');

  await page.mouse.move(400, 400);
  for (const name of ['scripts.html', 'formula.html']) {
    await documentOf(page, name).getByRole('link', { name: '校对' }).click();
    await page.getByRole('button', { name: /^表二“规章”行本年制发列/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('校对');
    expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);
    await page.goBack();
  }
  await expectAccessible(page);
});
