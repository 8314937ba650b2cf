/**
 * 予以公开3件，部分公开1件: what became of the requests, in the words of table 3. Only with the number right behind the
 * words: of 予以公开及部分公开5件 and 因…不予公开 nobody can tell which row it is.
 */
import { BARE_ZERO, countedBy } from './number.ts';

export const OUTCOME_CLAIMS = ['granted', 'partial', 'denied', 'unavailable', 'rejected', 'closed'] as const;
export type OutcomeClaim = (typeof OUTCOME_CLAIMS)[number];

const WORDS: Readonly<Record<OutcomeClaim, string>> = {
  granted: '(?<!不|部分)予以公开',
  partial: '部分(?:予以)?公开',
  denied: '不予公开',
  unavailable: '无法提供',
  rejected: '不予处理',
  closed: '其他处理'
};

/** 予以公开、部分公开共5件 is one figure for both. */
const JOINED = '(?<!(?:公开|提供|处理)(?:、|和|及|与|或|或者|以及))';
const FILL = '(?:的|类|申请|政府|政务|信息|答复|决定|情况|情形|数量|数|合计|总计|共|计|为|有|:|\\s)*';

/** Without its sign a sentence states no such figure. */
export const OUTCOME_SIGNS: Readonly<Record<OutcomeClaim, RegExp>> = {
  granted: /予以公开/u,
  partial: /部分/u,
  denied: /不予公开/u,
  unavailable: /无法提供/u,
  rejected: /不予处理/u,
  closed: /其他处理/u
};

export const OUTCOME_PHRASES = OUTCOME_CLAIMS.map((claim) => ({
  claim,
  pattern: `${JOINED}${WORDS[claim]}${FILL}(?:${countedBy('件次|件|宗|起|份|例|条|个|项')}|${BARE_ZERO})`
}));

export function isOutcome(claim: string): claim is OutcomeClaim {
  return OUTCOME_CLAIMS.some((each) => each === claim);
}
