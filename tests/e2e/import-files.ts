/** Files to import, and how a test gives them to the page. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { decodeText } from '../../src/lib/documents/decode-text.ts';
import { expect } from './offline.ts';

export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export const upload = (name: string, content: Uint8Array | string): Upload => {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
};

export const demo = (file: string): Buffer => readFileSync(path.join('data/demo', file));

/** A unit's report of 2024 with other words in it; as text, in UTF-8. */
export function reworded(replace: readonly (readonly [string, string])[] = []): string {
  const { text } = decodeText(demo('东湖区/书台街道/2024.txt'));
  return replace.reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
}

/** The same report as another unit's, or of another year. */
export function reportOf(unit: string, year: number): string {
  return reworded([
    ['书台街道', unit],
    ['2024', String(year)]
  ]);
}

export async function choose(page: Page, files: readonly Upload[]): Promise<void> {
  await page.locator('[data-pick=files]').setInputFiles([...files]);
}

/** Everything chosen is through. */
export async function done(page: Page, count: number): Promise<void> {
  await expect(page.getByText(`已处理 ${count} / ${count} 个文件`)).toBeVisible({ timeout: 60_000 });
}

export const documents = (page: Page): Locator => page.locator('[data-document]');
export const documentOf = (page: Page, file: string): Locator => documents(page).filter({ hasText: file });
