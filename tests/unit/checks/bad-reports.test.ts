import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkReports } from '../../../src/lib/checks/check-reports.ts';
import type { Flag } from '../../../src/lib/checks/rule.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { load } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import { cellsOfLayout, FORMS } from '../../../src/lib/form/form.ts';
import { flagMessage } from '../../../src/lib/words/flag-message.ts';
import { loadedReport, sampleReport, UNITS, type CellChanges } from '../database/sample-reports.ts';

let database: Database;
beforeEach(async () => {
  database = await openNative();
  await createTables(database);
});
afterEach(() => database.close());

async function flagsOf(...reports: [unit: string, year: number, changes: CellChanges][]): Promise<Flag[]> {
  await load(database, {
    units: UNITS,
    documents: [],
    reports: reports.map(([unit, year, changes]) => loadedReport(unit, year, sampleReport('2021', changes)))
  });
  return checkReports(database);
}

const all = (value: number | null | undefined, table?: number): CellChanges =>
  Object.fromEntries(
    FORMS['2021'].cells.filter((cell) => table === undefined || cell.table === table).map(({ id }) => [id, value])
  );

it('no reports, no flags', async () => {
  expect(await flagsOf()).toEqual([]);
});

it('a report of zeros is a good report', async () => {
  expect(await flagsOf(['A01', 2022, all(0)], ['A01', 2023, all(0)])).toEqual([]);
});

it('a report of blanks is one flag that lists them in the form’s order, and is not judged', async () => {
  const flags = await flagsOf(['A01', 2022, all(null)], ['A01', 2023, all(null)]);
  expect(flags.map(({ rule, year }) => `${year} ${rule}`)).toEqual(['2022 value.blank', '2023 value.blank']);
  expect(flags[0]?.cells).toEqual(cellsOfLayout('2021').map((cell) => cell.id));
  expect(flags[0]?.values).toEqual({ count: 200, suggestion: 'blank-as-zero' });
});

it.each([2, 3, 4])('a report without table %i raises no flood', async (table) => {
  expect(await flagsOf(['A01', 2022, all(undefined, table)])).toMatchObject([
    { rule: 'form.table-missing', cells: [], values: { tables: String(table) } }
  ]);
});

it('between years a missing table or row is told once, by the total; some cells of a row by their columns', async () => {
  const without = all(undefined, 3);
  const row = Object.keys(without).filter((cell) => cell.startsWith('t3.carried-in.'));
  const missing = (cells: readonly string[]): CellChanges => Object.fromEntries(cells.map((cell) => [cell, undefined]));
  const flags = await flagsOf(
    ['A01', 2021, {}],
    ['A01', 2022, without],
    ['A01', 2023, {}],
    ['A02', 2021, {}],
    ['A02', 2022, missing(row.slice(0, 2))],
    ['B01', 2021, { 't3.carried-out.total': null }],
    ['B01', 2022, missing(row)]
  );
  const between = (of: string): string[] =>
    flags.flatMap(({ rule, unit, year }) => (unit === of && rule.startsWith('carry-over') ? [`${year} ${rule}`] : []));
  expect(between('A01')).toEqual(['2022 carry-over.total', '2023 carry-over.total']);
  expect(between('A02')).toEqual(['2022 carry-over.person', '2022 carry-over.company']);
  // The total's has no figure on either side and tells nothing: so the others do.
  expect(between('B01')).toHaveLength(6);
  expect(between('B01')).not.toContain('2022 carry-over.total');
});

it('of a cell that was not found a text does not ask whether it was left out', async () => {
  const claims = [{ claim: 'carried-out', value: 2, raw: '2件', sentence: '结转下年2件。', start: 4 }];
  const told = async (unit: string, value: null | undefined): Promise<Flag | undefined> => {
    const report = sampleReport('2021', { 't3.carried-out.total': value });
    await load(database, { units: [], documents: [], reports: [loadedReport(unit, 2022, { ...report, claims })] });
    return (await checkReports(database)).find((flag) => flag.unit === unit && flag.rule === 'text.carried-out');
  };
  await load(database, { units: UNITS, documents: [], reports: [] });
  expect((await told('A01', null))?.values).not.toHaveProperty('reason');
  const missing = await told('A02', undefined);
  expect(missing).toMatchObject({ verdict: 'not-checkable', values: { reason: 'unread' } });
  expect(missing && flagMessage(missing)).toContain('没有读出或没有找到');
});

it('a blank is not said to be 0 by one rule where another needs more in it', async () => {
  const row = Object.keys(all(null, 3)).filter((cell) => cell.startsWith('t3.new.'));
  // Blank but for a 0: by itself the row would hold with zeros, but the column was handled and must have come in.
  const blank = Object.fromEntries(row.slice(1).map((cell) => [cell, null]));
  const handled = { 't3.granted.total': 2, 't3.granted.other': 2, 't3.handled.total': 2, 't3.handled.other': 2 };
  const flags = await flagsOf(['A01', 2022, { ...blank, ...handled }], ['A02', 2022, blank]);
  const rowSum = (unit: string): Flag | undefined =>
    flags.find((flag) => flag.unit === unit && flag.rule === 't3.row-sum.new');
  expect(rowSum('A01')).toMatchObject({ severity: 'warning', verdict: 'not-checkable' });
  expect(rowSum('A01')?.values).not.toHaveProperty('suggestion');
  expect(rowSum('A02')).toMatchObject({ severity: 'info', values: { suggestion: 'blank-as-zero' } });
});

it('a report of nothing but 10^12 is judged exactly, by every rule that it breaks', async () => {
  const flags = await flagsOf(['A01', 2022, all(10 ** 12)], ['A01', 2023, all(10 ** 12)]);
  const row = flags.find(({ rule, year }) => rule === 't3.row-sum.new' && year === 2022);
  expect(row).toMatchObject({ verdict: 'violated', expected: 6e12, actual: 1e12, difference: -5e12 });
  const errors = flags.filter(({ severity, year }) => severity === 'error' && year === 2022);
  // 25 rows and 7 columns of table 3 and 3 blocks of table 4; what comes in and what goes out are alike.
  expect(errors.map(({ rule }) => rule.split('.').slice(0, 2).join('.'))).toEqual([
    ...Array.from({ length: 25 }, () => 't3.row-sum'),
    ...Array.from({ length: 7 }, () => 't3.handled-sum'),
    ...Array.from({ length: 3 }, () => 't4.sum')
  ]);
  expect(flags.filter(({ rule }) => rule.startsWith('carry-over'))).toEqual([]);
});

it('figures of 10^12 are reckoned with exactly', async () => {
  const huge = { 't4.review.upheld': 10 ** 12, 't4.review.total': 10 ** 12 + 1 };
  expect(await flagsOf(['A01', 2022, huge])).toMatchObject([
    { rule: 't4.sum.review', expected: 10 ** 12, actual: 10 ** 12 + 1, difference: 1 }
  ]);
});

it('figures whose sum is beyond all numbers are flagged and stop nothing', async () => {
  const largest = { 't4.review.upheld': 1.7e308, 't4.review.other': 1.7e308, 't3.carried-out.person': -1.7e308 };
  const flags = await flagsOf(['A01', 2022, largest], ['A02', 2022, { 't4.suit.total': 1 }]);
  expect(flags.filter((flag) => flag.unit === 'A01' && flag.rule === 'value.too-large')).toHaveLength(3);
  expect(flags.find((flag) => flag.rule === 't4.sum.review')).toMatchObject({
    expected: null,
    actual: 0,
    difference: null
  });
  expect(flags.filter((flag) => flag.unit === 'A02').map((flag) => flag.rule)).toEqual(['t4.sum.suit']);
});

it('decimals in counts leave no binary dust', async () => {
  const flags = await flagsOf([
    'A01',
    2022,
    { 't4.review.upheld': 0.1, 't4.review.other': 0.2, 't4.review.total': 0.3 }
  ]);
  expect(flags.map((flag) => flag.rule)).toEqual(['value.not-whole', 'value.not-whole', 'value.not-whole']);
});

it('flags come by the units’ order, year and rule', async () => {
  const wrong = { 't4.suit.total': 1, 't3.new.total': 1 };
  const flags = await flagsOf(['A02', 2021, wrong], ['A01', 2023, wrong], ['A01', 2021, wrong]);
  const rules = ['t3.row-sum.new', 't3.balance.total', 't4.sum.suit'];
  expect(flags.map(({ unit, year, rule }) => `${unit} ${year} ${rule}`)).toEqual(
    ['A01 2021', 'A01 2023', 'A02 2021'].flatMap((report) => rules.map((rule) => `${report} ${rule}`))
  );
});
