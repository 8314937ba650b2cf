import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { documentOf, pathOf } from '../../data/generator/files.ts';
import { FORMATS } from '../../src/lib/documents/block.ts';
import type { CellId } from '../../src/lib/form/form.ts';
import { asPaper, reportPaper } from '../fuzz/report-paper.ts';
import { cityReports, knownOf } from '../fuzz/tell.ts';
import { WRITERS } from '../fuzz/write/writers.ts';

export interface CorpusDocument {
  readonly name: string;
  /** What wrote it: `generator` the demo city's, `writer` the tests' own, `other` another program or a hand. */
  readonly origin: 'generator' | 'writer' | 'other';
  readonly bytes: Uint8Array;
  /** What its reports hold, in their order. */
  readonly reports: readonly ReadonlyMap<CellId, number | null>[];
}

const FIXTURES = 'tests/fixtures/documents';
const cellsSchema = z.object({ cells: z.record(z.string(), z.number().nullable()) });
const expectedSchema = z.union([
  cellsSchema.transform((one) => [one]),
  z.object({ reports: z.array(cellsSchema) }).transform(({ reports }) => reports)
]);

/** The fixtures that say what cells they hold. */
function fixtures(): CorpusDocument[] {
  return readdirSync(FIXTURES).flatMap((folder) => {
    const files = readdirSync(path.join(FIXTURES, folder));
    const expected = ['expected.json', 'expected-reports.json']
      .map((name) => path.join(FIXTURES, folder, name))
      .find(existsSync);
    const parsed = expectedSchema.safeParse(expected && JSON.parse(readFileSync(expected, 'utf8')));
    if (!parsed.success || parsed.data.length === 0) return [];
    const reports = parsed.data.map(({ cells }) => new Map(Object.entries(cells)));
    return files
      .filter((name) => !name.endsWith('.json'))
      .map((name): CorpusDocument => {
        const bytes = new Uint8Array(readFileSync(path.join(FIXTURES, folder, name)));
        return { name: `${folder}/${name}`, origin: 'other', bytes, reports };
      });
  });
}

/** The demo city's documents as they are published, and a tenth of its reports in each format. */
function city(): CorpusDocument[] {
  const reports = cityReports();
  return [
    ...reports.map((report): CorpusDocument => ({
      name: pathOf(report),
      origin: 'generator',
      bytes: documentOf(report),
      reports: [knownOf(report).truth]
    })),
    ...FORMATS.flatMap((format, at) =>
      reports
        .filter((_, index) => index % FORMATS.length === at)
        .map((report, variant): CorpusDocument => {
          const { told, truth } = knownOf(report);
          const bytes = WRITERS[format](asPaper(reportPaper(told)), variant);
          return { name: `${report.unit.name} ${report.year}.${format}`, origin: 'writer', bytes, reports: [truth] };
        })
    )
  ];
}

export function corpus(): CorpusDocument[] {
  return [...fixtures(), ...city()];
}
