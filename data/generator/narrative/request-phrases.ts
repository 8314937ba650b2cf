/** Sentences that state figures of tables 2, 3 and 4; each names the figures it prints. */
import { STATED_NAMES, type StatedName } from '../model.ts';

export interface FigurePhrase {
  readonly template: string;
  readonly states: readonly StatedName[];
  /** Says 收到 or 受理 of new requests. */
  readonly received: boolean;
}

/** Zeros said without a number. */
const IMPLIED: readonly (readonly [words: string, states: readonly StatedName[]])[] = [
  ['未收到政府信息公开申请', ['new']],
  ['依申请公开、行政复议', ['new', 'review', 'suits']],
  ['收到政府信息公开申请、行政复议', ['new', 'review', 'suits']],
  ['也无上年结转', ['carriedIn']],
  ['行政复议、行政诉讼均为0', ['review', 'suits']],
  ['没有发生因信息公开引起的行政复议和行政诉讼', ['review', 'suits']],
  ['未制发行政规范性文件', ['normative']]
];

/** `{new}` and its like are counts in digits, `{new:words}` in Chinese numerals. */
function phrase(template: string): FigurePhrase {
  const printed = STATED_NAMES.filter((name) => template.includes(`{${name}}`) || template.includes(`{${name}:words}`));
  const implied = IMPLIED.filter(([words]) => template.includes(words)).flatMap(([, states]) => states);
  return { template, states: [...new Set([...printed, ...implied])], received: !template.includes('新收') };
}

export const REQUESTS: readonly FigurePhrase[] = [
  '{year}年新收政府信息公开申请{new}件，上年结转{carriedIn}件，办结{handled}件，结转下年度继续办理{carriedOut}件。{topic}方面的申请[居多|相对集中]。',
  '全年新收政府信息公开申请{new}件{change}，已答复{handled}件，申请内容多与{topic}、{topic}有关。',
  '{self}收到政府信息公开申请{new}件，[主要|大多]涉及{topic}；年底尚有{carriedOut}件未到答复期限，结转下年度{carriedOut}件。',
  '一年中共收到依申请公开事项{new:words}件，办结{handled:words}件，{office}与{office}[共同会商|集体研究]了其中与{topic}相关的答复。',
  '依申请公开工作由{office}承担，{year}年新收{new}件、办结{handled}件、结转下年度{carriedOut}件，申请人以{place}、{place}的居民[为主|居多]。',
  '在依申请公开方面，新收申请{new}件{change}，上年结转{carriedIn}件；对{topic}一类的申请，先与申请人[电话沟通|当面沟通]再答复。',
  '年内受理政府信息公开申请{new}件，答复{handled}件，顺延到下年度{carriedOut}件，[没有|未出现]超期答复。',
  '新收政府信息公开申请{new:words}件，结转下年度{carriedOut:words}件，{topic}类申请由{office}先行[提出答复意见|核对底稿]。'
].map(phrase);

export const NO_REQUESTS: readonly FigurePhrase[] = [
  '{year}年未收到政府信息公开申请，{office}的申请受理点照常开放，[现场|电话]咨询{topic}的群众{3-40}人次。',
  '本年度新收政府信息公开申请{new}件，结转下年度{carriedOut}件；群众了解{topic}多通过{place}的网格员当面询问。',
  '申请渠道[保持畅通|运行正常]，全年收到政府信息公开申请{new}件，受理点设在{office}，{month}更新了指南和{topic}样表。',
  '{self}[全年|{year}年]新收政府信息公开申请{new:words}件，也无上年结转事项，{topic}等疑问大多在{place}现场答疑时解决。',
  '依申请公开的受理窗口设在{office}，{year}年新收{new}件；为方便{place}的居民，{month}增加了邮寄和[当面|电子邮件]两种提交方式。',
  '没有人提出申请不等于没有需求，{self}未收到政府信息公开申请，但在{place}走访时记下了对{topic}的{2-15}条疑问并逐一答复。'
].map(phrase);

export const DISPUTES: readonly FigurePhrase[] = [
  '因政府信息公开引起的行政复议{review}件、行政诉讼{suits}件，{office}对每一件都作了[复盘|个案分析]。',
  '全年行政复议{review}件，行政诉讼{suits}件，争议[多由|主要由]{topic}引起。',
  '{year}年发生行政复议{review:words}件、行政诉讼{suits:words}件，{self}按时提交了答复材料和{topic}档案。',
  '当事人就答复提起行政复议{review}件，提起行政诉讼{suits}件，{self}[主动沟通|逐件说明理由]，{office}派员出庭或者参加听证。'
].map(phrase);

export const NO_DISPUTES: readonly FigurePhrase[] = [
  '行政复议、行政诉讼均为0，{office}仍[请法律顾问|组织经办人]对{topic}的答复样本作了{1-4}次抽查。',
  '{year}年行政复议{review}件，行政诉讼{suits}件，{topic}答复文书的[格式|说理]比上年规范。',
  '年内没有发生因信息公开引起的行政复议和行政诉讼，{topic}方面的异议在{place}[调解|沟通]后化解。',
  '{self}因政府信息公开被申请行政复议{review:words}件，被提起行政诉讼{suits:words}件，法律顾问全年审阅{topic}答复{2-20}次。'
].map(phrase);

export const ALL_NOTHING: readonly FigurePhrase[] = [
  '{year}年{self}的依申请公开、行政复议、行政诉讼均为0，{office}在{month}演练了一次{topic}申请的[受理|答复]流程。',
  '收到政府信息公开申请、行政复议、行政诉讼均为0；{place}居民询问{topic}的{4-36}人次，由{office}[当场|三天内]说明。'
].map(phrase);

export const NORMATIVE: readonly FigurePhrase[] = [
  '全年制发规范性文件{normative}件，内容涉及{topic}，已[同步解读|备案并公布]。',
  '{year}年制发行政规范性文件{normative:words}件，经{office}合法性审核后在{channel}公布，主题是{topic}。',
  '{self}制发规范性文件{normative}件，就{topic}征求了{place}等地居民的意见。'
].map(phrase);

export const NO_NORMATIVE: readonly FigurePhrase[] = [
  '{year}年制发规范性文件{normative}件，{topic}仍按上级文件执行。',
  '年内未制发行政规范性文件，{office}对涉及{topic}的旧文件作了[清理|复核]。',
  '{self}本年制发规范性文件{normative}件，{topic}方面沿用原有办法。'
].map(phrase);
