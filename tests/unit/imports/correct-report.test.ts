import { describe, expect, test } from 'vitest';
import { correctReport } from '../../../src/lib/imports/correct-report.ts';
import { differencesOf } from '../../../src/lib/imports/differences.ts';
import type { Correction } from '../../../src/lib/imports/stored.ts';
import type { Report } from '../../../src/lib/report/report.ts';
import { idOf, sampleReport } from './samples.ts';

const correction = (cell: string, value: number | null): Correction => {
  return { document: idOf(1), index: 0, cell, value, confirmed: false, at: '2026-02-01T00:00:00.000Z' };
};

const place = { table: 2, row: 4, column: 3 };
const report: Report = {
  ...sampleReport('石桥镇', 2024, { 't3.new.total': 161, 't3.new.person': null }),
  notes: [
    { cell: 't3.new.person', kind: 'dash', raw: '—', place },
    { cell: 't3.granted.total', kind: 'written', raw: '12件', place }
  ],
  issues: [
    { code: 'cell.unreadable', cell: 't3.new.person', values: { raw: '—' } },
    { code: 'row.missing', values: { row: 't3.partial' } }
  ]
};

const without = (cell: string): Report['cells'] =>
  Object.fromEntries(Object.entries(report.cells).filter(([id]) => id !== cell));

describe('a corrected report', () => {
  test('holds the person’s value, what was printed, and its place', () => {
    const { cells, notes, issues } = correctReport(report, [
      correction('t3.new.person', 3),
      correction('t3.new.total', 116)
    ]);
    expect(cells['t3.new.person']).toBe(3);
    expect(cells['t3.new.total']).toBe(116);
    expect(notes).toContainEqual({ cell: 't3.new.person', kind: 'written', raw: '—', place });
    expect(notes).toContainEqual({ cell: 't3.new.total', kind: 'written', raw: '161' });
    expect(notes.filter(({ cell }) => cell === 't3.new.person')).toHaveLength(1);
    expect(issues.map(({ code }) => code)).toEqual(['row.missing']);
  });

  test('can be blank where a number was read', () => {
    const { cells, notes } = correctReport(report, [correction('t3.new.total', null)]);
    expect(cells['t3.new.total']).toBeNull();
    expect(notes).toContainEqual({ cell: 't3.new.total', kind: 'blank', raw: '161' });
  });

  test('gains a cell that was not read, and none that its form lacks', () => {
    const cells = without('t3.new.total');
    expect(correctReport({ ...report, cells }, [correction('t3.new.total', 5)]).cells['t3.new.total']).toBe(5);
    expect(correctReport(report, [correction('t2.procurement.amount', 5)])).toBe(report);
  });

  test('keeps a text that is no number as one, when a person confirms it, and a blank as a blank', () => {
    const note = { cell: 't3.new.person', kind: 'unreadable', raw: '约5', place } as const;
    const unreadable: Report = { ...report, notes: [note] };
    const confirmed = { ...correction('t3.new.person', null), confirmed: true };
    const after = correctReport(unreadable, [confirmed]);
    expect(after.notes).toEqual([note]);
    expect(after.issues).toEqual(report.issues);
    const blank = correctReport({ ...report, notes: [{ ...note, kind: 'blank', raw: '' }] }, [confirmed]);
    expect(blank.notes).toEqual([{ ...note, kind: 'blank', raw: '' }]);
    expect(blank.issues.map(({ code }) => code)).toEqual(['row.missing']);
  });

  test('leaves what was read as it is', () => {
    const before = structuredClone(report);
    correctReport(report, [correction('t3.new.total', 1)]);
    expect(report).toEqual(before);
  });
});

test('reports differ where a blank stands for a zero, and where a cell was not read', () => {
  const other = { ...without('t3.granted.total'), 't3.new.person': 0 };
  expect(differencesOf([report.cells, other])).toEqual([
    { cell: 't3.new.person', values: [null, 0] },
    { cell: 't3.granted.total', values: [0, undefined] }
  ]);
  expect(differencesOf([report.cells, { ...report.cells }])).toEqual([]);
});
