import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../src/lib/documents/pdf.ts';
import { readDocument } from '../../../src/lib/recognition/read-document.ts';
import { cellsOfLayout, type Layout } from '../../../src/lib/form/form.ts';
import { useCharacterMaps } from './build-pdf.ts';
import { gbkPen, type Pen, type PrintedReport, reportPdf, wordPen } from './build-report-pdf.ts';
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
  'pdf-chromium-rows-only',
  // No outer sides, the table's head cut by the page break; lines between rows and columns only.
  'pdf-chromium-open-sides',
  'pdf-libreoffice-inner-lines',
  // A frame with lines between its columns.
  'pdf-chromium-columns-framed'
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

/** Figures of one to six digits in all cells, some of them blank; the numbers of one digit beside those of many. */
function figures(layout: Layout) {
  const ids = cellsOfLayout(layout).map(({ id }) => id);
  const printed = Object.fromEntries(
    ids.map((id, at) => [
      id,
      at % 5 === 3 ? '' : at % 3 === 0 ? String(at % 10) : String((at * 7_919) % 10 ** (1 + (at % 5)))
    ])
  );
  const cells = Object.fromEntries(ids.map((id) => [id, printed[id] === '' ? null : Number(printed[id])]));
  return { printed, cells };
}

describe.each([
  ['2021', 2023],
  ['2019', 2019]
] as const)('a report on the form of %s', (layout, year) => {
  const unit = '望江街道';
  const { printed, cells } = figures(layout);
  const report: PrintedReport = { unit, year, layout, printed };

  const wordPenOf = () => {
    let characters = '';
    reportPdf(report, { box: () => '', text: (content) => ((characters += content), '') });
    return wordPen(`${characters} `);
  };

  it('is read as Word writes it: its figures in several runs, its lines as areas, its codes its own', async () => {
    const result = await readDocument(reportPdf(report, wordPenOf()), 'without-name');
    expect(result.reports).toMatchObject([{ unit, year, form: layout, cells }]);
    expect(result.issues).toEqual([]);
  });

  it('is read as Word writes it without lines, by what each text is clipped to', async () => {
    // Figures set where no words tell their columns.
    const pen: Pen = { ...wordPenOf(), box: () => '' };
    const result = await readDocument(reportPdf(report, pen), 'without-name');
    expect(result.reports).toMatchObject([{ unit, year, form: layout, cells }]);
    expect(result.issues).toEqual([]);
    expect(result.reports.flatMap(({ issues }) => issues)).toEqual([]);
  });

  it('is read where no lines are drawn, by the shade that each cell stands on', async () => {
    const shade = (x: number, y: number, width: number, height: number) =>
      `${x < 100 ? 0.8 : 0.98} g ${x} ${y} ${width} ${height} re f 0 g\n`;
    const result = await readDocument(reportPdf(report, { ...gbkPen(), box: shade }), 'without-name');
    expect(result.reports).toMatchObject([{ unit, year, form: layout, cells }]);
    expect(result.reports.flatMap(({ issues }) => issues)).toEqual([]);
  });

  it('is read in a font that the file does not hold, its codes those of GBK', async () => {
    const result = await readDocument(reportPdf(report, gbkPen()), 'without-name');
    expect(result.reports).toMatchObject([{ unit, year, form: layout, cells }]);
    expect(result.issues).toEqual([]);
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
