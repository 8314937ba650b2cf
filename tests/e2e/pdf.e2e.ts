import { gbkPen, reportPdf } from '../unit/documents/build-report-pdf.ts';
import { expect, test } from './offline.ts';
import { darkPixels } from './dark-pixels.ts';

const UNIT = '纱厂路街道';

test('a PDF whose Chinese font is not in the file is read and drawn, with the site’s own character maps', async ({
  page
}) => {
  const maps: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.bcmap')) maps.push(`${response.status()} ${new URL(response.url()).pathname}`);
  });
  const printed = {
    't3.new.person': '1203',
    't3.new.total': '1203',
    't3.carried-in.person': '',
    't4.review.upheld': '17'
  };
  const buffer = Buffer.from(reportPdf({ unit: UNIT, year: 2026, layout: '2021', printed }, gbkPen()));
  await page.goto('import/');
  await page.locator('[data-pick="files"]').setInputFiles({ name: '年报.pdf', mimeType: 'application/pdf', buffer });
  await page.getByRole('link', { name: '校对 年报.pdf' }).click();

  const cell = (id: string) => page.locator(`[data-cell="${id}"]`);
  await expect(page.locator('[data-cell]')).toHaveCount(200);
  await expect(cell('t3.new.person')).toHaveText('1,203');
  await expect(cell('t3.new.company')).toHaveText('0');
  await expect(cell('t4.review.upheld')).toHaveText('17');
  await expect(cell('t3.carried-in.person')).not.toContainText(/\d/);

  await cell('t4.review.upheld').getByRole('button').click();
  const canvas = page.locator('canvas');
  await expect(canvas).toBeVisible();
  await expect.poll(() => canvas.evaluate(darkPixels), { timeout: 20_000 }).toBeGreaterThan(500);
  // One map says which characters the codes are; none came from elsewhere, which the page's own rules would refuse.
  expect(maps.filter((map) => map.endsWith('GBK-EUC-H.bcmap'))).toContain('200 /nianbao/engine/cmaps/GBK-EUC-H.bcmap');
  expect(maps.filter((map) => !map.startsWith('200 '))).toEqual([]);
});
