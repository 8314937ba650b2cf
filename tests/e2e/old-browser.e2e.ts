/** The site in a browser of the age of Chrome 95: the same engine here, but without what came later. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ageBrowser } from './age-browser.ts';
import { choose, documentOf, done, upload } from './import-files.ts';
import { expect, opened, test } from './offline.ts';

/** One report in each kind of format. */
const samples = [
  'data/demo/东湖区/榆墩街道/2025.docx',
  'data/demo/南屏县/石榴冲乡/2024.htm',
  'data/demo/东湖区/书台街道/2024.txt',
  ...['doc-report', 'rtf-report', 'odt-report', 'xls-report', 'xlsx-report', 'pdf-libreoffice'].map((name) => {
    const folder = path.join('tests/fixtures/documents', name);
    const document = readdirSync(folder).find((file) => !file.endsWith('.json'));
    return path.join(folder, document ?? '');
  })
].map((file, index) => upload(`样本${index}${path.extname(file)}`, readFileSync(file)));

test('all pages answer', async ({ page }) => {
  await ageBrowser(page);
  for (const address of ['', 'compare/', 'rank/', 'unit/', 'rules/', 'letter/', 'checks/']) {
    await opened(page, address);
    expect(await page.evaluate(() => 'structuredClone' in globalThis)).toBe(false);
  }
  // The engine, and the search for the wrong cell.
  await page.getByRole('combobox').first().selectOption({ index: 1 });
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  await page.goto('rank/?measure=received&district=东湖区&year=2023');
  await expect(page.getByRole('main').getByRole('row').nth(3)).toBeVisible();
});

test('every format is read, and a PDF proofread', async ({ page }) => {
  await ageBrowser(page);
  await opened(page, 'import/');
  await choose(page, samples);
  await done(page, samples.length);
  await expect(page.locator('[data-document=refused]')).toHaveCount(0);
  for (const { name } of samples) await expect(documentOf(page, name)).toBeVisible();
  await documentOf(page, '.pdf').getByRole('link', { name: '校对' }).click();
  await page.getByRole('button', { name: /^表二“规章”行本年制发列/ }).click();
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 40_000 });
});

/** What styles got after Chrome 95 and what a page would not be the same without. */
const LATER_STYLES: readonly (readonly [what: string, pattern: RegExp])[] = [
  [':has()', /:has\(/],
  ['nesting', /(?:^|[{};])\s*&/],
  ['container queries', /@container|container-type/],
  ['@layer', /@layer/],
  ['@scope', /@scope/],
  ['subgrid', /subgrid/],
  ['color-mix', /color-mix\(/],
  ['oklch', /ok(?:lch|lab)\(/],
  ['dynamic viewport units', /\d[dsl]v[hw]\b/],
  ['single transforms', /[;{](?:translate|rotate|scale):/],
  ['media ranges', /@media[^{]*[<>]/],
  ['trigonometry', /[^a-z](?:sin|cos|tan)\(/],
  ['popover', /:popover-open/],
  ['light-dark', /light-dark\(/]
];

test('styles use nothing that came later', () => {
  const folder = path.join('build', '_app', 'immutable');
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(3);
  const found = sheets.flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return LATER_STYLES.filter(([, pattern]) => pattern.test(text)).map(([what]) => `${file}: ${what}`);
  });
  expect(found).toEqual([]);
});

/** Before Chrome 98 a static field of such a name takes for read-only what every function has, and throws. */
test('no class has a static field that older browsers refuse', () => {
  const folder = path.join('build', '_app', 'immutable');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(20);
  const fields = /\bstatic\s+(?:name|length)\s*[=;}]/;
  expect(scripts.filter((file) => fields.test(readFileSync(path.join(folder, file), 'utf8')))).toEqual([]);
});
