import { expect, test } from 'vitest';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { residualsOf } from '../../../src/lib/checks/residuals.ts';
import { cellsOfLayout } from '../../../src/lib/form/form.ts';
import { measureOf } from '../../../src/lib/measures/measures.ts';
import { OpenErrors } from '../../../src/lib/review/open-errors.ts';
import { marksOf, rowSumFlag } from './flags.ts';

const NEW = 't3.row-sum.new';
const zeros = Object.fromEntries(cellsOfLayout('2021').map(({ id }) => [id, 0]));
const report = (year: number, cells: Record<string, number | null> = {}) => ({
  year,
  layout: '2021' as const,
  cells: { ...zeros, ...cells }
});

test('residuals: all hold on zeros, carry-over only where the year before is there', () => {
  const alone = residualsOf([report(2025)], [2025], IDENTITIES);
  const both = residualsOf([report(2024), report(2025)], [2025], IDENTITIES);
  expect([...alone, ...both].every(({ value }) => value === 0)).toBe(true);
  expect(both.length - alone.length).toBe(7);
  expect(both.some(({ identity }) => identity.severity !== 'error')).toBe(false);
});

test('residuals: what is left of a broken sum, and null where a cell is blank', () => {
  const of = (cells: Record<string, number | null>) =>
    residualsOf([report(2025, cells)], [2025], IDENTITIES).find(({ identity }) => identity.id === NEW)?.value;
  expect(of({ 't3.new.person': 3, 't3.new.total': 5 })).toBe(-2);
  expect(of({ 't3.new.person': 3, 't3.new.legal': null })).toBeNull();
});

test('an error touches the measures that read one of its cells', () => {
  const { rule, unit, year, cells } = rowSumFlag();
  const errors = new OpenErrors([{ rule, unit, year, cells: [...cells] }], marksOf({}));
  expect(errors.at(measureOf('granted'), 'U1', 2025)).toBe(1);
  // A rate reads numerator and denominator.
  expect(errors.at(measureOf('disclosure-rate'), 'U1', 2025)).toBe(1);
  expect(errors.at(measureOf('new'), 'U1', 2025)).toBe(0);
  expect(errors.at(measureOf('granted'), 'U1', 2024)).toBe(0);
  expect(errors.at(measureOf('granted'), 'U2', 2025)).toBe(0);
  expect(errors.within(measureOf('granted'), 2025, new Set(['U1', 'U2']))).toBe(1);
  expect(errors.within(measureOf('granted'), 2025, new Set(['U2']))).toBe(0);
});

test('a dismissed error is not open, a confirmed one is', () => {
  const { rule, unit, year, cells } = rowSumFlag();
  const rows = [{ rule, unit, year, cells: [...cells] }];
  expect(new OpenErrors(rows, marksOf({ [rule]: 'dismissed' })).at(measureOf('granted'), unit, year)).toBe(0);
  expect(new OpenErrors(rows, marksOf({ [rule]: 'confirmed' })).at(measureOf('granted'), unit, year)).toBe(1);
});
