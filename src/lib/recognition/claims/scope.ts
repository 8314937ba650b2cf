/** Whether a figure is about the whole of this report's unit and year, or about a part, another year or others. */
import { isAboutAnother, isAboutOwn } from './offices.ts';
import { isOutcome } from './outcomes.ts';
import type { CountClaim } from './phrases.ts';

/** Whose figures a sentence may state: the report's own year, and the place that it is the report of. */
export interface Scope {
  readonly year: number | null;
  /** As the title names it. */
  readonly unit: string | null;
  /** 市 of a city's own report, of which 全市 is the whole; null for a street, a town or an office. */
  readonly level: string | null;
}

const LEVELS = '区|县|市|省|国|旗|州';
const PARTS = /各(?:街道|乡镇|镇街|镇|乡|部门|单位|科室|站所|村|社区)|上级/u;
const TERM = /[本上]届/u;
const SUBORDINATE = /(?:下属|所属|直属)(?:部门|事业单位|单位|科室|站所|村|社区)/u;
const OF_OUTCOME = /(?:予以公开|部分公开|不予公开|无法提供|不予处理)的/u;
const OWN = /[我本](?:街道|镇|乡|局|办|委|单位|机关)/gu;
const OWN_ALONE = /^[我本](?:街道|镇|乡|局|办|委|单位|机关)(?:办事处)?(?:共计|共)?$/u;
const NARROWER =
  /(?:当面|现场|书面|信函|邮寄|邮件|网络|网上|网站|线上|线下|在线|传真|电话|窗口|平台|小程序)(?![^,;。]*等)/u;
const PLANNED = /计划|拟|力争|目标|预计|下一步/u;
/** 每收到1件 tells how it is done, 比上年多收到2件 by how much. */
const NO_COUNT = /(?:每|平均|如果|如|若|一旦|凡是?|多|少|增加|分别)$|每(?:年|季度|季|月|周|天|日)/u;
/** 9月 and 上半年 are parts of the year, 1月至12月 and 12月31日 are not. */
const PART_OF_YEAR = /[上下]半年|[一二三四]季度|(?<![\d至到止\-—~]\s*)\d{1,2}月份?(?!\s*(?:\d|份?\s*[至到\-—~]))/u;
/** 办结上年结转申请2件、本年新收申请11件 tells of what became of them. */
const DONE_WITH =
  /(?:办结|答复)了?(?:(?:上一?年度?|去年|20\d{2}年度?)(?:结转|转入)[^,]*[、和及](?:本年度?|今年|当年)?)?$/u;
const OTHER_DISPUTES = /(?:其他|其它|另外|不予受理)的?(?:行政)?$/u;
const SEVERAL_YEARS =
  /历年|历次|近[\d两三四五六七八九十几]+年|[\d两三四五六七八九十]+年来(?<!一年来)|(?<!今年|本年|本年度|年初|一年|年)以来/u;
const THIS_YEAR = '今年|本年度?|全年|年内|当年|一年来|一年中|本报告期|报告期';
const REQUESTS: readonly CountClaim[] = ['new', 'received', 'handled'];
const DISPUTES: readonly CountClaim[] = ['review', 'suit'];
const INCOMING: readonly CountClaim[] = ['new', 'carried-in'];
/** Named by the form's own rows, these are whole figures even behind 其中. */
const AFTER_OF_THEM: readonly CountClaim[] = ['new', 'carried-in'];
const APPLICANT = /自然人|法人|企业|组织|机构/u;

/** Sentences are shorter; of what was put together from a table's lines this much is looked at. */
const MOST_LOOKED_AT = 400;

/** `sentence`: up to the phrase. */
export function isInScope(sentence: string, claim: CountClaim, scope: Scope): boolean {
  const near = sentence.slice(-MOST_LOOKED_AT);
  // 收到申请9件（其中网上7件），办结8件: what a bracket says ends with it.
  const before = near.includes(')') ? near.replace(/\([^()]*\)/g, '') : near;
  const part = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('。')) + 1);
  const lead = part.slice(Math.max(part.lastIndexOf(','), part.lastIndexOf(':')) + 1);
  if (PARTS.test(lead) || PLANNED.test(lead) || SEVERAL_YEARS.test(part)) return false;
  if (isWider(part, scope) || isOwnLevelOnly(part, scope.level)) return false;
  // 收到网上申请5件，予以公开3件: what became of some of them.
  if (REQUESTS.includes(claim) ? NARROWER.test(lead) : isOutcome(claim) && NARROWER.test(part)) return false;
  if (isNarrowed(lead, claim, scope)) return false;
  const ofThem = part.lastIndexOf('其中');
  if (ofThem >= 0 && !isWholeOfThem(part.slice(0, ofThem), part.slice(ofThem + 2), claim, scope)) return false;
  const time = lastTime(part, scope.year);
  if (time === 'other') return false;
  // A running total, unless the sentence says that it is this year's.
  return !/累计/u.test(lead) || time === 'this';
}

/** `words`: the clause up to the phrase. */
function isNarrowed(words: string, claim: CountClaim, { unit }: Scope): boolean {
  if ([NO_COUNT, PART_OF_YEAR, TERM, SUBORDINATE].some((narrower) => narrower.test(words))) return true;
  // 予以公开的3件、部分公开1件 is a list, 予以公开的申请收到3件 none.
  if (!isOutcome(claim) && OF_OUTCOME.test(words)) return true;
  if (isAboutAnother(words, unit)) return true;
  if (INCOMING.includes(claim) && DONE_WITH.test(words)) return true;
  return DISPUTES.includes(claim) && OTHER_DISPUTES.test(words);
}

/** 全市共受理…件，答复…件 goes on to be about the city, until the unit itself is named. 在全区率先 compares only. */
function isWider(part: string, { level, unit }: Scope): boolean {
  const wider = new RegExp(`(?<![在向居列])(?:全|我|本)(?<level>${LEVELS}|系统)(?!域|政府)`, 'gu');
  let last = -1;
  for (const match of part.matchAll(wider)) if (match.groups?.['level'] !== level) last = match.index;
  return last >= 0 && !isAboutOwn(part, unit) && ![...part.matchAll(OWN)].some(({ index }) => index > last);
}

/** 全区共受理…件，区政府本级受理…件: a district's report counts all of it, and not its government's own requests. */
function isOwnLevelOnly(part: string, level: string | null): boolean {
  return level !== null && part.lastIndexOf('本级') > part.lastIndexOf(`全${level}`);
}

/** The level of a report's unit as printed in its title: 市 of 某某市人民政府. */
export function levelOf(unit: string | null): string | null {
  return new RegExp(`(${LEVELS})(?:(?:人民)?政府)?(?:办公室)?$`, 'u').exec(unit ?? '')?.[1] ?? null;
}

/**
 * Whether a figure is whole although 其中 stands before it: 其中新收10件 is a row of the form, 其中我街道收到12件 the
 * report's own figure, 其中8件已答复，1件结转下年度 what became of all. `whole`: before 其中; `text`: from there to the phrase.
 */
function isWholeOfThem(whole: string, text: string, claim: CountClaim, { unit }: Scope): boolean {
  if (isOutcome(claim)) return true;
  if (claim === 'carried-out') return !NARROWER.test(text) && !APPLICANT.test(text);
  if (DISPUTES.includes(claim) && /争议|纠纷|复议|诉讼/u.test(whole)) return true;
  if (AFTER_OF_THEM.includes(claim) && isListOfRows(text)) return true;
  return !text.includes(',') && (OWN_ALONE.test(text) || isAboutOwn(text, unit));
}

/** Nothing between 其中 and the phrase but figures before it: 其中新收10件,上年结转. */
function isListOfRows(text: string): boolean {
  return (
    text
      .split(/[,、]/)
      .slice(0, -1)
      .every((item) => /新收|结转/u.test(item)) && /^(?:本年度?)?$/u.test(text.split(/[,、]/).at(-1) ?? '')
  );
}

/** The year that was named last: this one, another, or none. 较上年 compares and 上年结转 is a row of the form. */
function lastTime(part: string, year: number | null): 'this' | 'other' | null {
  const times = new RegExp(
    `(?<this>${THIS_YEAR})|(?<!较|比|同|与|和|至|到)(?<other>去年|上一?年度?|往年|前年)(?!度?(?:结转|转入|相比|同期|持平))|(?<!较|比|同|与|和|至|到|\\d)(?<year>20\\d{2})年(?!度?(?:结转|相比|同期)|\\s*\\d{1,2}\\s*月)`,
    'gu'
  );
  let last: 'this' | 'other' | null = null;
  for (const { groups } of part.matchAll(times)) {
    const named = groups?.['year'];
    if (named === undefined) last = groups?.['this'] === undefined ? 'other' : 'this';
    else last = year === null || Number(named) === year ? 'this' : 'other';
  }
  return last;
}

const TOPIC =
  /(?<requests>申请(?!人|(?:行政)?复议|执行)|新收)|建议|提案|信访|投诉|举报|来信|来电|咨询|留言|热线|工单|问政|复议|诉讼|许可|处罚/gu;

/** Whether the text speaks of requests for information where it has come to. */
export function isAboutRequests(before: string): boolean {
  let last = false;
  for (const { groups } of before.matchAll(TOPIC)) last = groups?.['requests'] !== undefined;
  return last;
}
