import type { Identity } from './rule.ts';

/** Families whose ids end in the part of the form that they are about. */
const FAMILIES: readonly string[] = [
  't2.stock',
  't3.row-sum',
  't3.handled-sum',
  't3.balance',
  't4.sum',
  'carry-over'
] satisfies Identity['kind'][];

/** A rule's family: `t3.row-sum` of `t3.row-sum.new`. A rule without a part of its own is its family: `value.blank`. */
export function ruleKind(rule: string): string {
  return FAMILIES.find((family) => rule.startsWith(`${family}.`)) ?? rule;
}

/**
 * Whether a rule says which of its cells is the sum of the others. The balance of table 3 only says that two sides are
 * equal: each of its four cells may be the wrong one.
 */
export function namesTotal(rule: string): boolean {
  return ruleKind(rule) !== ('t3.balance' satisfies Identity['kind']);
}
