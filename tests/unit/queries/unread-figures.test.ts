import { afterAll, beforeAll, expect, it } from 'vitest';
import { runQuery, type Database } from '../../../src/lib/database/database.ts';
import { load } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import { figureOf, type Figure } from '../../../src/lib/measures/figure.ts';
import { measureOf } from '../../../src/lib/measures/measures.ts';
import { getReports } from '../../../src/lib/queries/get-reports.ts';
import { listFigures } from '../../../src/lib/queries/list-figures.ts';
import { rankUnits } from '../../../src/lib/queries/rank-units.ts';
import { loadedReport, sampleReport, UNITS } from '../database/sample-reports.ts';

let database: Database;

beforeAll(async () => {
  database = await openNative();
  await createTables(database);
  const total = 't3.new.total';
  await load(database, {
    units: UNITS,
    documents: [],
    reports: [
      loadedReport('A01', 2021, sampleReport('2021', { [total]: null }, [{ cell: total, kind: 'blank', raw: '' }])),
      loadedReport('A01', 2022, sampleReport('2021', { [total]: 7, 't3.new.person': undefined })),
      loadedReport('A02', 2021, sampleReport('2021', { [total]: undefined })),
      loadedReport(
        'A02',
        2022,
        sampleReport('2021', { [total]: undefined }, [{ cell: total, kind: 'unreadable', raw: '7或8' }])
      )
    ]
  });
});
afterAll(() => database.close());

const measure = measureOf('new');

it('keeps a blank apart from a cell that was not found or could not be read', async () => {
  const rows = await runQuery(database, listFigures, { measure: 'new' });
  const figures = rows.map((row): [string, Figure] => [`${row.unit} ${row.year}`, figureOf(row, measure, row.year)]);
  expect(Object.fromEntries(figures)).toEqual({
    'A01 2021': { state: 'blank' },
    'A01 2022': { state: 'value', value: 7 },
    'A02 2021': { state: 'unread' },
    'A02 2022': { state: 'unread' }
  });
});

it('says of a rate that one of its cells was not read', async () => {
  const rows = await runQuery(database, listFigures, { measure: 'disclosure-rate' });
  expect(rows.map(({ unread }) => unread)).toEqual([false, false, false, false]);
  const shares = await runQuery(database, listFigures, { measure: 'completion-rate' });
  expect(shares.map(({ unit, year, unread }) => [unit, year, unread])).toEqual([
    ['A01', 2021, false],
    ['A01', 2022, false],
    ['A02', 2021, true],
    ['A02', 2022, true]
  ]);
});

it('leaves such units unranked, each with its reason this year and last', async () => {
  const rows = await runQuery(database, rankUnits, {
    year: 2022,
    district: null,
    kind: null,
    measure: 'new',
    ascending: false,
    minimum: 0
  });
  expect(rows.map(({ unit, place, unread, before_unread }) => [unit, place, unread, before_unread])).toEqual([
    ['A01', 1, false, false],
    ['A02', null, true, true],
    ['B01', null, false, false]
  ]);
});

it('names the cells of a report that were not read', async () => {
  const reports = await runQuery(database, getReports, { unit: 'A01', year: null });
  expect(reports.map(({ year, unread }) => [year, unread])).toEqual([
    [2021, []],
    [2022, ['t3.new.person']]
  ]);
});
