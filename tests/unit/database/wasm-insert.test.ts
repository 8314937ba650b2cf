import { expect, it } from 'vitest';
import type { Database, Row } from '../../../src/lib/database/database.ts';
import { load, type LoadedReport } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import { cellsOfLayout, LAYOUTS } from '../../../src/lib/form/form.ts';
import { loadedReport, sampleReport, UNITS } from './sample-reports.ts';
import { openWasm } from './wasm-engine.ts';

/** Reports in which no two cells hold the same figure. */
const reports: LoadedReport[] = LAYOUTS.map((layout, index) => {
  const cells = cellsOfLayout(layout).map(({ id }, at): [string, number] => [id, 1000 * index + at + 1]);
  return loadedReport('A01', 2020 + index, sampleReport(layout, Object.fromEntries(cells)));
});

async function loaded(database: Database): Promise<Row[]> {
  await createTables(database);
  await load(database, { units: UNITS, documents: [], reports });
  const rows = await database.query('SELECT * FROM report ORDER BY year');
  await database.close();
  return rows;
}

it('every cell of a report reaches the table of the browser as it was read', async () => {
  const rows = await loaded(await openWasm());
  expect(rows).toEqual(await loaded(await openNative()));
  for (const [index, { report }] of reports.entries()) expect(rows[index]).toMatchObject(report.cells);
});
