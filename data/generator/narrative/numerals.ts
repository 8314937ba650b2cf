/** Numbers in words and changes against last year, as a report writes them. */
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
export function changeInWords(now: number, before: number, asShare: boolean): string | null {
  if (before === 0) return null;
  if (now === before) return '与上年持平';
  const word = now > before ? '增长' : '下降';
  if (asShare) return `同比${word}${String(Math.round((Math.abs(now - before) / before) * 1000) / 10)}%`;
  return `较上年${now > before ? '增加' : '减少'}${Math.abs(now - before)}件`;
}

/** `{change}` in a request sentence: against last year, where the report says so. */
export function changeClause(now: number, before: number | null, roll: number): string {
  if (before === null || roll > 0.7) return '';
  const words = changeInWords(now, before, roll < 0.4);
  return words === null ? '' : `，${words}`;
}
