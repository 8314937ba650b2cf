import type { Section } from '../report/report.ts';
import { foldText, normaliseLabel } from './normalise-label.ts';

export type SectionKey = Section['key'];

const NUMBERED = /^\s*[一二三四五六七八九十]{1,3}\s*[、.,]\s*\S/;
const SENTENCE = /[。;!?;：:]/;
const LONGEST_TITLE = 34;

/** Titles, with numbering, brackets and signs taken off. Numbers shift from report to report, so titles decide. */
const TITLES: readonly (readonly [SectionKey, RegExp])[] = [
  [
    'overview',
    /^(?:20\d{2}年度?|本年度?)?(?:(?:政府|政务)?(?:信息)?公开)?(?:工作)?的?(?:总体|基本|整体)(?:推进|开展)?情况$|^(?:概述|概况)$/
  ],
  ['proactive', /主动公开(?:政府)?(?:信息)?(?:工作)?情况$/],
  ['requests', /(?:收到和处理|依申请公开|信息公开申请).*情况$/],
  ['disputes', /(?:行政复议|行政诉讼).*情况$/],
  [
    'problems',
    /^(?:政府)?(?:信息公开)?(?:工作)?(?:中)?存在的?(?:主要)?(?:问题|困难|不足)|(?:主要)?问题[和及与]?(?:改进|整改).*$/
  ],
  ['other-matters', /(?:需要?|其[他它])(?:报告|汇报|说明)的?(?:其他|其它)?(?:的)?事项$|^其他事项$/]
];

/** The official wording, which needs no number to be believed. */
const OFFICIAL =
  /^(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|(?:政府信息公开)?行政复议行政诉讼情况|(?:政府信息公开工作)?存在的?主要问题[及和]改进(?:情况|措施)|其他需要报告的?事项)$/;

/** What a line is the title of, or null. `other`: a numbered title that the form does not know. */
export function sectionOf(line: string): SectionKey | null {
  if (line.length > LONGEST_TITLE * 2) return null;
  const folded = foldText(line)
    .trim()
    .replace(/[:。]$/, '');
  const numbered = NUMBERED.test(folded);
  const title = normaliseLabel(folded);
  if (title === '' || title.length > LONGEST_TITLE || SENTENCE.test(folded)) return null;
  for (const [key, pattern] of TITLES) {
    // The text speaks of the same things, and its own headings do.
    if (pattern.test(title) && (numbered || OFFICIAL.test(title))) return key;
  }
  return numbered ? 'other' : null;
}

const IN_LINE =
  /[一二三四五六七八九十]\s*[、.．,，]\s*(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|(?:因?政府信息公开(?:工作)?(?:被申请)?)?行政复议[、,，]?(?:提起)?行政诉讼情况|(?:政府信息公开工作)?存在的?主要问题(?:及|和)改进(?:情况|措施)|其他需要报告的?事项)/gu;
const QUOTING = /[“"《「『‘(（见]$/;

/** A line cut before and after each official section title in it: some documents are one long line. */
export function cutAtTitles(line: string): string[] {
  if (line.length < 12 || (!line.includes('情况') && !line.includes('事项'))) return [line];
  const parts: string[] = [];
  let start = 0;
  for (const match of line.matchAll(IN_LINE)) {
    if (QUOTING.test(line.slice(0, match.index).trimEnd())) continue;
    const end = match.index + match[0].length;
    parts.push(line.slice(start, match.index), line.slice(match.index, end));
    start = end;
  }
  if (parts.length === 0) return [line];
  parts.push(line.slice(start));
  return parts.filter((part) => part.trim() !== '');
}
