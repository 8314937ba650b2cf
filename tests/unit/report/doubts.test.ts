import { expect, test } from 'vitest';
import { cellsOfLayout } from '../../../src/lib/form/form.ts';
import { blankReport } from '../../../src/lib/proofread/hand-entry.ts';
import { doubtsOf, nextOf } from '../../../src/lib/report/doubts.ts';
import type { Report } from '../../../src/lib/report/report.ts';

const clean: Report = {
  ...blankReport('2021', '柳堤街道', 2023),
  cells: Object.fromEntries(cellsOfLayout('2021').map(({ id }) => [id, 1])),
  notes: [],
  issues: []
};

test('a report of plain numbers has no doubts', () => {
  expect(doubtsOf(clean).size).toBe(0);
});

test('each kind of note is a doubt, an absent cell is missing', () => {
  const cells = Object.fromEntries(Object.entries(clean.cells).filter(([id]) => id !== 't3.new.total'));
  const report: Report = {
    ...clean,
    cells,
    notes: [
      { cell: 't2.fees.amount', kind: 'dash', raw: '/' },
      { cell: 't2.rules.issued', kind: 'written', raw: '000000' }
    ]
  };
  expect([...doubtsOf(report)].map(([cell, { kind }]) => [cell, kind])).toEqual([
    ['t2.rules.issued', 'written'],
    ['t2.fees.amount', 'dash'],
    ['t3.new.total', 'missing']
  ]);
});

test('an issue of a row is a doubt of its cells, one of table 4 of all of its', () => {
  const row = doubtsOf({ ...clean, issues: [{ code: 'row.layout-doubtful', values: { table: 3, row: 't3.new' } }] });
  expect([...row.keys()]).toEqual(cellsOfLayout('2021').flatMap(({ id }) => (id.startsWith('t3.new.') ? [id] : [])));
  const table = doubtsOf({ ...clean, issues: [{ code: 'row.doubled', values: { table: 4, row: 't4', count: 2 } }] });
  expect(table.size).toBe(15);
});

test('an issue of the document as a whole is no doubt of a cell', () => {
  expect(doubtsOf({ ...clean, issues: [{ code: 'title.unit-missing' }] }).size).toBe(0);
});

test('the next doubt goes round, either way, and never stays', () => {
  const cells = new Set(['t3.new.person', 't4.review.total']);
  expect(nextOf(cells, '2021', null, 'next')).toBe('t3.new.person');
  expect(nextOf(cells, '2021', 't3.new.person', 'next')).toBe('t4.review.total');
  expect(nextOf(cells, '2021', 't4.review.total', 'next')).toBe('t3.new.person');
  expect(nextOf(cells, '2021', 't3.new.person', 'previous')).toBe('t4.review.total');
  expect(nextOf(new Set(['t3.new.person']), '2021', 't3.new.person', 'next')).toBeNull();
});
