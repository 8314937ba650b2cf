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
