/** Numbers in words and changes against last year, as a report writes them. */
import type { DemoChange } from '../model.ts';

const DIGITS = '零一二三四五六七八九';

/** 1 to 99 in Chinese numerals; 0 and larger numbers stay in digits, as in real reports. */
export function chineseNumeral(value: number): string {
  if (value === 0 || value > 99) return String(value);
  if (value === 2) return '两';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return DIGITS.charAt(ones);
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

/** 同比: one decimal at most; null where there is no last year to compare with. */
export function changeOf(now: number, before: number, asShare: boolean): DemoChange | null {
  if (before === 0) return null;
  if (now === before || !asShare) return { unit: 'requests', value: now - before };
  const size = Math.round((Math.abs(now - before) / before) * 1000) / 10;
  return { unit: 'percent', value: now > before ? size : -size };
}

export function changeInWords({ unit, value }: DemoChange): string {
  if (value === 0 && unit === 'requests') return '与上年持平';
  const size = String(Math.abs(value));
  if (unit === 'percent') return `同比${value > 0 ? '增长' : '下降'}${size}%`;
  return `较上年${value > 0 ? '增加' : '减少'}${size}件`;
}

/** What a request sentence says against last year, where the report does. */
export function statedChange(now: number, before: number | null, roll: number): DemoChange | null {
  return before === null || roll > 0.7 ? null : changeOf(now, before, roll < 0.4);
}
