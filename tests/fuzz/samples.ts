import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { z } from 'zod';
import type { Random } from '../../data/generator/random.ts';
import { documentOf } from '../../data/generator/files.ts';
import type { Format } from '../../src/lib/documents/block.ts';
import { damaged } from './bytes.ts';
import { exactly, type Truth } from './judge.ts';
import { asPaper, reportPaper } from './report-paper.ts';
import { cityReports, knownOf } from './tell.ts';
import { WRITERS } from './write/writers.ts';

interface Sample {
  readonly bytes: Uint8Array;
  readonly truth: Truth;
}

/** Documents that other programs wrote, or that hold what they hide. */
const FILES: Readonly<Record<Format, readonly string[]>> = {
  txt: [],
  html: [],
  docx: [],
  mht: [],
  doc: ['doc-report/report.doc', 'doc-marks/report.doc'],
  rtf: ['rtf-report/report.rtf', 'rtf-marks/report.rtf'],
  odt: ['odt-report/report.odt'],
  pdf: ['pdf-libreoffice/report.pdf', 'pdf-chromium-large/report.pdf'],
  xlsx: ['xlsx-report/report.xlsx'],
  xls: ['xls-report/report.xls', 'xls-workbook/report.xls']
};
const expectedSchema = z.object({ cells: z.record(z.string(), z.number().nullable()) });
/** Formats whose parts carry a checksum: a change of theirs is found, or changed nothing that counts. */
const CHECKED: ReadonlySet<Format> = new Set(['docx', 'odt', 'xlsx']);

function fileSample(file: string): Sample {
  const at = path.join('tests/fixtures/documents', file);
  const bytes = new Uint8Array(readFileSync(at));
  const expected = expectedSchema.safeParse(
    JSON.parse(readFileSync(path.join(path.dirname(at), 'expected.json'), 'utf8'))
  );
  return { bytes, truth: exactly(new Map(expected.success ? Object.entries(expected.data.cells) : [])) };
}

const samples = new Map<Format, readonly Sample[]>();

/** A few whole documents of a format: from files, as the demo city's generator writes them, and by the own writers. */
function samplesOf(format: Format): readonly Sample[] {
  const known = samples.get(format);
  if (known) return known;
  const city = cityReports();
  const generated = city.filter(({ style }) => style.format === format).slice(0, 8);
  const written = city.filter((_, index) => index % 97 === 5);
  const found = [
    ...FILES[format].map(fileSample),
    ...generated.map((report) => ({ bytes: documentOf(report), truth: exactly(knownOf(report).truth) })),
    ...written.map((report, variant) => {
      const { told, truth } = knownOf(report);
      return { bytes: WRITERS[format](asPaper(reportPaper(told)), variant), truth: exactly(truth) };
    })
  ];
  samples.set(format, found);
  return found;
}

/** Damage inside one part of an archive that is packed again, so that its checksum fits. */
function damagedInside(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = unzipSync(bytes);
  const name = random.pick(Object.keys(parts));
  parts[name] = new Uint8Array(damaged(parts[name] ?? new Uint8Array(), random));
  return zipSync(parts, { level: 1 });
}

/** A damaged document, and what its cells may say; without truth where the damage may have changed the document's words. */
export function damagedSample(format: Format, random: Random): { bytes: Uint8Array; truth: Truth | null } {
  const { bytes, truth } = random.pick(samplesOf(format));
  if (!CHECKED.has(format)) return { bytes: damaged(bytes, random), truth: null };
  if (random.chance(0.4)) return { bytes: damagedInside(bytes, random), truth: null };
  return { bytes: damaged(bytes, random), truth };
}
