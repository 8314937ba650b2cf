import { afterEach, expect, it } from 'vitest';
import { placeText } from '../../../src/lib/words/place-words.ts';
import { inEnglish, resetLanguage } from './language.ts';

afterEach(resetLanguage);

it('says a place from the large to the small', () => {
  expect(placeText({ column: 4, table: 2, row: 6 })).toBe('第 2 个表第 6 行第 4 列');
  expect(placeText({ line: 31 })).toBe('第 31 行');
  expect(placeText({ page: 3 })).toBe('第 3 页');
  expect(placeText({ sheet: 'Sheet1', row: 2 })).toBe('工作表“Sheet1”第 2 行');
  expect(placeText({})).toBe('');
  inEnglish();
  expect(placeText({ page: 3, table: 2, row: 6, column: 4 })).toBe('page 3, table 2, row 6, column 4');
});
