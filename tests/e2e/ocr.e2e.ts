import { readFileSync } from 'node:fs';
import { test as plain, type Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { docx, paragraph } from '../unit/documents/build-docx.ts';
import { frameScan } from './frame-scan.ts';
import { expect, expectAccessible, test } from './offline.ts';

const UNIT = '鹭汀街道';

/** Two pages of the demo city's 鹭汀街道 2023, scanned at 150 dots an inch, a little askew, with noise. */
const SCAN = readFileSync('tests/fixtures/scans/report.pdf');

/** What is printed in some of its cells. */
const PROPOSED = {
  't2.penalty.decisions': '44',
  't3.new.person': '51',
  't3.new.company': '3',
  't3.new.total': '57',
  't3.granted.person': '18',
  't3.handled.total': '56',
  't3.carried-in.total': '0',
  't4.review.total': '1'
};

/** The pictures of a PDF made of scans, as they stand in it. */
function jpegsOf(pdf: Buffer): Buffer[] {
  const jpegs: Buffer[] = [];
  for (let start = pdf.indexOf('ffd8ff', 0, 'hex'); start >= 0; start = pdf.indexOf('ffd8ff', start + 1, 'hex')) {
    jpegs.push(pdf.subarray(start, pdf.indexOf('endstream', start)));
  }
  return jpegs;
}

const cell = (page: Page, id: string) => page.locator(`[data-cell="${id}"]`);
const cellField = (page: Page, id: string) => cell(page, id).getByRole('textbox');

async function openEntry(page: Page, buffer: Buffer, name = '扫描.pdf'): Promise<void> {
  await page.goto('import/');
  await page.locator('[data-pick="files"]').setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await page.getByRole('link', { name: `照着图片录入 ${name}` }).click();
  await expect(page.getByRole('heading', { level: 1, name: '照着图片录入' })).toBeVisible();
}

async function askForProposals(page: Page): Promise<void> {
  await page.getByRole('button', { name: '识别数字（供核对）' }).click();
  await expect(page.getByText('表三：格线与表式逐格对上了')).toBeVisible({ timeout: 90_000 });
}

test('digits of a scan are proposed, each confirmed by a person, and nothing else reaches the report', async ({
  page
}) => {
  test.setTimeout(180_000);
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await openEntry(page, SCAN);
  await expect(page.locator('canvas').first()).toBeVisible();
  expect(fetched.filter((address) => address.includes('recogniser'))).toEqual([]);
  await askForProposals(page);
  expect(fetched.filter((address) => address.includes('recogniser')).length).toBeGreaterThanOrEqual(4);

  // A proposal is no value: the field is empty and says what was read.
  const first = cellField(page, 't3.new.person');
  await expect(first).toHaveValue('');
  await expect(first).toHaveAttribute('placeholder', PROPOSED['t3.new.person'] + '?');
  for (const [id, value] of Object.entries(PROPOSED)) {
    await expect(cellField(page, id)).toHaveAttribute('placeholder', new RegExp(`^${value}\\?`));
  }
  await expect(page.getByText('已填 0 格')).toBeVisible();

  await first.focus();
  await expect(page.getByRole('img', { name: '表三第一行“本年新收”自然人列在图中的样子' })).toBeVisible();
  await expect(first).toHaveAccessibleDescription(/还没有确认/);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(first).toHaveValue(PROPOSED['t3.new.person']);
  // The keyboard is at the next proposal: Esc rejects it, a figure replaces the one after.
  const second = cellField(page, 't3.new.company');
  await expect(second).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(second).not.toHaveAttribute('placeholder');
  await page.keyboard.press('Alt+ArrowDown');
  const third = cellField(page, 't3.new.research');
  await expect(third).toBeFocused();
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已填 2 格')).toBeVisible();
  await expect(page.getByText('已确认或改填 2 格，剔除 1 格')).toBeVisible();

  // Taken back, the figure is a proposal again; a held key confirms one at most.
  await cellField(page, 't3.carried-in.person').focus();
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect(page.getByText('已填 3 格')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByText('已填 2 格')).toBeVisible();
  await expect(cellField(page, 't3.carried-in.person')).toHaveAttribute('placeholder', /\?/);

  await page.getByRole('textbox', { name: '年度' }).fill('2026');
  await page.keyboard.press('Tab');
  await page.getByRole('combobox', { name: '单位' }).selectOption({ label: UNIT });
  await expect(page.getByText(/还有 \d+ 格建议没有确认，不会计入/)).toBeVisible();
  await page.reload();
  await expect(first).toHaveValue(PROPOSED['t3.new.person']);
  await expect(second).toHaveValue('');
  await expect(third).toHaveValue('7');
  await page.getByRole('button', { name: '完成录入' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${UNIT} 2026 年`);
  await page.goto('import/');
  await page.getByRole('link', { name: `${UNIT} 2026 年` }).click();
  await expect(cell(page, 't3.new.person')).toContainText(PROPOSED['t3.new.person']);
  await expect(cell(page, 't3.new.research')).toContainText('7');
  await expect(page.locator('td[data-cell].blank')).toHaveCount(198);
});

test('the scans in a Word document are shown and their digits proposed alike', async ({ page }) => {
  test.setTimeout(180_000);
  const drawn = paragraph('<w:r><w:drawing/></w:r>');
  const pages = jpegsOf(SCAN).map((jpeg, index) => [`word/media/image${index + 1}.jpeg`, jpeg] as const);
  expect(pages).toHaveLength(2);
  const word = zipSync({ ...unzipSync(docx(drawn + drawn)), ...Object.fromEntries(pages) });
  await openEntry(page, Buffer.from(word), '扫描.docx');
  await expect(page.locator('.pictures img')).toHaveCount(2);
  await askForProposals(page);
  for (const [id, value] of Object.entries(PROPOSED)) {
    await expect(cellField(page, id)).toHaveAttribute('placeholder', new RegExp(`^${value}\\?`));
    await expect(cellField(page, id)).toHaveValue('');
  }
});

test('a page without the tables is said to have none; an entry on another form gets no proposals', async ({ page }) => {
  test.setTimeout(180_000);
  await openEntry(page, frameScan(), '空白.pdf');
  await page.getByRole('button', { name: '识别数字（供核对）' }).click();
  for (const table of ['表二', '表三', '表四']) {
    await expect(page.getByText(`没有在图中找到${table}完整的表格线，请手工录入。`)).toBeVisible();
  }
  await expectAccessible(page);

  await openEntry(page, SCAN);
  await page.getByRole('combobox', { name: '表式' }).selectOption({ label: '2019年表式' });
  await page.getByRole('button', { name: '识别数字（供核对）' }).click();
  await expect(page.getByText('图中的表三是“2021年表式”的样子')).toBeVisible({ timeout: 90_000 });
  await expect(cellField(page, 't3.new.person')).not.toHaveAttribute('placeholder');
});

test('recognition can be stopped and begun again; in English at 390 px', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 390, height: 800 });
  await openEntry(page, SCAN);
  await page.getByRole('link', { name: 'English' }).click();
  const start = page.getByRole('button', { name: 'Recognise digits (to be confirmed)' });
  await start.click();
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(page.getByText('Stopped; nothing was proposed.')).toBeVisible();
  await start.click();
  await expect(page.getByText('The lines of table 3 match the form')).toBeVisible({ timeout: 90_000 });
  await cellField(page, 't3.new.person').focus();
  await expect(page.getByRole('button', { name: '✓ Confirm' })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});

plain('a recogniser that cannot be had is said to be missing', async ({ page }) => {
  plain.setTimeout(180_000);
  await page.route('**/eng.traineddata.gz', (route) => route.fulfill({ status: 404 }));
  await openEntry(page, SCAN);
  await page.getByRole('button', { name: '识别数字（供核对）' }).click();
  await expect(page.getByRole('alert')).toContainText('没能识别', { timeout: 90_000 });
  await expect(page.getByRole('button', { name: '识别数字（供核对）' })).toBeEnabled();
});
