import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/lib/recognition/read-document.ts';

/** Reports of the demo city as another program saved them; `expected.json` is what their originals (.docx) hold. */
describe.each(['doc', 'odt', 'rtf', 'xls', 'xlsx'])('a report as .%s', (format) => {
  const folder = new URL(`../../fixtures/documents/${format}-report/`, import.meta.url);

  it('gives every figure, the unit, the year and the form', async () => {
    const bytes = new Uint8Array(readFileSync(new URL(`report.${format}`, folder)));
    const result = await readDocument(bytes, 'without-name');
    expect(result.format).toBe(format);
    expect(result.reports.map(({ unit, year, form, cells }) => ({ unit, year, form, cells }))).toEqual([
      JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'))
    ]);
  });
});
