import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/lib/database/database.ts';
import { load, removeReports, type LoadedReport } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import { loadedReport, sampleReport, UNITS } from './sample-reports.ts';

let database: Database;
beforeEach(async () => {
  database = await openNative();
  await createTables(database);
});
afterEach(() => database.close());

const loading = (...reports: LoadedReport[]) => ({ units: UNITS, documents: [], reports });

describe('load', () => {
  it('keeps blank, dash, unreadable, missing and zero apart', async () => {
    const report = sampleReport(
      '2021',
      {
        't3.new.person': null,
        't3.new.company': null,
        't3.new.research': undefined,
        't3.new.charity': undefined,
        't3.new.total': 12
      },
      [
        { cell: 't3.new.company', kind: 'dash', raw: '—', place: { table: 2, row: 4, column: 5 } },
        { cell: 't3.new.research', kind: 'unreadable', raw: '1O' },
        { cell: 't3.new.total', kind: 'written', raw: '12件' }
      ]
    );
    await load(database, loading(loadedReport('A01', 2021, report)));
    const [row] = await database.query(`SELECT * FROM report`);
    expect(row).toMatchObject({
      unit: 'A01',
      year: 2021,
      form: '2021',
      layout: '2021',
      status: 'read',
      issues: 0,
      't3.new.person': null,
      't3.new.company': null,
      't3.new.legal': 0,
      't3.new.total': 12,
      't2.rules.made': null
    });
    expect(await database.query('SELECT cell, kind, raw, place FROM cell_note')).toEqual([
      { cell: 't3.new.person', kind: 'blank', raw: '', place: null },
      { cell: 't3.new.company', kind: 'dash', raw: '—', place: '{"table":2,"row":4,"column":5}' },
      { cell: 't3.new.research', kind: 'unreadable', raw: '1O', place: null },
      { cell: 't3.new.charity', kind: 'missing', raw: '', place: null },
      { cell: 't3.new.total', kind: 'written', raw: '12件', place: null }
    ]);
  });

  it('counts the figures that cannot stand in their cells', async () => {
    const old = sampleReport('2019', { 't2.rules.made': -1, 't2.licensing.items-change': -3, 't3.new.total': 1.5 });
    const recent = sampleReport('2021', { 't2.fees.amount': 25.1, 't3.new.total': -0.5, 't4.suit.total': 1e15 });
    await load(database, loading(loadedReport('A01', 2020, old), loadedReport('A01', 2021, recent)));
    expect(await database.query('SELECT year, faults FROM report ORDER BY year')).toEqual([
      { year: 2020, faults: 2 },
      { year: 2021, faults: 2 }
    ]);
  });

  it('knows the layout of a report that prints （六） once', async () => {
    await load(
      database,
      loading(loadedReport('A01', 2022, sampleReport('2021-closed-once', { 't3.closed.total': 4 })))
    );
    const [row] = await database.query(`SELECT layout, "t3.closed.total", "t3.closed-other.total" FROM report`);
    expect(row).toEqual({ layout: '2021-closed-once', 't3.closed.total': 4, 't3.closed-other.total': null });
    expect(await database.query('FROM cell_note')).toEqual([]);
  });

  it('keeps claims, sections and issues', async () => {
    const report = sampleReport('2021');
    report.claims.push({ claim: 'new', value: 3, raw: '3件', sentence: '全年新收3件。', place: { paragraph: 7 } });
    report.sections.push({ key: 'overview', title: '一、总体情况', text: "甲\n乙'" });
    report.issues.push({ code: 'row.missing', cell: 't3.new.total', values: { row: '一' } });
    const document = {
      id: 'A01/2021',
      file: '甲.docx',
      format: 'docx',
      status: 'partial' as const,
      issues: [{ code: 'document.limit' as const }]
    };
    await load(database, { units: UNITS, documents: [document], reports: [loadedReport('A01', 2021, report)] });
    expect(await database.query('SELECT status, issues FROM report')).toEqual([{ status: 'partial', issues: 1 }]);
    expect(await database.query('FROM claim')).toMatchObject([
      {
        unit: 'A01',
        year: 2021,
        claim: 'new',
        value: 3,
        raw: '3件',
        sentence: '全年新收3件。',
        place: '{"paragraph":7}'
      }
    ]);
    expect(await database.query('FROM section')).toEqual([
      { unit: 'A01', year: 2021, position: 1, key: 'overview', title: '一、总体情况', text: "甲\n乙'" }
    ]);
    expect(await database.query('SELECT document, unit, year, code, cell, "values" FROM issue')).toEqual([
      { document: 'A01/2021', unit: null, year: null, code: 'document.limit', cell: null, values: null },
      {
        document: 'A01/2021',
        unit: 'A01',
        year: 2021,
        code: 'row.missing',
        cell: 't3.new.total',
        values: '{"row":"一"}'
      }
    ]);
    expect(await database.query('SELECT former_names FROM unit ORDER BY "order"')).toEqual([
      { former_names: ['云川镇'] },
      { former_names: [] },
      { former_names: [] }
    ]);
  });

  it('gives back a report without unit or year, and keeps its issues with the document', async () => {
    const report = sampleReport('2021');
    report.issues.push({ code: 'title.year-missing' });
    const unplaced = { document: 'x.docx', unit: 'A01', year: null, report };
    expect(await load(database, loading(unplaced))).toEqual({ unplaced: [unplaced] });
    expect(await database.query('FROM report')).toEqual([]);
    expect(await database.query('SELECT document, unit, year, code FROM issue')).toEqual([
      { document: 'x.docx', unit: null, year: null, code: 'title.year-missing' }
    ]);
  });

  it('refuses a second report for a unit and year, in one call and in a later one, and inserts nothing', async () => {
    const first = loadedReport('A01', 2021, sampleReport('2021'));
    const second = { ...first, document: 'again.docx' };
    const refused = { name: 'DuplicateReportError', unit: 'A01', year: 2021, documents: ['A01/2021', 'again.docx'] };
    await expect(load(database, loading(first, second))).rejects.toMatchObject(refused);
    expect(await database.query('FROM unit')).toEqual([]);
    await load(database, loading(first));
    await expect(load(database, { units: [], documents: [], reports: [second] })).rejects.toMatchObject(refused);
  });

  it('refuses a unit that is not known, and a cell that is not on the layout', async () => {
    const stranger = loadedReport('Z99', 2021, sampleReport('2021'));
    await expect(load(database, loading(stranger))).rejects.toMatchObject({ name: 'UnknownUnitError', unit: 'Z99' });
    const report = sampleReport('2021');
    report.cells['t2.rules.made'] = 1;
    await expect(load(database, loading(loadedReport('A01', 2021, report)))).rejects.toThrow('not on layout 2021');
  });

  it('takes a report out again', async () => {
    const reports = [2021, 2022].map((year) =>
      loadedReport('A01', year, sampleReport('2021', { 't3.new.total': null }))
    );
    await load(database, loading(...reports));
    await removeReports(database, [{ unit: 'A01', year: 2021 }], 'main');
    expect(await database.query('SELECT year FROM report')).toEqual([{ year: 2022 }]);
    expect(await database.query('SELECT year FROM cell_note')).toEqual([{ year: 2022 }]);
  });
});
