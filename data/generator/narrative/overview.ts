/** 一、总体情况. */
import type { DemoChange, DemoClaim } from '../model.ts';
import { MANAGEMENT, PLATFORM, PROACTIVE, PROACTIVE_MORE, SUPERVISION } from './overview-phrases.ts';
import {
  ALL_NOTHING,
  DISPUTES,
  NO_DISPUTES,
  NO_NORMATIVE,
  NO_REQUESTS,
  NORMATIVE,
  REQUESTS,
  type FigurePhrase
} from './request-phrases.ts';
import type { Voice } from './voice.ts';

const HEADINGS = ['主动公开', '依申请公开', '政府信息管理', '公开平台建设', '监督保障'] as const;
const NUMERALS = ['一', '二', '三', '四', '五'] as const;

/** What the sentences said so far state. */
interface Said {
  readonly claims: DemoClaim[];
  change: DemoChange | null;
}

/** Says a phrase and notes which figures it prints. */
function say(voice: Voice, phrases: readonly FigurePhrase[], said: Said): string {
  const { template, states, received } = voice.random.pick(phrases);
  for (const name of states)
    said.claims.push({ name, value: voice.stated[name], received: name === 'new' && received });
  if (template.includes('{change}')) said.change = voice.change;
  return voice.say(template);
}

export function overview(voice: Voice): Said & { paragraphs: string[] } {
  const { random, stated } = voice;
  const said: Said = { claims: [], change: null };
  const proactive = [voice.say(random.pick(PROACTIVE)), voice.say(random.pick(PROACTIVE_MORE))];
  if (random.chance(0.6)) proactive.push(say(voice, stated.normative > 0 ? NORMATIVE : NO_NORMATIVE, said));
  const requests: string[] = [];
  const noDispute = stated.review === 0 && stated.suits === 0;
  const noRequest = stated.new === 0 && stated.carriedIn === 0 && stated.carriedOut === 0;
  if (noRequest && noDispute && random.chance(0.4)) requests.push(say(voice, ALL_NOTHING, said));
  else {
    requests.push(say(voice, noRequest ? NO_REQUESTS : REQUESTS, said));
    if (!noDispute || random.chance(0.5)) requests.push(say(voice, noDispute ? NO_DISPUTES : DISPUTES, said));
  }
  const parts = [
    proactive,
    requests,
    [voice.say(random.pick(MANAGEMENT))],
    [voice.say(random.pick(PLATFORM))],
    [voice.say(random.pick(SUPERVISION))]
  ].map((sentences) => sentences.join(''));
  const kept = parts.filter((_, index) => index < 2 || random.chance(0.8));
  if (random.chance(0.45)) return { paragraphs: kept, ...said };
  const paragraphs = kept.map((text, index) => {
    const heading = HEADINGS[parts.indexOf(text)] ?? '';
    return `（${NUMERALS[index] ?? ''}）${heading}${random.chance(0.5) ? '情况' : ''}。${text}`;
  });
  return { paragraphs, ...said };
}
