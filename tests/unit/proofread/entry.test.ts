import { expect, test } from 'vitest';
import { cellsOfLayout, LAYOUTS } from '../../../src/lib/form/form.ts';
import { neighbour, valueLines } from '../../../src/lib/form/cell-grid.ts';
import { correctReport } from '../../../src/lib/imports/correct-report.ts';
import { importedDocumentSchema, storedResultSchema, type Correction } from '../../../src/lib/imports/stored.ts';
import {
  blankReport,
  canBeEntered,
  enteredDocument,
  enteredValues,
  layoutOfDraft
} from '../../../src/lib/proofread/hand-entry.ts';
import { entryText, parseEntry } from '../../../src/lib/proofread/parse-entry.ts';
import { sumsOf } from '../../../src/lib/proofread/sums.ts';

const scan = importedDocumentSchema.parse({
  id: 'a'.repeat(64),
  file: '柳堤街道2023.pdf',
  size: 10,
  format: 'pdf',
  status: 'refused',
  importedAt: '2024-01-20T08:00:00.000Z',
  issues: [{ code: 'document.scan' }],
  reports: []
});

const typed = (cell: string, value: number | null): Correction => ({
  document: scan.id,
  index: 0,
  cell,
  value,
  confirmed: true,
  at: '2024-01-20T08:00:00.000Z'
});

test('what a person types: numbers as printed, blanks, dashes, and what is no number', () => {
  expect(parseEntry('12', 't3.new.person')).toBe(12);
  expect(parseEntry(' １２ ', 't3.new.person')).toBe(12);
  expect(parseEntry('1,234', 't3.new.person')).toBe(1234);
  expect(parseEntry('', 't3.new.person')).toBeNull();
  expect(parseEntry('—', 't3.new.person')).toBeNull();
  expect(parseEntry('251000元', 't2.fees.amount')).toBe(25.1);
  for (const text of ['1 2', 'l2', '约3', '一']) expect(parseEntry(text, 't3.new.person')).toBeUndefined();
});

test('a value read back from its field is the same value', () => {
  for (const value of [0, 7, 1234, 25.1, -3]) expect(parseEntry(entryText(value), 't2.fees.amount')).toBe(value);
  expect(parseEntry(entryText(null), 't3.new.person')).toBeNull();
});

test.each(LAYOUTS)('the arrows of a keyboard reach every cell of layout %s and come back', (layout) => {
  const lines = valueLines(layout);
  const order = cellsOfLayout(layout).map(({ id }) => id);
  expect(lines.flat().sort()).toEqual([...order].sort());
  let cell = lines[0]?.[0] ?? null;
  const seen: string[] = [];
  while (cell !== null) {
    seen.push(cell);
    const next = neighbour(lines, cell, 'right');
    if (next !== null) expect(neighbour(lines, next, 'left')).toBe(cell);
    cell = next;
  }
  expect(seen).toEqual(lines.flat());
});

test('up and down keep the column of table 3', () => {
  const lines = valueLines('2021');
  expect(neighbour(lines, 't3.new.charity', 'down')).toBe('t3.carried-in.charity');
  expect(neighbour(lines, 't3.carried-in.charity', 'up')).toBe('t3.new.charity');
  expect(neighbour(lines, 't2.rules.issued', 'up')).toBeNull();
  expect(neighbour(lines, 't4.review.total', 'down')).toBeNull();
});

test('only a document that a person can read may be entered', () => {
  expect(canBeEntered(scan)).toBe(true);
  expect(canBeEntered({ ...scan, format: null, issues: [{ code: 'document.picture' }] })).toBe(true);
  expect(canBeEntered({ ...scan, issues: [{ code: 'document.encrypted' }] })).toBe(false);
  expect(canBeEntered({ ...scan, reports: [{ unit: null, year: null, form: '2021', doubts: 1, blanks: 0 }] })).toBe(
    false
  );
});

test('sums speak once all their cells are filled in', () => {
  const parts = ['person', 'company', 'research', 'charity', 'legal', 'other'];
  const row = Object.fromEntries(parts.map((column) => [`t3.new.${column}`, 2]));
  const sum = (values: Record<string, number | null>) =>
    sumsOf('2021', values).find(({ identity }) => identity.id === 't3.row-sum.new');
  expect(sum({ ...row, 't3.new.total': 12 })?.state).toBe('holds');
  expect(sum({ ...row, 't3.new.total': 11 })).toMatchObject({ state: 'violated', expected: 12, actual: 11 });
  expect(sum({ ...row, 't3.new.total': null })?.state).toBe('open');
  expect(sum({ ...row, 't3.new.person': null, 't3.new.total': 10 })?.state).toBe('open');
});

test('the finished report is partial, says it was entered, and its blanks stay blank', () => {
  const entered = enteredDocument(scan, blankReport('2021', '柳堤街道', 2023));
  expect(importedDocumentSchema.parse(entered.document)).toMatchObject({ status: 'partial', id: scan.id });
  const [report] = storedResultSchema.parse(entered.result).reports;
  if (!report) throw new Error('no report');
  const corrected = correctReport(report, [typed('t3.new.person', 0), typed('t3.new.total', 4)]);
  expect(corrected.cells).toMatchObject({ 't3.new.person': 0, 't3.new.total': 4, 't3.new.company': null });
  expect(Object.keys(corrected.cells)).toHaveLength(200);
  expect(corrected.notes).toHaveLength(198);
  expect(corrected.notes.every(({ kind }) => kind === 'blank')).toBe(true);
  expect(corrected.issues.map(({ code }) => code)).toEqual(['document.entered-by-hand']);
});

test('a draft knows its layout by its year and by （六） in one row', () => {
  expect(layoutOfDraft(2020, [])).toBe('2019');
  expect(layoutOfDraft(2022, ['t3.new.person'])).toBe('2021');
  expect(layoutOfDraft(2022, ['t3.closed.person'])).toBe('2021-closed-once');
  expect(enteredValues([typed('t3.closed.total', 3)], '2021')['t3.closed.total']).toBeUndefined();
});
