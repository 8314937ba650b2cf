import type { Measure } from '../measures/measure.ts';
import * as family from '../paraglide/keyed/measure.js';
import { m } from '../paraglide/messages.js';
import { messagesByKey } from './message-by-key.ts';
import { numberText, percentText } from './number-words.ts';

const messageByKey = messagesByKey(family);

function wordsOf(measure: Measure, part: '' | '_definition'): string {
  const words = messageByKey(`measure_${measure.id}${part}`);
  if (words === undefined) throw new Error(`no words for measure ${measure.id}`);
  return words;
}

/** 本年新收申请 */
export function measureName(measure: Measure): string {
  return wordsOf(measure, '');
}

/** What is counted, in a sentence. */
export function measureDefinition(measure: Measure): string {
  return wordsOf(measure, '_definition');
}

/** A note where the two forms are not comparable; empty where they are. */
export function comparabilityNote(measure: Measure): string {
  switch (measure.comparability) {
    case 'both-forms':
      return '';
    case 'breaks-at-2021':
      return m.comparability_breaks();
    case '2021-only':
      return m.comparability_2021_only();
    case '2019-only':
      return m.comparability_2019_only();
  }
}

const UNIT_WORDS = {
  件: m.unit_piece,
  条: m.unit_entry,
  项: m.unit_item,
  万元: m.unit_wan_yuan,
  '%': m.unit_percent
};

/** 件, 万元, % */
export function measureUnit(measure: Measure): string {
  return UNIT_WORDS[measure.unit]();
}

/** A measure's value as printed: 1,234, 12.5 or 40.0%. */
export function measureText(measure: Measure, value: number): string {
  return measure.kind === 'rate' ? percentText(value) : numberText(value);
}

/** The size of a difference without its sign: 37, or 1.5 个百分点. */
export function differenceText(measure: Measure, difference: number): string {
  const size = Math.abs(difference);
  if (measure.kind !== 'rate') return numberText(size);
  return m.percentage_points({ points: (Math.round(size * 1000) / 10).toFixed(1) });
}
