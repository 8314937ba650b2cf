import { parseChineseNumber } from '../chinese-number.ts';

/**
 * A whole number that is stated exactly: digits with or without thousands commas, or Chinese numerals. `10余件`,
 * `1.2万条` and `5件以上` are none.
 */
const DIGITS = String.raw`(?<![\d.])(?:\d{1,3}(?:,\d{3})+|\d+)(?![\d.]|\s*[万亿余多])`;
const NUMERALS = '(?<![零〇一二两三四五六七八九十百千万])[零〇一二两三四五六七八九十百千万]+(?![余多几])';

/** For a pattern that holds it once: the groups `number` and `measure`. */
export function countedBy(measures: string): string {
  return `(?<number>${DIGITS}|${NUMERALS})\\s*(?<measure>${measures})(?!次|以上|以内|左右|上下|余|多)`;
}

/** A zero may stand without its measure word: 为0. */
export const BARE_ZERO = '(?<zero>0|零|〇)(?=\\s*(?:[,;。:、)]|$))';

/** Digits beyond these state no count. */
const MOST_DIGITS = 12;

/** Null when the numerals are not written as a number is said. */
export function parseStated(text: string): number | null {
  if (!/^[\d,]+$/.test(text)) return parseChineseNumber(text);
  const digits = text.replaceAll(',', '');
  return digits.length > MOST_DIGITS ? null : Number(digits);
}
