import type { Claim } from '../../report/report.ts';
import { CHANGED, changesAfter, type StatedChange } from './changes.ts';
import { parseStated } from './number.ts';
import { isOutcome } from './outcomes.ts';
import {
  ALL_ZERO,
  COUNT_CLAIMS,
  LISTED,
  NONE_SIGN,
  phrasesOf,
  SIGNS,
  zeroPhrasesOf,
  type CountClaim
} from './phrases.ts';
import { listedRespectively } from './respectively.ts';
import { isAboutRequests, isInScope, type Scope } from './scope.ts';
import type { Sentence } from './sentences.ts';

/** A figure in a sentence; offsets are those of the words that state it. */
interface Stated {
  readonly claim: CountClaim | StatedChange['claim'];
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** A number with its measure word; `phraseEnd` is where the words around it end. */
interface Counted extends Stated {
  readonly claim: CountClaim;
  readonly phraseEnd: number;
}

/** `context`: the paragraph before the sentence, for what its figures are about. */
export function statedFigures(sentence: Sentence, context: string, scope: Scope): Claim[] {
  const { year } = scope;
  const { folded } = sentence;
  const counted = countsIn(folded, context, scope);
  const stated: Stated[] = [
    ...counted,
    ...zerosIn(folded, scope),
    ...allZeroIn(folded, scope),
    ...respectivelyIn(folded, context, scope)
  ];
  const compared = [
    ...counted.filter(({ claim }) => claim === 'new' || claim === 'received').map(({ phraseEnd }) => phraseEnd),
    ...changedIn(folded, scope)
  ];
  for (const from of compared) {
    for (const change of changesAfter(folded.slice(from), year))
      stated.push({ ...change, start: from + change.start, end: from + change.end });
  }
  stated.sort((one, other) => one.start - other.start || orderOf(one) - orderOf(other));
  const kept = stated.filter(
    (each, index) => stated.findIndex(({ claim, value }) => claim === each.claim && value === each.value) === index
  );
  return kept.map(({ claim, value, start, end }) => ({
    claim,
    value,
    raw: sentence.text.slice(start, end),
    start,
    sentence: sentence.text,
    place: sentence.place
  }));
}

/** Where a sentence goes on to say by how much the requests have changed, without saying how many they are. */
function changedIn(folded: string, scope: Scope): number[] {
  return [...folded.matchAll(CHANGED)]
    .filter(({ index }) => isInScope(folded.slice(0, index), 'received', scope))
    .map((match) => match.index + match[0].length);
}

function orderOf({ claim }: Stated): number {
  return COUNT_CLAIMS.findIndex((each) => each === claim);
}

function countsIn(folded: string, context: string, scope: Scope): Counted[] {
  const found: Counted[] = [];
  for (const { claim, pattern, needsTopic } of phrasesOf(scope.year)) {
    if (!SIGNS[claim].test(folded)) continue;
    for (const match of folded.matchAll(pattern)) {
      const { number, measure, zero } = match.groups ?? {};
      const value = parseStated(number ?? zero ?? '');
      if (value === null || !isInScope(folded.slice(0, match.index), claim, scope)) continue;
      if (needsTopic && !isAboutRequests(context + folded.slice(0, match.index))) continue;
      const start = match.index + match[0].lastIndexOf(number ?? zero ?? '');
      if (found.some((each) => each.start === start)) continue;
      const end =
        measure === undefined ? start + 1 : folded.indexOf(measure, start + (number ?? '').length) + measure.length;
      const joint = jointWith(folded.slice(0, match.index), claim);
      if (joint && value !== 0) continue;
      const phraseEnd = match.index + match[0].length;
      found.push({ claim, value, start, end, phraseEnd });
      if (joint) found.push({ claim: joint, value, start, end, phraseEnd });
    }
  }
  return found;
}

/** 行政复议、行政诉讼共3件 is one figure for both, of which only a zero can be shared out. */
function jointWith(before: string, claim: CountClaim): CountClaim | null {
  if (claim === 'suit' && /复议(?:案件)?(?:、|和|及|与|或|以及)(?:行政)?$/u.test(before)) return 'review';
  if (claim === 'review' && /诉讼(?:案件)?(?:、|和|及|与|或|以及)(?:行政)?$/u.test(before)) return 'suit';
  return null;
}

function zerosIn(folded: string, scope: Scope): Stated[] {
  const found: Stated[] = [];
  if (!NONE_SIGN.test(folded)) return found;
  for (const { claims, pattern } of zeroPhrasesOf(scope.year)) {
    if (!claims.some((claim) => SIGNS[claim].test(folded)) && !claims.includes('received')) continue;
    for (const match of folded.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      for (const claim of claims) {
        if (isInScope(folded.slice(0, start), claim, scope)) found.push({ claim, value: 0, start, end });
      }
    }
  }
  return found;
}

/** 行政复议和行政诉讼分别为2件和3件 */
function respectivelyIn(folded: string, context: string, scope: Scope): Stated[] {
  if (!folded.includes('分别')) return [];
  return listedRespectively(folded).filter(({ claim, names, from, start }) => {
    // 其中 stands before the names, 上半年 among them.
    if (![folded.slice(0, from), names].every((before) => isInScope(before, claim, scope))) return false;
    const needsTopic = claim === 'handled' || isOutcome(claim);
    return !needsTopic || isAboutRequests(context + folded.slice(0, start));
  });
}

/** 依申请公开、行政复议、行政诉讼均为0 */
function allZeroIn(folded: string, scope: Scope): Stated[] {
  const found: Stated[] = [];
  for (const match of folded.matchAll(ALL_ZERO)) {
    const end = match.index + match[0].length;
    const before = folded.slice(0, match.index);
    const part = before.slice(Math.max(...[';', ':', '。'].map((sign) => before.lastIndexOf(sign))) + 1);
    const listed: CountClaim[] = [];
    // Backwards over commas, as long as they part a list and not a sentence.
    for (const item of part.split(',').reverse()) {
      const named = LISTED.filter(([, pattern]) => pattern.test(item)).map(([claim]) => claim);
      if (named.length === 0 || (listed.length > 0 && /\d|[件条]/.test(item))) break;
      listed.push(...named);
    }
    for (const claim of listed) {
      if (isInScope(before, claim, scope)) found.push({ claim, value: 0, start: match.index, end });
    }
  }
  return found;
}
