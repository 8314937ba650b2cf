/** 较上年增加3件, 同比下降12.5%, 与上年持平: what a sentence says right after a figure about the year before. */

import { byYear } from './by-year.ts';

export interface StatedChange {
  readonly claim: 'new-change' | 'new-change-percent';
  /** Signed; in requests, or in percent. */
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const MORE = '增加|增长|上升|提高|上涨|多';
const LESS = '减少|下降|降低|下滑|减小|少';
const BY = `(?<sign>${MORE}|${LESS})了?\\s*(?:(?<count>\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,12})\\s*(?:件|宗|起|条)(?!次)|(?<percent>\\d{1,9}(?:\\.\\d{1,9})?)\\s*%)`;

/** How a change against the year before is introduced, and with what it goes on. */
const openingsOf = byYear((year) => {
  const before = `(?:去年|上一?年度?${year === null ? '' : `|${year - 1}年度?`})`;
  const opening = `^,?\\s*(?:同比|(?:较|比|与|同|和)${before}(?:同期)?(?:的?\\d{1,6}件|\\(\\d{1,6}件?\\))?(?:相比)?,?)\\s*`;
  return {
    level: new RegExp(`${opening}(?:基本)?(?<level>持平)`, 'u'),
    first: new RegExp(`${opening}${BY}`, 'u')
  };
});
const SECOND = new RegExp(`^,?\\s*(?:同比)?(?:增幅|降幅)?(?:达|为)?${BY}`, 'u');
const IS_LESS = new RegExp(`^(?:${LESS})$`, 'u');

/** 政府信息公开申请数量同比增长20%: the change alone, its figure left to the table. */
export const CHANGED =
  /(?:信息公开申请|依申请公开(?:申请)?|(?:新收|收到|受理)的?申请)(?:件|办件)?(?:受理|接收)?(?:总数|总量|数量|件数|量|数)(?=,?\s*(?:同比|较|比|与|同|和))/gu;

/** `text`: the sentence from the figure on; offsets count from there. */
export function changesAfter(text: string, year: number | null): StatedChange[] {
  const openings = openingsOf(year);
  const level = openings.level.exec(text);
  if (level) {
    if (level[0].includes('基本')) return [];
    return [{ claim: 'new-change', value: 0, start: level[0].length - 2, end: level[0].length }];
  }
  const first = openings.first.exec(text);
  if (!first) return [];
  const change = changeOf(first, 0);
  const second = SECOND.exec(text.slice(first[0].length));
  return second ? [change, changeOf(second, first[0].length)] : [change];
}

function changeOf(match: RegExpExecArray, offset: number): StatedChange {
  const { sign = '', count, percent } = match.groups ?? {};
  const direction = IS_LESS.test(sign) ? -1 : 1;
  const end = offset + match[0].length;
  const start = end - (match[0].length - match[0].lastIndexOf(sign));
  if (percent !== undefined) return { claim: 'new-change-percent', value: direction * Number(percent), start, end };
  return { claim: 'new-change', value: direction * Number((count ?? '').replaceAll(',', '')), start, end };
}
