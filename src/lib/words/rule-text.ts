import * as family from '../paraglide/keyed/rule-text.js';
import { messagesByKey } from './message-by-key.ts';

const messageByKey = messagesByKey(family);

/** What a family of rules asks, in a sentence; empty for one that has no words yet. */
export function ruleDefinition(kind: string): string {
  return messageByKey(`rule_${kind}_definition`) ?? '';
}

/** What a breach looks like, in a sentence; empty for a family that has none yet. */
export function ruleExample(kind: string): string {
  return messageByKey(`rule_example_${kind}`) ?? '';
}
