import * as keyed from '../paraglide/keyed.js';

const MESSAGES: ReadonlyMap<string, unknown> = new Map(Object.entries(keyed));

/** What may stand in a message's placeholders. */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * A message whose key is made from data, e.g. a rule's id; undefined when there is none. `flag_`, `measure_` and `rule_`
 * are such families. Where the keys are known beforehand use `m`, so that a missing message is a type error.
 */
export function messageByKey(key: string, values: MessageValues = {}): string | undefined {
  const message = MESSAGES.get(key.replace(/[.-]/g, '_'));
  return typeof message === 'function' ? String(message(values)) : undefined;
}
