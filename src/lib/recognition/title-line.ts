import { foldText } from './normalise-label.ts';

/** 湖 南 镇 2021 年: single characters with blanks between, as titles are spread over a line. */
const SPREAD = /(?:^|\s)(?:\p{Script=Han}\s+){4,}\p{Script=Han}|^(?:\p{Script=Han}\s+){2,}\p{Script=Han}$/u;

/** The day of a report behind its title: (2022年1月15日), (2022-01-15). */
const DAY = /\(\s*20\d{2}\s*[年\-./]\s*\d{1,2}\s*(?:[月\-./]\s*(?:\d{1,2}\s*日?)?)?\s*\)/g;

/** 【年度报告】 and the like say what is published; 【青石街道】 may be the unit itself. */
const KIND =
  /[【[](?:(?:政府|政务)?信息公开(?:工作)?)?(?:年度报告|工作报告|年报|公开|公告|公示|通知|最新|原创|置顶)*[】\]]/g;

const SITE = '(?:政府网|门户网|信息网|政务网|公开网|门户|网)(?:站|页)?';
const BETWEEN = String.raw`\s*[-‐-―_|:·]+\s*`;
/** The publisher's site before or behind the title, as pages name themselves. */
const SITE_BEFORE = new RegExp(
  String.raw`^[\p{Script=Han}\d()]{2,24}${SITE}(?:${BETWEEN}|\s+|(?=[《\p{Script=Han}\d]))`,
  'u'
);
const SITE_BEHIND = new RegExp(`(?:${BETWEEN}|\\s+)[^\\s]{2,24}${SITE}$`, 'u');

/** A line's words in plain characters, without blanks between the letters of a spread title. */
export function tightened(line: string): string {
  const folded = foldText(line).trim();
  return SPREAD.test(folded) ? folded.replace(/\s+/g, '') : folded;
}

/** What may be a title in a line, without what is put around titles: the day, the kind of paper, the site. */
export function titleWords(line: string): string {
  const words = tightened(line).replace(DAY, '').replace(KIND, '').trim();
  const bare = words.replace(SITE_BEFORE, '').replace(SITE_BEHIND, '').trim();
  return /公开/.test(bare) ? bare : words;
}
