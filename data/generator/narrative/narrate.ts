/** A whole narrative, and the title over it. */
import { figure, type DemoSection, type Figures, type Narrative, type Stated } from '../model.ts';
import { Random } from '../random.ts';
import { CITY, nameIn, type DemoUnit } from '../register.ts';
import { FEE, MATTERS, NO_FEE, RENAMED } from './closing-phrases.ts';
import { overview } from './overview.ts';
import { PREFACES } from './overview-phrases.ts';
import { plans, problems } from './problems.ts';
import { voiceOf, type Speech, type Voice } from './voice.ts';

/** The counts that a true narrative states. */
export function statedBy(figures: Figures): Stated {
  const of = (cell: string): number => figure(figures, cell);
  return {
    new: of('t3.new.total'),
    carriedIn: of('t3.carried-in.total'),
    handled: of('t3.handled.total'),
    carriedOut: of('t3.carried-out.total'),
    review: of('t4.review.total'),
    suits: of('t4.suit.total') + of('t4.suit-after-review.total'),
    normative: of(figures.has('t2.normative.issued') ? 't2.normative.issued' : 't2.normative.made')
  };
}

function otherMatters(voice: Voice, { unit, year, stated }: Speech): string[] {
  const { random } = voice;
  const fee = stated.handled > 20 && random.chance(0.25) ? FEE : NO_FEE;
  const sentences = [voice.say(random.pick(fee)), voice.say(random.pick(MATTERS))];
  if (random.chance(0.3)) sentences.reverse();
  if (unit.formerUntil !== null && year === unit.formerUntil + 1) sentences.push(voice.say(RENAMED));
  return random.chance(0.6) ? [sentences.join('')] : sentences;
}

export function narrate(speech: Speech): Narrative {
  const voice = voiceOf(speech);
  const preface = voice.random.chance(0.8) ? [voice.say(voice.random.pick(PREFACES))] : [];
  const { paragraphs, claims, change } = overview(voice);
  const withPlans = voice.random.chance(0.08);
  const sections: DemoSection[] = [
    { key: 'overview', title: '总体情况', paragraphs, table: null },
    { key: 'proactive', title: '主动公开政府信息情况', paragraphs: [], table: 2 },
    { key: 'requests', title: '收到和处理政府信息公开申请情况', paragraphs: [], table: 3 },
    { key: 'disputes', title: '政府信息公开行政复议、行政诉讼情况', paragraphs: [], table: 4 },
    {
      key: 'problems',
      title: '存在的主要问题及改进情况',
      paragraphs: problems(voice, speech.unit, speech.year),
      table: null
    },
    ...(withPlans ? [{ key: 'plans', title: '下步计划', paragraphs: plans(voice), table: null } as const] : []),
    { key: 'other-matters', title: '其他需要报告的事项', paragraphs: otherMatters(voice, speech), table: null }
  ];
  return { preface, sections, claims, proactive: voice.count, change };
}

/** The year before, after or inside the name of the report, with or without the office and the district. */
export function titleOf(unit: DemoUnit, year: number, titleYear: number): string {
  const random = new Random('title', unit.code, year);
  const name = nameIn(unit, year);
  const office = name.endsWith('街道') ? '办事处' : '人民政府';
  const body = random.weighted([
    [name, 6],
    [name + office, 3],
    [unit.district + name, 2],
    [CITY + unit.district + name + office, 1]
  ]);
  return random.weighted([
    [`${body}${titleYear}年政府信息公开工作年度报告`, 6],
    [`${titleYear}年${body}政府信息公开工作年度报告`, 2],
    [`${body}政府信息公开工作${titleYear}年度报告`, 2],
    [`${body}${titleYear}年度政府信息公开工作报告`, 1]
  ]);
}
