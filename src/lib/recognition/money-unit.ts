import { foldText } from './normalise-label.ts';

/**
 * The unit of money that a table states for its amounts. `unknown`: one that cannot be told for sure, so that no amount
 * is taken; null: none.
 */
export type StatedUnit = '万元' | '元' | '千元' | '亿元' | 'unknown' | null;

const CERTAIN: Readonly<Record<string, StatedUnit>> = { '': '元', 千: '千元', 万: '万元', 亿: '亿元' };
/** What may stand before 元 without changing it: 金额元, 单位元, 人民币元. */
const BEFORE_UNIT = /^$|[^\p{Script=Han}]$|[额位为币以按费数量]$/u;
const LONGEST_CAPTION = 30;

/** Most headers speak of no money and are told by this alone. */
const MAY_STATE = /[元圆圓十百千万萬亿億]/u;

/** The unit in the words of a header or of a row's label. */
export function moneyUnitIn(text: string): StatedUnit {
  if (!MAY_STATE.test(text)) return null;
  const words = foldText(text)
    .replace(/\s+/g, '')
    .replaceAll('萬', '万')
    .replaceAll('億', '亿')
    .replace(/[圆圓]/g, '元');
  const found = new Set<StatedUnit>();
  for (const { index, 1: power = '' } of words.matchAll(/([十百千万亿]*)元/g)) {
    found.add(BEFORE_UNIT.test(words.slice(0, index)) ? (CERTAIN[power] ?? 'unknown') : 'unknown');
  }
  if (/[(:][十百千万亿]+\)?$/.test(words)) found.add('unknown');
  return agreed([...found]);
}

/** The unit that a line beside the table states for all of it: 单位：元. Null when it speaks of no money. */
export function moneyUnitOfCaption(line: string): StatedUnit {
  const text = foldText(line).trim();
  if (text.length > LONGEST_CAPTION || /[。；;]/.test(text)) return null;
  const stated = /单\s*位\s*(?:[:为是]|(?=[十百千万亿]*元\)?$))(.*)$/.exec(text)?.[1];
  return stated === undefined ? null : moneyUnitIn(stated);
}

/** One unit out of several statements: those that state none are silent, and two different ones leave it open. */
export function agreed(units: readonly StatedUnit[]): StatedUnit {
  const stated = new Set(units.filter((unit) => unit !== null));
  const [only = null] = stated;
  return stated.size > 1 ? 'unknown' : only;
}
