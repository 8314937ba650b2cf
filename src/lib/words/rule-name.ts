import { ruleKind } from '../checks/rule-kind.ts';
import * as family from '../paraglide/keyed/rule-name.js';
import { m } from '../paraglide/messages.js';
import { columnName, placeOfColumn, placeOfRow, rowName } from './cell-name.ts';
import { messagesByKey } from './message-by-key.ts';

const messageByKey = messagesByKey(family);

/** Families of rules of which there is one a row, block or column, and what that part of the form is called. */
const PARTS: Readonly<Record<string, { name(part: string): string; place(part: string): string }>> = {
  't2.stock': { name: (row) => rowName(`t2.${row}`), place: (row) => placeOfRow(`t2.${row}`) },
  't3.row-sum': { name: (row) => rowName(`t3.${row}`), place: (row) => placeOfRow(`t3.${row}`) },
  't3.handled-sum': inColumn(),
  't3.balance': inColumn(),
  't4.sum': { name: (block) => rowName(`t4.${block}`), place: (block) => placeOfRow(`t4.${block}`) },
  'carry-over': inColumn()
};

function inColumn(): { name(part: string): string; place(part: string): string } {
  return { name: (column) => columnName(`t3.new.${column}`), place: (column) => placeOfColumn(`t3.new.${column}`) };
}

/** A rule in few words: 表三横向合计·本年新收, 空白格. The id itself for a rule that has no name yet. */
export function ruleName(rule: string): string {
  const kind = ruleKind(rule);
  const name = ruleKindName(kind);
  const part = PARTS[kind]?.name(partOf(rule, kind));
  return part === undefined ? name : m.rule_with_part({ rule: name, part });
}

/** 表三横向合计: the family's name, without its part. */
export function ruleKindName(kind: string): string {
  return messageByKey(`rule_${kind}`) ?? kind;
}

/** Where on the form a rule looks: 表三第一行“本年新收”. Empty when it has no part of its own. */
export function placeOfRule(rule: string): string {
  const kind = ruleKind(rule);
  return PARTS[kind]?.place(partOf(rule, kind)) ?? '';
}

function partOf(rule: string, kind: string): string {
  return rule.slice(kind.length + 1);
}
