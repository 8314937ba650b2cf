import { afterAll, beforeAll, expect, it } from 'vitest';
import { runQuery, type Database } from '../../../src/lib/database/database.ts';
import { load } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import { askTotals } from '../../../src/lib/queries/totals.ts';
import type { Ask } from '../../../src/lib/queries/ask.ts';
import { districtTotals } from '../../../src/lib/review/district-totals.ts';
import { loadedReport, sampleReport, UNITS } from '../database/sample-reports.ts';
import { marksOf } from '../review/flags.ts';

const NEW = 't3.new.total';
const FEES = 't2.fees.amount';
let database: Database;

beforeAll(async () => {
  database = await openNative();
  await createTables(database);
  await load(database, {
    units: UNITS,
    documents: [],
    reports: [
      loadedReport('A01', 2021, sampleReport('2021', { [NEW]: 3, 't3.new.person': 3, [FEES]: 0.1 })),
      loadedReport(
        'A02',
        2021,
        sampleReport('2021-closed-once', { [NEW]: null, [FEES]: 0.2, 't3.closed.total': 4 }, [
          { cell: NEW, kind: 'blank', raw: '' }
        ])
      ),
      loadedReport('B01', 2022, sampleReport('2021', { [NEW]: 50 }))
    ]
  });
});
afterAll(() => database.close());

const ask: Ask = (query, parameters) => runQuery(database, query, parameters);

async function totalsOf(year: number, district: string | null) {
  return districtTotals(await askTotals(ask, { year, district, cell: null }), year, marksOf({}));
}

it('adds up each cell and says how many reports are in it: a blank is not a zero', async () => {
  const totals = await totalsOf(2021, null);
  expect(totals.values[NEW]).toBe(3);
  expect([totals.counted(NEW), totals.reports, totals.due]).toEqual([1, 2, 3]);
  // 0.1 + 0.2 as a person adds them.
  expect(totals.values[FEES]).toBe(0.3);
  expect(totals.counted(FEES)).toBe(2);
  expect(totals.missing).toEqual(['B01']);
  expect(totals.unfilled).toEqual([{ unit: 'A02', cells: 1 }]);
});

it('keeps a row that the form does not have beside it, and tells which sums break for it', async () => {
  const totals = await totalsOf(2021, null);
  expect(totals.beside).toEqual([{ cell: 't3.closed.total', counted: 1, total: 4 }]);
  expect(totals.counted('t3.closed-other.total')).toBe(1);
  expect(totals.broken.map(({ identity, value }) => [identity.id, value])).toEqual([
    ['t3.balance.person', 3],
    ['t3.balance.total', 3]
  ]);
});

it('asks of one district and one year alone', async () => {
  const totals = await totalsOf(2022, '东湖区');
  expect([totals.reports, totals.due, totals.values[NEW]]).toEqual([0, 2, null]);
  expect((await totalsOf(2022, '西岭区')).values[NEW]).toBe(50);
});

it('says of a cell what each report has in it, or why it has nothing', async () => {
  const figures = async (cell: string) => (await askTotals(ask, { year: 2021, district: null, cell })).figures;
  expect(await figures(NEW)).toEqual([
    { unit: 'A01', form: '2021', value: 3, note: null },
    { unit: 'A02', form: '2021', value: null, note: 'blank' }
  ]);
  expect(await figures('t3.closed-other.total')).toContainEqual({ unit: 'A02', form: '2021', value: null, note: null });
});

it('counts the open errors by the cell that each names', () => {
  const error = { rule: 't3.row-sum.new', unit: 'A01', year: 2021, cells: ['t3.new.person', NEW] };
  const parts = {
    grid: [{ unit: 'A01', year: 2021, submitted: true, errors: 1, doubts: 0 }],
    cells: [],
    unfilled: [],
    errors: [error, { ...error, year: 2022 }, { ...error, unit: 'A02' }]
  };
  const totals = districtTotals(parts, 2021, marksOf({}));
  expect(totals.errorsAt(NEW)).toEqual([error]);
  expect(totals.errorsAt('t3.new.person')).toEqual([error]);
  expect(totals.errorsAt('t3.granted.person')).toEqual([]);
  expect(totals.faulty).toEqual([{ unit: 'A01', errors: 1 }]);
  expect(districtTotals(parts, 2021, marksOf({ 't3.row-sum.new': 'dismissed' })).faulty).toEqual([]);
});
