/**
 * After the messages were compiled: exports those whose keys are made from data, e.g. a rule's id, by themselves. Were
 * they looked up among all messages, every page would have to load every message.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const FOLDER = new URL('../lib/paraglide/', import.meta.url);
const FAMILIES = /^(flag|measure|rule)_/;

/** @type {unknown} */
const messages = JSON.parse(readFileSync(new URL('../../messages/zh-CN.json', import.meta.url), 'utf8'));
const keys = Object.keys(Object(messages)).filter((key) => FAMILIES.test(key));
const text = `export {\n${keys.map((key) => `  ${key}`).join(',\n')}\n} from './messages/_index.js';\n`;
for (const name of ['keyed.js', 'keyed.d.ts']) writeFileSync(new URL(name, FOLDER), text);
