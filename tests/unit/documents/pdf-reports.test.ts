import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/lib/documents/pdf.ts';
import { readDocument } from '../../../src/lib/recognition/read-document.ts';
import { useCharacterMaps } from './build-pdf.ts';
import { mutated } from './mutate.ts';
import { refusal } from './show-blocks.ts';

useCharacterMaps();

const folder = (name: string) => new URL(`../../fixtures/documents/${name}/`, import.meta.url);
const bytesOf = (name: string) => new Uint8Array(readFileSync(new URL('report.pdf', folder(name))));

/**
 * Reports of the demo city as LibreOffice and Chromium print them, with the fonts' drawings taken out to keep them
 * small; `expected.json` is what their originals hold. Chromium's have tables cut by pages, and Kangxi radicals.
 */
describe.each([
  'pdf-libreoffice',
  'pdf-libreoffice-cut-heading',
  'pdf-chromium-large',
  'pdf-chromium-cut-rows',
  // No ruling lines at all, blank cells among the figures, labels over two lines; a table's head cut by the page break.
  'pdf-chromium-unruled-cut-head',
  'pdf-libreoffice-unruled',
  // Lines above and below the table and its head only; lines between rows only.
  'pdf-chromium-three-lines',
  'pdf-chromium-rows-only'
])('a report printed as %s', (name) => {
  it('gives every figure, the unit, the year and the form, without a doubt', async () => {
    const result = await readDocument(bytesOf(name), 'without-name');
    expect(result.issues).toEqual([]);
    expect(result.reports.flatMap((report) => report.issues)).toEqual([]);
    expect(result.reports.map(({ unit, year, form, cells }) => ({ unit, year, form, cells }))).toEqual([
      JSON.parse(readFileSync(new URL('expected.json', folder(name)), 'utf8'))
    ]);
  });
});

describe('a PDF that is not whole', () => {
  it('is refused when it wants a password', async () => {
    expect(await refusal(() => readPdf(bytesOf('pdf-encrypted')))).toBe('document.encrypted');
  });

  it('is read or refused, whatever was changed in it', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(mutated(bytesOf('pdf-libreoffice')), async (bytes) => {
        const start = performance.now();
        // Throws for anything but a refusal.
        await refusal(() => readPdf(bytes));
        return performance.now() - start < 10_000;
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 200) }
    );
  });
});
