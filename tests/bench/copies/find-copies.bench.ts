/** `npm run bench -- copies`: how much of a processor's time the rules on copied sections take. The table goes into src/lib/checks/copies/README.md. */
import { expect, it } from 'vitest';
import { flagCopies, readOffices } from '../../../src/lib/checks/copies/copy-flags.ts';
import { narrativeOf } from '../../../src/lib/checks/narrative.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import { generateSections, type Likeness } from './generate-sections.ts';

const REPORTS = (process.env['REPORTS'] ?? '2000,20000').split(',').map(Number);
const LIKENESSES: readonly Likeness[] = ['usual', 'template', 'same'];

it('finds copied sections', { timeout: 3_600_000 }, async () => {
  const lines = [
    '| texts | reports | sections | seconds | microseconds a section | flags |',
    '| --- | --- | --- | --- | --- | --- |'
  ];
  for (const likeness of LIKENESSES) {
    for (const reports of REPORTS) {
      const database = await openNative();
      await createTables(database);
      await generateSections(database, reports, likeness);
      const begin = process.cpuUsage();
      const flags = await flagCopies(narrativeOf(database, false), () => readOffices(database));
      const { user, system } = process.cpuUsage(begin);
      const seconds = (user + system) / 1e6;
      expect(flags.length).toBeGreaterThan(reports / 20);
      const each = (1e6 * seconds) / (3 * reports);
      lines.push(
        `| ${likeness} | ${reports} | ${3 * reports} | ${seconds.toFixed(1)} | ${each.toFixed(0)} | ${flags.length} |`
      );
      process.stdout.write(`${lines.at(-1)}\n`);
      await database.close();
    }
  }
  process.stdout.write(`${lines.join('\n')}\n`);
});
