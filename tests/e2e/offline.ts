import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';

/**
 * A page with all foreign network blocked. A request that leaves the site's own origin, an error on the console
 * (a refused Content-Security-Policy among them) or an uncaught error fails the test.
 */
export const test = base.extend<{ expectedErrors: RegExp | null }>({
  /** What the console may say, where a test makes something fail. */
  expectedErrors: [null, { option: true }],
  page: async ({ page, baseURL, expectedErrors }, use) => {
    const wrong: string[] = [];
    const origin = new URL(baseURL ?? '').origin;
    await page.route('**/*', (route) => {
      const url = new URL(route.request().url());
      if (url.origin === origin || url.protocol === 'blob:' || url.protocol === 'data:') return route.fallback();
      wrong.push(`request to ${url.href}`);
      return route.abort();
    });
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      if (!expectedErrors?.test(message.text())) wrong.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => wrong.push(`uncaught: ${error.message}`));
    await use(page);
    expect(wrong).toEqual([]);
  }
});

export { expect };

/** Waits until the page's answer stands in place of its frame. */
export async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
}

export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  expect(found).toEqual([]);
}

/** A download's text and name. */
export async function download(page: Page, name: RegExp): Promise<{ name: string; text: string }> {
  const { name: file, bytes } = await downloadBytes(page, name);
  return { name: file, text: bytes.toString('utf8') };
}

/** What a button gives as a file. */
export async function downloadBytes(page: Page, name: RegExp): Promise<{ name: string; bytes: Buffer }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name }).first().click();
  const file = await waiting;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
  return { name: file.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** The text of a Word document, with its marks. */
export function wordXml(bytes: Uint8Array): string {
  return new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
}
