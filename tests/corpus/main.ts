/**
 * What became of every cell of the project's own corpus, as Markdown tables: by format, and by what was done to a
 * report (each change of the fuzz alone, over all formats). `npm run corpus`; the result stands in docs/reading.md.
 */
import { Random } from '../../data/generator/random.ts';
import { FORMATS } from '../../src/lib/documents/block.ts';
import { readDocument } from '../../src/lib/recognition/read-document.ts';
import type { DocumentResult } from '../../src/lib/report/report.ts';
import { CHANGES } from '../fuzz/changes/changes.ts';
import { exactly, type Truth } from '../fuzz/judge.ts';
import { makeChanged } from '../fuzz/run.ts';
import { useCharacterMaps } from '../unit/documents/build-pdf.ts';
import { corpus } from './documents.ts';
import { addTo, emptyTally, head, row, type Tally } from './tally.ts';

const REPORTS_A_CHANGE = 3;

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const codesOf = ({ issues, reports }: DocumentResult): string =>
  [...new Set([...issues, ...reports.flatMap((report) => report.issues)].map(({ code }) => code))].join(', ');

async function byFormat(): Promise<void> {
  const tallies = new Map<string, Tally>();
  const defeated: string[] = [];
  for (const { name, origin, bytes, reports } of corpus()) {
    const result = await readDocument(bytes, 'without-name');
    const format = result.format ?? 'refused';
    const truths: Truth[] = reports.map(exactly);
    for (const key of [`.${format}, ${origin === 'other' ? 'another program or hand' : origin}`, 'all']) {
      const tally = tallies.get(key) ?? emptyTally();
      tallies.set(key, tally);
      const lost = addTo(tally, result, truths);
      if (key === 'all' && lost > 0) defeated.push(`- ${name}: ${lost} cells not read (${codesOf(result)})`);
    }
  }
  print(head('format'));
  const all = tallies.get('all') ?? emptyTally();
  tallies.delete('all');
  for (const [key, tally] of [...tallies].sort()) print(row(key, tally));
  print(row('all', all));
  print('\nDocuments of the corpus that are not read whole:\n');
  for (const line of defeated) print(line);
}

async function byChange(): Promise<void> {
  print(`\n${head('what was done to the report')}`);
  for (const name of Object.keys(CHANGES)) {
    const tally = emptyTally();
    for (const format of FORMATS) {
      for (let seed = 0; seed < REPORTS_A_CHANGE; seed += 1) {
        const made = makeChanged(format, new Random('corpus', name, format, seed), [name]);
        if (made.changes.length === 0 || !made.truth) continue;
        addTo(tally, await readDocument(made.bytes, 'without-name'), [made.truth]);
      }
    }
    print(row(name, tally));
  }
}

useCharacterMaps();
await byFormat();
await byChange();
