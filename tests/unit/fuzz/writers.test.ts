import { describe, expect, it } from 'vitest';
import { at } from '../../../data/generator/random.ts';
import { FORMATS } from '../../../src/lib/documents/block.ts';
import { readDocument } from '../../../src/lib/recognition/read-document.ts';
import { asPaper, reportPaper } from '../../fuzz/report-paper.ts';
import { cityReports, knownOf } from '../../fuzz/tell.ts';
import { WRITERS } from '../../fuzz/write/writers.ts';
import { useCharacterMaps } from '../documents/build-pdf.ts';

useCharacterMaps();

/** One report of each layout, in all ways a format has to write it. */
const LAYOUTS = ['2019', '2021', '2021-closed-once'] as const;
const VARIANTS = 4;

// What the fuzz changes must be whole before: otherwise it would prove nothing.
describe.each(FORMATS)('a report written as %s', (format) => {
  it.each(LAYOUTS)('on the %s form is read whole', async (layout) => {
    const report = at(
      cityReports().filter((each) => each.layout === layout),
      0
    );
    const { told, truth } = knownOf(report);
    for (let variant = 0; variant < VARIANTS; variant += 1) {
      const result = await readDocument(WRITERS[format](asPaper(reportPaper(told)), variant), 'without-name');
      expect(result.format).toBe(format);
      const [read, ...more] = result.reports;
      expect(more).toEqual([]);
      expect(read).toMatchObject({ year: report.year, cells: Object.fromEntries(truth) });
      expect(report.title).toContain(read?.unit);
      // Lines of text may be doubted although every figure is right.
      const codes = new Set(result.reports.flatMap(({ issues }) => issues.map(({ code }) => code)));
      codes.delete('row.layout-unsure');
      expect([...codes]).toEqual(layout === '2021-closed-once' ? ['row.closed-once'] : []);
    }
  });
});
