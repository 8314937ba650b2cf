/** `npm run bench -- copies/recheck`: how long a nation's rules take after an import in Chromium, and what is asked meanwhile waits. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { openNative } from '../../../src/lib/database/native.ts';
import { cellColumn, createTables } from '../../../src/lib/database/schema.ts';
import { writeDataset } from '../../../src/lib/database/write-dataset.ts';
import { cellsOfLayout } from '../../../src/lib/form/form.ts';
import { SECTION_KEYS } from '../../../src/lib/report/report.ts';
import { measureInPage } from '../browser.ts';
import { generateSections } from './generate-sections.ts';

const REPORTS = Number(process.env['REPORTS'] ?? 20_000);

const schema = z.object({ recheck: z.number(), longestWait: z.number(), answered: z.number(), alone: z.number() });

it(`judges an import beside ${REPORTS} reports`, { timeout: 1_200_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'nianbao-bench-'));
  const file = path.join(folder, 'reports.duckdb');
  try {
    const database = await openNative();
    await createTables(database);
    await generateSections(database, REPORTS, 'usual');
    // Nothing else is wrong with them: sections without a word in them, and zeros.
    const keys = SECTION_KEYS.filter((key) => !['other', 'overview', 'problems', 'other-matters'].includes(key));
    const zeros = cellsOfLayout('2021').map(({ id }) => `0 AS ${cellColumn(id)}`);
    await database.query(`CREATE TEMP TABLE written AS SELECT DISTINCT unit, year FROM section`);
    await database.query(`INSERT INTO section BY NAME
SELECT unit, year, 4 AS position, unnest([${keys.map((key) => `'${key}'`).join(', ')}]) AS key, '' AS title, '' AS text FROM written`);
    await database.query(`INSERT INTO report BY NAME
SELECT unit, year, '2021' AS form, '2021' AS layout, unit || year AS document, 'read' AS status, 0 AS issues, 0 AS faults, ${zeros.join(', ')}
FROM written`);
    await writeDataset(database, file);
    await database.close();
    // The page unpacks a file only where it is packed.
    const page = '/tests/bench/copies/recheck-in-page.ts';
    const times = schema.parse(await measureInPage(page, { 'data/reports.duckdb.gz': file }));
    const print = (name: string, milliseconds: number): void => {
      process.stdout.write(`${name}: ${milliseconds.toFixed(0)} ms\n`);
    };
    print('all rules after an import', times.recheck);
    print(`longest wait of ${times.answered} questions meanwhile`, times.longestWait);
    print('such a question by itself', times.alone);
    expect(times.answered).toBeGreaterThan(1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
