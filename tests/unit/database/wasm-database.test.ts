import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/lib/database/database.ts';
import { load } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables, TABLE_NAMES } from '../../../src/lib/database/schema.ts';
import { createViews } from '../../../src/lib/database/views.ts';
import type { WasmDatabase } from '../../../src/lib/database/wasm-database.ts';
import { writeDataset } from '../../../src/lib/database/write-dataset.ts';
import { loadedReport, sampleReport, UNITS } from './sample-reports.ts';
import { openWasm } from './wasm-engine.ts';

let folder: string;
let native: Database;
let browser: WasmDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nianbao-'));
  native = await openNative();
  await createTables(native);
  await load(native, {
    units: UNITS,
    documents: [{ id: 'A01/2021', file: '甲.docx', format: 'docx', status: 'read', issues: [] }],
    reports: [
      loadedReport('A01', 2020, sampleReport('2019', { 't2.procurement.amount': 1234.56 })),
      loadedReport('A01', 2021, sampleReport('2021', { 't3.new.total': 5, 't3.new.person': null })),
      loadedReport('A02', 2021, sampleReport('2021-closed-once', { 't3.new.total': 7 }))
    ]
  });
  await native.insert('flag', [flag('A01', 2021), flag('A01', 2022), flag('A02', 2021)]);
  await writeDataset(native, join(folder, "city's.duckdb"));
  browser = await openWasm();
  await browser.attachDataset(await readFile(join(folder, "city's.duckdb")));
  await createViews(browser, true);
});
afterAll(async () => {
  await native.close();
  await browser.close();
  await rm(folder, { recursive: true });
});

function flag(unit: string, year: number, rule = 'value.blank') {
  return {
    ...{ rule, kind: rule, severity: 'warning', verdict: 'violated', unit, year },
    ...{ cells: ['t3.new.person'], expected: null, actual: null, difference: null, values: '{"count":1}' }
  };
}

describe('the browser engine', () => {
  it('reads the published file as the native engine does', async () => {
    for (const table of TABLE_NAMES) {
      const all = `SELECT * FROM ${table} ORDER BY ALL`;
      expect(await browser.query(all), table).toEqual(await native.query(all));
    }
    expect(await browser.query('SELECT sum("t3.new.total") AS total, count(*) AS reports FROM report')).toEqual([
      { total: 12, reports: 3 }
    ]);
  });

  it('hands over long answers of every kind as the native engine does', async () => {
    // More rows than a chunk holds; characters of one to four bytes, and none.
    const ask = `SELECT i::INTEGER AS number, i / 4 AS part, i % 2 = 0 AS even, i::BIGINT AS large,
      CASE WHEN i % 7 > 0 THEN [NULL, '', 'a', 'ä', '年报', '𠮷😀'][1 + i % 6] END AS text,
      CASE WHEN i % 5 > 0 THEN [i::DOUBLE, NULL, i / 3][1:(i % 4)] END AS figures,
      CASE WHEN i % 3 > 0 THEN ['年', NULL, i::VARCHAR][1:(i % 4)] END AS words
      FROM range(5000) AS t(i) ORDER BY i`;
    const rows = await browser.query(ask);
    expect(rows).toEqual(await native.query(ask));
    expect(rows[2021]).toMatchObject({ number: 2021, even: false, text: '𠮷😀', figures: [2021], words: ['年'] });
  });

  it('binds parameters and shows the statement that failed', async () => {
    const ask = 'SELECT unit FROM report WHERE year = ? AND (? IS NULL OR unit = ?) ORDER BY unit LIMIT ?';
    for (const database of [native, browser]) {
      expect(await database.query(ask, [2021, null, null, 5])).toEqual([{ unit: 'A01' }, { unit: 'A02' }]);
      expect(await database.query(ask, [2021, 'A02', 'A02', 5])).toEqual([{ unit: 'A02' }]);
    }
    await expect(browser.query('SELECT nonsense')).rejects.toMatchObject({
      name: 'QueryError',
      sql: 'SELECT nonsense'
    });
  });

  it('puts imported reports beside the published ones, and in their place', async () => {
    const corrected = sampleReport('2021', { 't3.new.total': 6, 't2.fees.amount': 96171.6, 't3.new.legal': null });
    const text = 'a\u0000"\\\n\ud800你';
    corrected.sections.push({ key: 'other', title: text, text });
    await load(
      browser,
      {
        units: [{ code: '新镇', name: '新镇', district: '未知', kind: '镇', order: 9, formerNames: ['旧镇', '老镇'] }],
        documents: [{ id: 'import:1', file: '乙.doc', format: 'doc', status: 'read', issues: [] }],
        reports: [
          { ...loadedReport('A01', 2021, corrected), document: 'import:1' },
          loadedReport('新镇', 2023, sampleReport('2021', { 't3.new.total': 1 }))
        ]
      },
      'imported'
    );
    await browser.insert('imported.flag', [flag('A01', 2021, 'value.dash')]);
    expect(
      await browser.query(
        'SELECT unit, year, document, "t3.new.total" AS n, "t2.fees.amount" AS f FROM report ORDER BY ALL'
      )
    ).toEqual([
      { unit: 'A01', year: 2020, document: 'A01/2020', n: 0, f: null },
      { unit: 'A01', year: 2021, document: 'import:1', n: 6, f: 96171.6 },
      { unit: 'A02', year: 2021, document: 'A02/2021', n: 7, f: 0 },
      { unit: '新镇', year: 2023, document: '新镇/2023', n: 1, f: 0 }
    ]);
    expect(await browser.query('SELECT cell FROM cell_note')).toEqual([{ cell: 't3.new.legal' }]);
    expect(await browser.query('SELECT title FROM section')).toEqual([{ title: text.replace('\ud800', '\ufffd') }]);
    expect(await browser.query('SELECT former_names FROM unit WHERE code = ?', ['新镇'])).toEqual([
      { former_names: ['旧镇', '老镇'] }
    ]);
    // The year after an imported report is judged anew as well: its published flag no longer stands.
    expect(await browser.query('SELECT unit, year, rule, cells FROM flag ORDER BY ALL')).toEqual([
      { unit: 'A01', year: 2021, rule: 'value.dash', cells: ['t3.new.person'] },
      { unit: 'A02', year: 2021, rule: 'value.blank', cells: ['t3.new.person'] }
    ]);
    await expect(
      load(browser, { units: [], documents: [], reports: [loadedReport('A01', 2021, corrected)] }, 'imported')
    ).rejects.toMatchObject({ name: 'DuplicateReportError' });
  });

  it('takes every figure in an import as it is, however large, below 0 too', async () => {
    const alone = await openWasm();
    await createViews(alone, false);
    const figures = [
      0,
      -1,
      0.5,
      -(2 ** 31),
      -(2 ** 31) - 1,
      2 ** 32,
      1e12,
      -1e12,
      -1e12 - 0.5,
      1e14,
      -1e14,
      1e21,
      -1.7e308
    ];
    const row = (figure: number | null, index: number) => ({ ...flag(`U${index}`, 2021), difference: figure });
    await alone.insert('imported.flag', [null, ...figures].map(row));
    // In every company: the engine takes a column's type from the figures that come together.
    const pairs = figures.flatMap((one) => figures.map((other) => [one, other]));
    for (const [index, pair] of pairs.entries()) {
      await alone.insert(
        'imported.flag',
        pair.map((figure) => row(figure, 100 + index))
      );
    }
    const kept = await alone.query('SELECT difference FROM imported.flag ORDER BY length(unit), unit');
    const sorted = (all: readonly unknown[]): unknown[] => all.map(String).sort();
    expect(kept.slice(0, figures.length + 1).map(({ difference }) => difference)).toEqual([null, ...figures]);
    expect(sorted(kept.map(({ difference }) => difference))).toEqual(sorted([null, ...figures, ...pairs.flat()]));
    await alone.close();
  });

  it('works without a dataset', async () => {
    const alone = await openWasm();
    await createViews(alone, false);
    await load(
      alone,
      { units: UNITS, documents: [], reports: [loadedReport('A01', 2021, sampleReport('2021'))] },
      'imported'
    );
    expect(await alone.query('SELECT count(*) AS reports FROM report JOIN unit ON unit.code = report.unit')).toEqual([
      { reports: 1 }
    ]);
    await alone.close();
  });
});
