import { foldText } from './normalise-label.ts';

const NUMERALS = '〇一二三四五六七八九';
/** ○ and ◯ are circles that stand for 〇. */
const ZERO = '[〇○◯零OoＯ0]';
const CHINESE_YEAR = `二${ZERO}(?:${ZERO}|[一二三四五六七八九]){2}`;
/** 2021年, 2021年度, 二〇二一年度; not a date with a month. */
export const YEAR = new RegExp(`(?:(?<!\\d)20\\d{2}|${CHINESE_YEAR})\\s*年度?(?!\\s*\\d{1,2}\\s*月)`, 'u');
const EVERY_YEAR = new RegExp(YEAR.source, 'gu');

/** 2020-2021年, 2020、2021年: the first of them has no 年 of its own. */
export const YEAR_BEFORE = /(?<!\d)20\d{2}\s*[-‐-―─~至到和、,/]\s*(?=20\d{2}\s*年)/gu;

/** The years a text names, each once, in order of appearance. */
export function yearsIn(text: string): number[] {
  const whole = text.replace(YEAR_BEFORE, (before) => `${before.slice(0, 4)}年、`);
  return [...new Set([...whole.matchAll(EVERY_YEAR)].map(([year]) => yearOf(year)))];
}

function yearOf(text: string): number {
  const digits = [...text.replace(/\s*年度?$/, '')].map((sign) => {
    const numeral = NUMERALS.indexOf(sign);
    if (numeral >= 0) return String(numeral);
    return /\d/.test(sign) ? sign : '0';
  });
  return Number(digits.join(''));
}

const PERIOD =
  /(?<!\d)(20\d{2})\s*年\s*1\s*月\s*1\s*日[\s起始,]*(?:至|到|-|—|~)\s*(?:(20\d{2})\s*年|当年|同年)?\s*12\s*月\s*31\s*(?:日|(?=止))/g;
const NAMED_REPORT = new RegExp(
  `(${YEAR.source})[^。；\\n]{0,24}?(?:信息|政务)公开[^。；\\n]{0,12}(?:报告|年报)|(?:汇报|报告)[^。；\\n]{0,8}(${YEAR.source})(?:政府)?(?:信息|政务)公开`,
  'gu'
);

const YEAR_END = /(?<!\d)(20\d{2})\s*年\s*12\s*月\s*31\s*日/g;
/** (一)主动公开。2023年,我街道…: a sentence that begins with its year. */
const OPENING_YEAR =
  /(?:^|[。；;\n])\s*(?:\([一二三四五六七八九十\d]+\)[^。\n]{0,16}[。:]\s*)?(?:在|自)?(20\d{2})\s*年度?(?!\s*\d{1,2}\s*月|\s*(?:至|到|-|—|~|、|和)|结转|相比|以前|之前|底)/g;

/** The one year up to whose end a text counts, else the one with which its sentences begin; none where there are two. */
export function onlyYear(text: string): number[] {
  const folded = foldText(text);
  const yearsOf = (pattern: RegExp) => [...new Set([...folded.matchAll(pattern)].map(([, year]) => Number(year)))];
  const stated = [YEAR_END, OPENING_YEAR].map(yearsOf).find((years) => years.length > 0) ?? [];
  return stated.length === 1 ? stated : [];
}

/** The years of the period that a report's text states: …年1月1日至…年12月31日. */
export function periodYears(text: string): number[] {
  return [...new Set(periodsIn(text).flatMap(({ years }) => years))];
}

/** Each period with its years and the words that state it. */
export function periodsIn(text: string): { readonly years: readonly number[]; readonly raw: string }[] {
  return [...foldText(text).matchAll(PERIOD)].map(([raw, from, to]) => {
    return { years: [...new Set([Number(from), Number(to ?? from)])], raw };
  });
}

/** The years of the reports that a text names: 公布2021年度政府信息公开工作年度报告. May be another year's report. */
export function namedReportYears(text: string): number[] {
  return [...new Set([...foldText(text).matchAll(NAMED_REPORT)].map(([, year, other]) => yearOf(year ?? other ?? '')))];
}
