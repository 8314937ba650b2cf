import { afterEach, describe, expect, it } from 'vitest';
import { chineseNumeral, countsText, numberText, percentText, yearsText } from '../../../src/lib/words/number-words.ts';
import { inEnglish, resetLanguage } from './language.ts';

afterEach(resetLanguage);

describe('numbers', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [999, '999'],
    [12345, '12,345'],
    [-1234567, '-1,234,567'],
    [25.1, '25.1'],
    [0.000001, '0.000001']
  ])('%d is printed %s in both languages', (value, text) => {
    expect(numberText(value)).toBe(text);
    inEnglish();
    expect(numberText(value)).toBe(text);
  });
});

describe('rates', () => {
  it('show the counts behind them', () => {
    expect(countsText(2, 1005)).toBe('（2/1,005）');
    inEnglish();
    expect(countsText(2, 1005)).toBe(' (2/1,005)');
  });

  it('are rounded half up, as a person does it', () => {
    expect(percentText(1 / 16)).toBe('6.3%');
    expect(percentText(1.0045)).toBe('100.5%');
    expect(percentText(-0.0004)).toBe('0.0%');
    expect(percentText(2 / 3, 0)).toBe('67%');
  });
});

describe('lists of years', () => {
  it('join neighbours', () => {
    expect(yearsText([2023, 2019, 2020, 2021, 2021])).toBe('2019—2021年、2023年');
    expect(yearsText([])).toBe('');
    inEnglish();
    expect(yearsText([2023, 2019, 2020, 2021])).toBe('2019–2021, 2023');
  });
});

it('Chinese numerals are those of a form', () => {
  expect([1, 10, 12, 20, 25, 99].map(chineseNumeral)).toEqual(['一', '十', '十二', '二十', '二十五', '九十九']);
});
