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

/** 0.4 → 40.0%. */
export function percentText(share: number, digits = 1): string {
  const scale = 10 ** digits;
  // Rounded half away from zero, as a person does it: the binary fraction of 1.0045 lies below it.
  const rounded = (Math.sign(share) * Math.round(Number((Math.abs(share) * 100 * scale).toPrecision(12)))) / scale;
  return `${(rounded === 0 ? 0 : rounded).toFixed(digits)}%`;
}

/** （2/5） or  (2/5): street-level rates are never shown without their counts. */
export function countsText(numerator: number, denominator: number): string {
  return m.number_counts({ numerator: numberText(numerator), denominator: numberText(denominator) });
}

/** 2019—2021年、2023年 */
export function yearsText(years: Iterable<number>): string {
  return listText(
    runsOf(years).map(({ first, last }) =>
      first === last ? m.number_year({ year: first }) : m.number_years({ first, last })
    )
  );
}

/** 2—7、9 */
export function runsText(numbers: Iterable<number>): string {
  return listText(
    runsOf(numbers).map(({ first, last }) => (first === last ? numberText(first) : m.number_run({ first, last })))
  );
}

/** Whole numbers as runs without a gap, rising. */
function runsOf(numbers: Iterable<number>): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run.last + 1 === number) run.last = number;
    else runs.push({ first: number, last: number });
  }
  return runs;
}

/** A text that begins with what elsewhere stands inside a sentence: table 3, row “Granted” … */
export function sentence(text: string): string {
  return isChinese() ? text : text.charAt(0).toUpperCase() + text.slice(1);
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
