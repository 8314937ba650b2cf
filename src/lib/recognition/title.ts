import { foldText } from './normalise-label.ts';
import { tightened, titleWords } from './title-line.ts';
import { yearsIn, YEAR, YEAR_BEFORE } from './year-words.ts';

export interface Title {
  readonly unit: string | null;
  /** Null when none is stated, or when two are. */
  readonly year: number | null;
  readonly years: readonly number[];
}

const SUBJECT = /(?:信息|政务)公开/;
const REPORT = /报告|年报/;
/**
 * Where the report's own words begin. 人民政府信息公开 is 人民政府 and 信息公开; 政府信息公开 alone is one word.
 */
const REPORT_WORDS = /(?:(?<!人民)政府)?信息(?:主动)?公开|政务(?:信息)?公开|(?:工作)?(?:年度)?报告|年报|年度(?=$)/;
/** Page furniture: dates with a month, paths, labels of a site's own. */
const FURNITURE =
  /\d{1,2}\s*月|\d{4}[-/.]\d{1,2}[-/.]\d|[>»›]|首页|当前位置|发布|来源|索引|浏览|点击|打印|字号|网站|版权|备案|下载|附件|今天|星期|主办|承办/;
const SENTENCE = /[。；;！!？?]|[，,]\S{6,}/;
const LONGEST_LINE = 60;
const MOST_LINES = 4;
const UNIT = /^[\p{Script=Han}\p{L}\p{N}·]{2,40}$/u;
/** 信息公开指南, 政务公开: what stands in a site's menu beside a title is nobody's name. */
const OF_MENU = /^(?:政府)?(?:信息|政务)公开/;
const UNIT_LINE =
  /(?:街道|镇|乡|街|苏木|办事处|政府|区|县|市|旗|州|省|局|委|委员会|办公室|办|厅|部|中心|院|所|处|队|站|会|社|公司|机关)$/u;

/**
 * Unit and year as a title states them: one line or up to four that belong together. `lines` are what stands before
 * the report's first section. Fewer lines win over more, so that a site's own banner never lends its words.
 */
export function findTitle(lines: readonly string[]): Title | null {
  const heads = lines.map(tightened).filter((line) => line !== '');
  const whole = heads.map((line) => titleOfLine(line)).filter((title) => title !== null && score(title) === 2);
  const years = [...new Set(whole.flatMap((title) => title?.years ?? []))];
  const last = whole.at(-1);
  // Links to the reports of other years: which one this is, the text must say.
  if (last && years.length > 1) return { unit: last.unit, year: null, years };
  let best: Title | null = null;
  for (let count = 1; count <= MOST_LINES; count++) {
    for (let start = 0; start + count <= heads.length; start++) {
      const part = heads.slice(start, start + count);
      const title = count === 1 ? titleOfLine(part[0] ?? '') : titleOfLines(part, heads);
      if (title && score(title) > score(best)) best = title;
    }
    if (score(best) === 2) return best;
  }
  return best;
}

/** The title a single line is, or null. */
export function titleOfLine(line: string): Title | null {
  const whole = titleWords(line);
  // In a document of one line the title is what comes before the first blank that follows it.
  const head = whole.length <= LONGEST_LINE && !SENTENCE.test(whole) ? whole : titleBefore(foldText(line).trim());
  if (head === '' || FURNITURE.test(head) || SENTENCE.test(head)) return null;
  if (!SUBJECT.test(head) || !REPORT.test(head) || /^(?:根据|按照|现将|本报告)/.test(head)) return null;
  const years = yearsIn(head);
  return { unit: unitIn(head), year: years.length === 1 ? (years[0] ?? null) : null, years };
}

function titleBefore(text: string): string {
  const head = /^.{4,120}?(?:报\s*告|年\s*报)(?=\s|$)/u.exec(text)?.[0] ?? '';
  const words = titleWords(head);
  return words.length <= LONGEST_LINE ? words : '';
}

/** Words of a title that go on in the next line: 政府信息 / 公开工作年度报告. */
const ACROSS = /(?:政府|政务)?信息(?:主动)?公开(?:工作)?(?:年度)?(?:报告)?|年度(?:工作)?报告|工作报告|20\d{2}年/g;

function isCut(lines: readonly string[], index: number): boolean {
  const [one = '', next = ''] = lines.slice(index, index + 2);
  return [...(one + next).matchAll(ACROSS)].some(
    (match) => match.index < one.length && match.index + match[0].length > one.length
  );
}

function titleOfLines(lines: readonly string[], all: readonly string[]): Title | null {
  const words = lines.filter((line) => SUBJECT.test(line) || REPORT.test(line));
  const others = lines.filter((line, index) => !words.includes(line) && !isCut(lines, index));
  if (words.length === 0 && others.length === lines.length) return null;
  for (const line of others) {
    const bare = line.replace(/[()\s]/g, '');
    const isYear = yearsIn(bare).length === 1 && bare.replace(new RegExp(YEAR.source, 'u'), '') === '';
    // A list of years is a menu.
    if (
      isYear
        ? all.filter((other) => yearsIn(other).length === 1 && other.length <= 8).length > 1
        : !UNIT_LINE.test(line.replace(new RegExp(`(?:关于)?${YEAR.source}`, 'u'), '').trim())
    )
      return null;
  }
  return lines.some((line) => line.length > LONGEST_LINE / 2) ? null : titleOfLine(lines.join(''));
}

function score(title: Title | null): number {
  if (!title) return -1;
  return (title.unit !== null ? 1 : 0) + (title.years.length > 0 ? 1 : 0);
}

/** What is left of a title or a file name without year, report words and signs. */
export function unitIn(text: string): string | null {
  const words = text
    .replace(/\s+/g, '')
    .replace(YEAR_BEFORE, '')
    .replace(new RegExp(YEAR.source, 'gu'), '')
    .replace(/^关于(?:印发|公布)?|[《》“”"]/g, '');
  const begin = REPORT_WORDS.exec(words)?.index ?? words.length;
  const candidates = [words.slice(0, begin), words.slice(begin).replace(new RegExp(`^.*(?:${REPORT.source})`), '')];
  for (const candidate of candidates) {
    const unit = candidate
      .replace(/^[^\p{Script=Han}\p{L}\p{N}]+|[^\p{Script=Han}\p{L}\p{N}]+$/gu, '')
      .replace(/(?:关于|年度|的)$/, '')
      .replace(/^(?:年度|附件\d*|的?(?:公告|公示|通知|公布|函|说明)$)/, '');
    if (UNIT.test(unit) && /\p{Script=Han}{2}/u.test(unit) && !OF_MENU.test(unit)) return unit;
  }
  return null;
}

/** A line that may be the name of a unit and nothing else. */
export function isUnitLine(line: string): boolean {
  const folded = tightened(line);
  return (
    folded.length <= LONGEST_LINE / 2 && UNIT_LINE.test(folded) && !FURNITURE.test(folded) && !SENTENCE.test(folded)
  );
}
