import { FORMATS, type Format } from '../../src/lib/documents/block.ts';
import { asPaper, reportPaper } from '../fuzz/report-paper.ts';
import { cityReports, knownOf } from '../fuzz/tell.ts';
import { WRITERS } from '../fuzz/write/writers.ts';

export interface CityFile {
  readonly name: string;
  readonly format: Format;
  readonly bytes: Uint8Array;
}

/** Whose reports are published in the benches, so that all others are new. */
export const PUBLISHED = 'data/demo/东湖区/书台街道';

/** The demo city's reports, no unit and year twice, written in all ten formats in turn. */
export function cityFiles(count: number): CityFile[] {
  return cityReports()
    .filter(({ unit }) => !PUBLISHED.endsWith(unit.name))
    .slice(0, count)
    .map((report, index) => {
      const format = FORMATS[index % FORMATS.length] ?? 'txt';
      const bytes = WRITERS[format](asPaper(reportPaper(knownOf(report).told)), Math.floor(index / FORMATS.length));
      return { name: `${report.unit.district}-${report.unit.name}-${report.year}.${format}`, format, bytes };
    });
}

export function byFormat(files: readonly CityFile[]): Map<Format, CityFile[]> {
  return new Map(FORMATS.map((format) => [format, files.filter((file) => file.format === format)]));
}

/** The middle of some figures. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
