/**
 * After the messages were compiled: exports those whose keys are made from data, e.g. a rule's id, by families. Were they
 * looked up among all messages, every page would have to load every message.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

/** For types, tests and the command all messages in one module; for the site one module each. */
const FOLDERS = ['../lib/paraglide/', '../../.svelte-kit/messages/'];
const RULE_TEXTS = /^rule_(?:example_.*|.*_definition)$/;
/** @type {Readonly<Record<string, (key: string) => boolean>>} */
const FAMILIES = {
  flag: (key) => key.startsWith('flag_'),
  measure: (key) => key.startsWith('measure_'),
  'rule-name': (key) => key.startsWith('rule_') && !RULE_TEXTS.test(key),
  'rule-text': (key) => RULE_TEXTS.test(key)
};

/** @type {unknown} */
const messages = JSON.parse(readFileSync(new URL('../../messages/zh-CN.json', import.meta.url), 'utf8'));
for (const folder of FOLDERS) {
  mkdirSync(new URL(`${folder}keyed/`, import.meta.url), { recursive: true });
  for (const [family, belongs] of Object.entries(FAMILIES)) {
    const keys = Object.keys(Object(messages)).filter(belongs);
    const text = `export {\n${keys.map((key) => `  ${key}`).join(',\n')}\n} from '../messages/_index.js';\n`;
    for (const end of ['js', 'd.ts']) writeFileSync(new URL(`${folder}keyed/${family}.${end}`, import.meta.url), text);
  }
}
