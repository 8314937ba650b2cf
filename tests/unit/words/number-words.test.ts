import { afterEach, describe, expect, it } from 'vitest';
import {
  amountText,
  changeText,
  chineseNumeral,
  numberText,
  percentText,
  rateText,
  signedText,
  yearsText
} from '../../../src/lib/words/number-words.ts';
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

  it('carry their unit and their sign', () => {
    expect(amountText(1234.5)).toBe('1,234.5 万元');
    expect([3, 0, -2].map(signedText)).toEqual(['+3', '0', '-2']);
  });
});

describe('rates', () => {
  it('show the counts behind them', () => {
    expect(rateText(2, 5)).toBe('40.0%（2/5）');
    expect(rateText(0, 0)).toBe('—（0/0）');
    inEnglish();
    expect(rateText(2, 5)).toBe('40.0% (2/5)');
  });

  it('are rounded half up, as a person does it', () => {
    expect(percentText(1 / 16)).toBe('6.3%');
    expect(percentText(1.0045)).toBe('100.5%');
    expect(percentText(-0.0004)).toBe('0.0%');
    expect(percentText(2 / 3, 0)).toBe('67%');
  });
});

describe('changes', () => {
  it('are said in words beside the sign', () => {
    expect(changeText(9, 6)).toBe('▲ 增加 3（+50.0%）');
    expect(changeText(6, 9)).toBe('▼ 减少 3（-33.3%）');
    expect(changeText(6, 6)).toBe('持平');
    inEnglish();
    expect(changeText(6, 9)).toBe('▼ 3 fewer (-33.3%)');
  });

  it('have no share where nothing was before', () => {
    expect(changeText(3, 0)).toBe('▲ 增加 3');
  });

  it('carry no binary noise', () => {
    expect(changeText(0.3, 0.1)).toBe('▲ 增加 0.2（+200.0%）');
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
