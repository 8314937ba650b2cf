import { afterAll, beforeAll, expect, it } from 'vitest';
import { runQuery, type Database } from '../../../src/lib/database/database.ts';
import { load } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import { askRepair } from '../../../src/lib/queries/repair.ts';
import { loadedReport, sampleReport, UNITS } from '../database/sample-reports.ts';

let database: Database;

beforeAll(async () => {
  database = await openNative();
  await createTables(database);
  const changes = {
    't3.new.person': null,
    't3.new.company': null,
    't3.new.legal': undefined,
    't3.new.other': undefined
  };
  const report = sampleReport('2021', changes, [
    { cell: 't3.new.company', kind: 'dash', raw: '—' },
    { cell: 't3.new.legal', kind: 'unreadable', raw: '7或8' }
  ]);
  const claims = [
    { claim: 'new', value: 7, raw: '7件', sentence: '新收7件。', start: 2 },
    { claim: 'year-title', value: 2022, raw: '2022', sentence: '2022年度报告' }
  ];
  await load(database, {
    units: UNITS,
    documents: [],
    reports: [
      loadedReport('A01', 2022, { ...report, claims }),
      loadedReport('A01', 2023, sampleReport('2021')),
      loadedReport('A02', 2022, sampleReport('2019'))
    ]
  });
});
afterAll(() => database.close());

it('gives each report with why its cells hold no number, and with the figures of its text', async () => {
  const { reports, searched, absent } = await askRepair(
    (query, parameters) => runQuery(database, query, parameters),
    ['A01']
  );
  expect(reports.map(({ unit, year }) => [unit, year])).toEqual([
    ['A01', 2022],
    ['A01', 2023]
  ]);
  expect(searched[0]?.absent).toEqual({
    't3.new.company': 'dash',
    't3.new.legal': 'unreadable',
    't3.new.other': 'missing'
  });
  expect(absent.map(({ cell, raw }) => [cell, raw])).toEqual([
    ['t3.new.company', '—'],
    ['t3.new.legal', '7或8'],
    ['t3.new.other', '']
  ]);
  expect(searched[0]?.stated).toMatchObject([{ claim: 'new', value: 7, raw: '7件', sentence: '新收7件。', start: 2 }]);
  expect(searched[1]).toMatchObject({ year: 2023, absent: {}, stated: [] });
});
