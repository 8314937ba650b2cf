const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const ONE_NUMERAL = /^[零〇一二两三四五六七八九十百千万]+$/;

/**
 * A whole number below 10^8 in Chinese numerals: 十二, 一百零三, 两万. Null when the text is none, or is not written as
 * a number is said: 一二, 十百.
 */
export function parseChineseNumber(text: string): number | null {
  if (!ONE_NUMERAL.test(text)) return null;
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二');
  if (plain === '零') return 0;
  const [high = '', low, ...more] = plain.split('万');
  if (more.length > 0) return null;
  if (low === undefined) return belowTenThousand(high);
  const upper = belowTenThousand(high);
  const lower = low === '' ? 0 : belowTenThousand(low.replace(/^零/, ''));
  return upper === null || lower === null ? null : upper * 10_000 + lower;
}

function belowTenThousand(text: string): number | null {
  let rest = text.startsWith('十') ? `一${text}` : text;
  let sum = 0;
  let smallest = Infinity;
  while (rest !== '') {
    const skipped = rest.startsWith('零');
    if (skipped && (sum === 0 || rest.length === 1)) return null;
    if (skipped) rest = rest.slice(1);
    const digit = DIGITS.indexOf(rest.charAt(0));
    if (digit < 1) return null;
    const unit = UNITS[rest.charAt(1)] ?? 1;
    if (unit >= smallest) return null;
    sum += digit * unit;
    smallest = unit;
    rest = rest.slice(unit === 1 ? 1 : 2);
  }
  return sum === 0 ? null : sum;
}
