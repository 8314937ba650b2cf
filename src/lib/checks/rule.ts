import { z } from 'zod';
import type { CellId, Layout } from '../form/form.ts';

/** `error`: an exact rule is broken. `warning`: likely wrong. `info`: a question or a suggestion. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One cell of an identity. `yearOffset` −1: the same unit's report of the year before. */
export interface Term {
  readonly cell: CellId;
  readonly coefficient: 1 | -1;
  readonly yearOffset: 0 | -1;
}

/** The sum of coefficient × cell over all terms must be 0, tolerance 0. */
export interface Identity {
  /** `t3.row-sum.new`; the form's own part of the id comes last. */
  readonly id: string;
  /** The rule's family: `t3.row-sum`; wording is the message `rule_<kind with _>`. */
  readonly kind: 't3.row-sum' | 't3.handled-sum' | 't3.balance' | 't4.sum' | 'carry-over' | 't2.stock';
  readonly severity: Severity;
  /** Layouts in which the identity can be asked. */
  readonly layouts: readonly Layout[];
  /** The cell named as total: `expected` is what the other terms say it should be. */
  readonly total: CellId;
  readonly terms: readonly Term[];
}

export const flagSchema = z.object({
  rule: z.string(),
  severity: z.enum(SEVERITIES),
  verdict: z.enum(['violated', 'not-checkable']),
  unit: z.string(),
  year: z.number().int(),
  /** The cells concerned, in the form's order, the total last. */
  cells: z.array(z.string()),
  /** What the named total should be, what stands there, and actual − expected; null where there is none. */
  expected: z.number().nullable(),
  actual: z.number().nullable(),
  difference: z.number().nullable(),
  /** What the wording needs beside the cells: quoted sentences, other units, raw text. */
  values: z.record(z.string(), z.union([z.string(), z.number()]))
});
export type Flag = z.infer<typeof flagSchema>;
