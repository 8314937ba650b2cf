/**
 * How reports state the figures of their tables. Patterns are matched against a sentence in plain characters (full
 * stops and list commas stay Chinese). They allow nothing but known words between verb, object and number: 收到申请3件
 * counts requests, 收到网上申请3件 and 收到群众来信3件 count something else.
 */
import { byYear } from './by-year.ts';
import { BARE_ZERO, countedBy } from './number.ts';
import { OUTCOME_CLAIMS, OUTCOME_PHRASES, OUTCOME_SIGNS } from './outcomes.ts';

/**
 * What a stated figure counts. `new` is 新收; `received` is 收到 or 受理, which may include what was carried in.
 * `proactive` stands in no table.
 */
export const COUNT_CLAIMS = [
  'new',
  'received',
  'carried-in',
  'handled',
  ...OUTCOME_CLAIMS,
  'carried-out',
  'review',
  'suit',
  'normative',
  'normative-repealed',
  'normative-in-force',
  'proactive'
] as const;
export type CountClaim = (typeof COUNT_CLAIMS)[number];

/** Without its sign a sentence states no such figure: most sentences are passed over by these alone, and quickly. */
export const SIGNS: Readonly<Record<CountClaim, RegExp>> = {
  new: /新/u,
  received: /收|受理|接到|登记|申请/u,
  'carried-in': /转/u,
  handled: /办结|答复|办理完毕|已办理/u,
  ...OUTCOME_SIGNS,
  'carried-out': /转|顺延/u,
  review: /复议/u,
  suit: /诉讼/u,
  normative: /规范性文件/u,
  'normative-repealed': /废止/u,
  'normative-in-force': /有效/u,
  proactive: /主动公开/u
};

/** The same for what is said to be none. */
export const NONE_SIGN = /未|没|无/u;

export interface Phrase {
  readonly claim: CountClaim;
  readonly pattern: RegExp;
  /** Counts requests only if the text is about requests where it stands: 办结3件. */
  readonly needsTopic?: boolean;
}

/** No word here may be two others put together, in this list and those below: matching would take forever. */
const FILL = '(?:总数|总量|数量|件数|数|合计|总计|共|计|达到|为|达|了|有|:|\\s)*';
const PIECES = '件次|件|宗|起|份|例|条|个|项';
const CASES = '件|宗|起|例|个|项|次';
const NUMBER = `${FILL}(?:${countedBy(PIECES)}|${BARE_ZERO})`;
const CASE_NUMBER = `${FILL}(?:${countedBy(CASES)}|${BARE_ZERO})`;
/** Words of 公民、法人和其他组织提出的政府信息公开申请, without any that narrows it. */
const REQUEST_WORDS =
  '(?:任何|形式|各类|有效|公民|法人|其他组织|申请人|提出|提交|递交|要求|关于|政府|政务|信息|公开|依法|的|和|或者|或|、)*';
const REQUEST_NOUN =
  '(?:依申请公开|依申请信息公开|依申请(?:政府|政务)?信息|申请公开|申请)(?:公开|政府|政务|信息|申请|书|表|事项|办理|办件|案件|信件|件(?=[数共合总为\\d零〇一二两三四五六七八九十]))*';
const REQUEST = `${REQUEST_WORDS}${REQUEST_NOUN}`;
const ALSO = '(?:(?:、|并|和|及)(?:受理|处理|办理|登记))?';
const DOCUMENT = '(?:行政)?规范性文件';
const ISSUED = '(?:制发|制定|出台|印发|发布)';

const phrase = (claim: CountClaim, pattern: string, needsTopic = false): Phrase => ({
  claim,
  pattern: new RegExp(pattern, 'gu'),
  needsTopic
});

const NEW = '新(?:增|收到|接收|受理|收)';
const RECEIVED = `(?<!未|没有|没|不予|不|无|新|拟)(?:收到|受理|收办|接收到?|接到|登记)${ALSO}`;
const HANDLED = `(?<!未|没有|没|不予|不|无|超期|逾期|延期|当面|书面|电话|口头|公开)(?:办结|答复|办理完毕|(?<=已)办理)`;
/** 3件已按时答复 */
const ALREADY = '(?:均|都|全部)*已经?(?:按时|按期|按规定?|依法|依规|及时|全部|完成|予以|给予|作出)*';
const CARRY = '(?:结转|顺延|转入|转)(?:至|到|入)?';

/** How a case stands, which counts only some of them. */
const OF_THEM = '(?:未审结|未办结|审结|办结|维持|纠正|撤销|驳回|胜诉|败诉|在办|审理)的?';

const BEFORE_CARRIED: readonly Phrase[] = [
  phrase('new', `${NEW}${REQUEST}${NUMBER}`),
  phrase('new', `新收(?:到)?${NUMBER}`),
  phrase('new', `${NEW}${FILL}${countedBy(PIECES)}的?${REQUEST}`),
  phrase('received', `${RECEIVED}${REQUEST}${NUMBER}`),
  phrase('received', `${RECEIVED}${FILL}${countedBy(PIECES)}的?${REQUEST}`),
  phrase('received', `依申请公开(?:申请)?(?:受理|收到|接收)量?${NUMBER}`),
  // With a number, these may be what was given out.
  phrase('received', `依申请公开(?:政府)?(?:信息)?${FILL}(?<!\\d)(?<number>0|零|〇)(?<measure>件次|件|条|次|项|宗)`),
  phrase('received', `${RECEIVED}${NUMBER}`, true),
  // By itself: 办结申请数量 and 不予公开的申请数量 are others.
  phrase(
    'received',
    `(?<=^|[,;:、。)年度共])(?:政府)?信息公开申请(?:总数|总量|数量|件数|量|数)${FILL}${countedBy(PIECES)}`
  )
];

const HAPPENED = '(?<!尚|仍|还|其中)(?:共有|共发生|发生|引发|产生|涉及)';
const SOME = `(?:\\d{1,6}|[一二两三四五六七八九十]{1,3})(?:${CASES})(?:政府信息公开)?`;
/** Behind it a case's standing: 2件行政复议被纠正. */
const NOT_PART = '(?!(?:案件)?(?:结果)?(?:被|已)?(?:维持|纠正|撤销|驳回|败诉|胜诉|在|正|尚|未|审))';

/** 顺延至下年度答复2件 is carried out and not handled. */
const AFTER_CARRIED: readonly Phrase[] = [
  phrase('handled', `${HANDLED}(?:${REQUEST})${NUMBER}`),
  phrase('handled', `${HANDLED}${NUMBER}`, true),
  phrase('handled', `${HANDLED}的${countedBy(PIECES)}`, true),
  phrase('handled', `${countedBy(PIECES)}(?:${REQUEST})?${ALREADY}${HANDLED}`, true),
  ...OUTCOME_PHRASES.map(({ claim, pattern }) => phrase(claim, pattern, true)),
  phrase('review', `(?<!${OF_THEM}(?:行政)?)复议(?:案件|申请|事项|案)?${CASE_NUMBER}`),
  phrase('suit', `(?<!举报|${OF_THEM}(?:行政)?)诉讼(?:案件|事项|案)?${CASE_NUMBER}`),
  phrase('review', `${HAPPENED}${countedBy(CASES)}(?:政府信息公开)?行政复议${NOT_PART}`),
  phrase(
    'suit',
    `${HAPPENED}(?:${SOME}行政复议(?:案件)?[、,和及])?${countedBy(CASES)}(?:政府信息公开)?行政诉讼${NOT_PART}`
  ),
  phrase('normative', `${ISSUED}${DOCUMENT}${NUMBER}`),
  phrase('normative', `${ISSUED}${FILL}${countedBy(PIECES)}${DOCUMENT}`),
  phrase('normative', `${DOCUMENT}(?:本年度?)?${ISSUED}${NUMBER}`),
  phrase('normative-repealed', `废止${DOCUMENT}${NUMBER}`),
  phrase('normative-in-force', `(?:现行有效|继续有效)的?${DOCUMENT}${NUMBER}`),
  phrase('proactive', `主动公开(?:各类|各项|政府|政务|的)*信息${NUMBER}`),
  phrase('proactive', `主动公开${FILL}${countedBy(PIECES)}(?:政府|政务)?信息`)
];

export const phrasesOf = byYear((year): readonly Phrase[] => {
  const before = `(?:上一?年度?|去年${year === null ? '' : `|${year - 1}年度?`})`;
  const after = `(?:下一?年度?|下年|次年|明年${year === null ? '' : `|${year + 1}年度?`})`;
  const carriedIn = `(?:${before}(?:结转|转入)(?:[到至]?(?:本|今|当)年度?${year === null ? '' : `|[到至]${year}年度?`})?|结转(?:自|的)?${before})(?:继续)?(?:办理|处理)?的?${REQUEST_WORDS}(?:${REQUEST_NOUN})?(?:办理)?(?:件(?=\\d))?`;
  const carriedOut = `${CARRY}${after}(?:继续)?(?:办理|处理|答复)?的?(?:${REQUEST})?`;
  const undone = '(?:(?:尚|仍)?(?:未办结|未答复|未到答复期限|未到期|在办理|在办理中)|正在办理)';
  return [
    ...BEFORE_CARRIED,
    phrase('carried-in', `${carriedIn}${NUMBER}`),
    phrase(
      'carried-in',
      `${countedBy(PIECES)}(?:${REQUEST})?(?:为|是|系|属于?)${before}(?:结转|转入)(?:的|申请|来)*(?=[,;。)]|$)`
    ),
    phrase('carried-out', `${carriedOut}${NUMBER}`),
    phrase(
      'carried-out',
      `${countedBy(PIECES)}(?:${REQUEST})?,?${undone}?的?,?(?:(?:按照?|根据|依照)(?:《条例》)?(?:相关|有关)?(?:规定|要求)?,?)?(?:将|需|须|已|均)?${CARRY}${after}(?!度?(?:继续)?(?:办理|处理|答复)?的?(?:${REQUEST})?${FILL}[\\d零〇一二两三四五六七八九十])`
    ),
    ...AFTER_CARRIED
  ];
});

/** 没有 and its like, before what did not happen. */
const NONE = '(?<!并非|不是)(?:未|没有|没|无|未曾|从未)';
/** What may stand between 没有 and 行政复议 without narrowing it. */
const BEFORE_DISPUTE =
  '(?:发生|出现|产生|有|收到|接到|涉及|引发|引起|提起|被|申请|因|由|政府|政务|信息|公开|工作|答复|而|所|的|类|依申请|方面|任何|相关|有关|投诉|举报|、|和|及|或|过|一起|一件|行政)*';
const AND = '(?:、|,|和|及|与|或者|或|以及)';

export interface ZeroPhrase {
  readonly claims: readonly CountClaim[];
  readonly pattern: RegExp;
}

/** 没有行政复议，行政诉讼1件: what a number follows is not what there was none of. */
const UNCOUNTED = `(?!(?:案件|申请|事项|案)?${FILL}[\\d一二两三四五六七八九十])`;

const zero = (claims: readonly CountClaim[], pattern: string): ZeroPhrase => ({
  claims,
  pattern: new RegExp(pattern + UNCOUNTED, 'gu')
});

/** Who asks and how: a number narrowed by these counts some of the requests, none from them is none. */
const BY_ANYBODY =
  '(?:对|社会公众|公众|人民群众|群众|市民|社会组织|个人|主动|通过任何(?:形式|方式|渠道)|向(?:本|我)(?:机关|单位|局|办|委|街道|镇|乡)|或者|或|和|、)*';
const ASKED = `${NONE}(?:新?收到?|接收?到|接收|受理)(?:过|到)?(?:(?:和|及|、|或)(?:处理|受理|办理))?${BY_ANYBODY}${REQUEST_WORDS}${BY_ANYBODY}${REQUEST}`;
const SUIT = `${AND}(?:被)?(?:提起|引发)?(?:行政)?诉讼`;

const NO_REQUESTS: readonly ZeroPhrase[] = [
  zero(['received', 'review', 'suit'], `${ASKED}${AND}(?:行政)?复议(?:案件|申请)?${SUIT}`),
  zero(['received'], ASKED),
  zero(
    ['received'],
    `(?<!所|有|若|如)(?:无|没有)(?:新收|新的)?${REQUEST_WORDS}(?:依法?申请公开|信息公开申请)(?!人|目录|指南|情况|(?:的|被|引起|引发|涉及)*(?:行政)?(?:复议|诉讼))`
  )
];

/** 无行政复议纠错、行政诉讼败诉案件: there may have been others. */
const UNLOST = '(?!(?:案件|案|被|的|和|及|、|行政|复议|诉讼)*(?:纠错|纠正|败诉|撤销|变更|确认违法|责令))';

const NO_DISPUTES: readonly ZeroPhrase[] = [
  zero(['review', 'suit'], `${NONE}${BEFORE_DISPUTE}复议(?:案件|申请)?${SUIT}${UNLOST}`),
  zero(['suit', 'review'], `${NONE}${BEFORE_DISPUTE}诉讼(?:案件)?${AND}(?:被)?(?:申请)?(?:行政)?复议${UNLOST}`),
  zero(['review'], `${NONE}${BEFORE_DISPUTE}复议(?!机关)${UNLOST}`),
  zero(['suit'], `${NONE}${BEFORE_DISPUTE}诉讼${UNLOST}`),
  zero(['normative'], `(?:未|没有)(?:新|再)?${ISSUED}(?:过|任何)?${DOCUMENT}`)
];

/** Zeros said without a number: 未收到政府信息公开申请, 没有发生行政复议和行政诉讼. */
export const zeroPhrasesOf = byYear((year): readonly ZeroPhrase[] => {
  const before = `(?:上一?年度?|去年${year === null ? '' : `|${year - 1}年度?`})`;
  const after = `(?:下一?年度?|次年${year === null ? '' : `|${year + 1}年度?`})`;
  return [
    ...NO_REQUESTS,
    zero(['carried-in'], `(?:无|没有)(?:${before}结转|结转${before})`),
    zero(['carried-out'], `(?:无|没有|未)(?:需要?|须)?${CARRY}${after}`),
    zero(['carried-out'], `(?:无|没有)${after}结转`),
    zero(['carried-in', 'carried-out'], `(?:无|没有)${before}(?:和|及|或|、)${after}结转`),
    ...NO_DISPUTES
  ];
});

/** What a list before 均为0 names. */
export const LISTED: readonly (readonly [CountClaim, RegExp])[] = [
  ['new', /新收/u],
  ['received', /(?<!新收[^、]*)(?:依申请公开|(?<!行政复议|提起)申请(?!人|行政复议))/u],
  ['carried-in', /上一?年度?结转|结转上年/u],
  ['handled', /办结|答复/u],
  ['carried-out', /结转(?:至|到)?(?:下|次)一?年/u],
  ['review', /复议/u],
  ['suit', /(?<!举报)诉讼/u],
  ['normative', /(?:制发|制定|出台|印发|发布)(?:行政)?规范性文件/u],
  ['proactive', /主动公开(?:政府|政务)?信息/u]
];
export const ALL_ZERO = /(?:均|都|皆|全部|全)(?:是|为)\s*(?:0|零|〇)(?:\s*(?:件|宗|条|起|项))?/gu;
