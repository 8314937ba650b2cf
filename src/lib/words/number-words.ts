import { m } from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';

/** The one home of number formats. Digits and groups are the same in both languages: 12,345.6. */
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

export function isChinese(): boolean {
  return getLocale() === 'zh-CN';
}

/** 12345 → 12,345; decimals as they are. */
export function numberText(value: number): string {
  return grouped.format(Object.is(value, -0) ? 0 : value);
}

/** An amount in 万元, with its unit. */
export function amountText(value: number): string {
  return m.number_amount({ amount: numberText(value) });
}

/** 0.4 → 40.0%. */
export function percentText(share: number, digits = 1): string {
  const scale = 10 ** digits;
  // Rounded half away from zero, as a person does it: the binary fraction of 1.0045 lies below it.
  const rounded = (Math.sign(share) * Math.round(Number((Math.abs(share) * 100 * scale).toPrecision(12)))) / scale;
  return `${(rounded === 0 ? 0 : rounded).toFixed(digits)}%`;
}

/** 40.0%（2/5）: street-level rates are never shown without their counts. A dash when the denominator is 0. */
export function rateText(numerator: number, denominator: number): string {
  const counts = { numerator: numberText(numerator), denominator: numberText(denominator) };
  if (denominator === 0) return m.number_rate_none(counts);
  return m.number_rate({ percent: percentText(numerator / denominator), ...counts });
}

/** ▲ 增加 3（+50.0%）, without the share when there was nothing before. */
export function changeText(now: number, before: number): string {
  const difference = decimalDifference(now, before);
  if (difference === 0) return m.number_same();
  const amount = numberText(Math.abs(difference));
  const more = difference > 0;
  if (before <= 0) return more ? m.number_more({ amount }) : m.number_less({ amount });
  const percent = percentText(Math.abs(difference) / before);
  return more ? m.number_more_share({ amount, percent }) : m.number_less_share({ amount, percent });
}

/** +3, -2, 0 */
export function signedText(value: number): string {
  return value > 0 ? `+${numberText(value)}` : numberText(value);
}

/** a − b without the binary noise of decimals such as 25.1 − 25. */
export function decimalDifference(a: number, b: number): number {
  return Number((a - b).toFixed(6));
}

/** 2019—2021年、2023年 */
export function yearsText(years: Iterable<number>): string {
  const runs: { first: number; last: number }[] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.last + 1 === year) run.last = year;
    else runs.push({ first: year, last: year });
  }
  return listText(
    runs.map(({ first, last }) => (first === last ? m.number_year({ year: first }) : m.number_years({ first, last })))
  );
}

/** Items side by side: 甲、乙 or A, B. */
export function listText(items: readonly string[]): string {
  return items.join(isChinese() ? '、' : ', ');
}

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 99 as a form prints them: 十二, 二十. */
export function chineseNumeral(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = NUMERALS[value % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (NUMERALS[tens] ?? '')}十${ones}`;
}
