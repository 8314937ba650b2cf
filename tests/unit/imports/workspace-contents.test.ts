import { afterEach, expect, it } from 'vitest';
import { NO_RECORDS, type Mark } from '../../../src/lib/imports/stored.ts';
import { contentsOf, contentsText } from '../../../src/lib/imports/workspace-contents.ts';
import { inEnglish, resetLanguage } from '../words/language.ts';
import { UNITS } from './samples.ts';

afterEach(resetLanguage);

const AT = '2026-02-01T00:00:00.000Z';
const marks = ['t3.new.total', 't3.carried.total'].map((cell): Mark => ({
  rule: 't3.row-sum',
  unit: 'A2',
  year: 2024,
  cells: [cell],
  mark: 'dismissed',
  note: '已说明',
  at: AT
}));

it('counts marks by themselves: without a file they are lost as well', () => {
  expect(contentsOf({ ...NO_RECORDS, marks })).toHaveLength(1);
  expect(contentsText({ ...NO_RECORDS, marks })).toBe('2 项核查处理（确认有误、不算错、已退回）');
});

it('names every kind of which there is something, and no other', () => {
  const correction = { document: 'a', index: 0, cell: 't3.new.total', value: 5, confirmed: false, at: AT };
  const records = { ...NO_RECORDS, corrections: [correction], units: UNITS.slice(0, 1), marks };
  expect(contentsText(records)).toBe('1 处更正或确认、1 个新增单位、2 项核查处理（确认有误、不算错、已退回）');
  inEnglish();
  expect(contentsText(records)).toMatch(/^cells corrected or confirmed: 1, added units: 1, marks on checks/);
});

it('says that there is nothing', () => {
  expect(contentsOf(NO_RECORDS)).toEqual([]);
  expect(contentsText(NO_RECORDS)).toBe('没有内容');
});
