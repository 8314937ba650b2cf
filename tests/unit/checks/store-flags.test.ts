import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkReports } from '../../../src/lib/checks/check-reports.ts';
import { recheck, storeFlags } from '../../../src/lib/checks/store-flags.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { load, removeReports, type LoadedReport } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import { createViews } from '../../../src/lib/database/views.ts';
import { writeDataset } from '../../../src/lib/database/write-dataset.ts';
import { loadedReport, sampleReport, UNITS } from '../database/sample-reports.ts';

/** Two more carried out, as one company's request and another's. */
const carriedOut = { 't3.new.company': 2, 't3.new.total': 2, 't3.carried-out.company': 2, 't3.carried-out.total': 2 };

let folder: string;
let page: Database;

/** The published dataset holds a break of 2022 against 2021, and a blank of another unit. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-'));
  const file = join(folder, 'reports.duckdb');
  const published = await openNative();
  await createTables(published);
  const reports = [
    loadedReport('A01', 2021, sampleReport('2021', carriedOut)),
    loadedReport('A01', 2022, sampleReport('2021')),
    loadedReport('A02', 2022, sampleReport('2021', { 't2.fees.amount': null }))
  ];
  await load(published, { units: UNITS, documents: [], reports });
  await storeFlags(published, await checkReports(published));
  await writeDataset(published, file);
  await published.close();
  page = await openNative();
  await page.query(`ATTACH '${file}' AS published (READ_ONLY)`);
  await createViews(page, true);
});
afterAll(async () => {
  await page.close();
  await rm(folder, { recursive: true });
});

async function flagged(): Promise<string[]> {
  const rows = await page.query('SELECT unit, year, rule, kind FROM flag ORDER BY unit, year, rule');
  return rows.map(({ unit, year, rule, kind }) => `${unit} ${year} ${rule} (${kind})`);
}

const importOne = (report: LoadedReport) => load(page, { units: [], documents: [], reports: [report] }, 'imported');

const BROKEN = ['A01 2022 carry-over.company (carry-over)', 'A01 2022 carry-over.total (carry-over)'];
const BLANK = 'A02 2022 value.blank (value.blank)';

it('an imported report settles the published flags of its own year and of the year after', async () => {
  expect(await flagged()).toEqual([...BROKEN, BLANK]);

  await importOne(loadedReport('A01', 2021, sampleReport('2021')));
  await recheck(page);
  expect(await flagged()).toEqual([BLANK]);

  await removeReports(page, [{ unit: 'A01', year: 2021 }], 'imported');
  await recheck(page);
  expect(await flagged()).toEqual([...BROKEN, BLANK]);
});

it('and raises its own', async () => {
  await importOne(loadedReport('A02', 2022, sampleReport('2021', { 't3.new.total': 1 })));
  await recheck(page);
  expect(await flagged()).toEqual([
    ...BROKEN,
    'A02 2022 t3.balance.total (t3.balance)',
    'A02 2022 t3.row-sum.new (t3.row-sum)'
  ]);
  expect(await page.query(`SELECT cells, "values" FROM flag WHERE rule = 't3.balance.total'`)).toEqual([
    {
      cells: ['t3.new.total', 't3.carried-in.total', 't3.handled.total', 't3.carried-out.total'],
      values: '{"left":1,"right":0}'
    }
  ]);
});
