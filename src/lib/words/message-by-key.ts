/** What may stand in a message's placeholders. */
export type MessageValues = Readonly<Record<string, string | number>>;

/**
 * Finds messages whose keys are made from data, e.g. a rule's id, in their family: `paraglide/keyed/`. Undefined when
 * there is none. Where the keys are known beforehand use `m`, so that a missing message is a type error.
 */
export function messagesByKey(family: object): (key: string, values?: MessageValues) => string | undefined {
  const messages: ReadonlyMap<string, unknown> = new Map(Object.entries(family));
  return (key, values = {}) => {
    const message = messages.get(key.replace(/[.-]/g, '_'));
    return typeof message === 'function' ? String(message(values)) : undefined;
  };
}
