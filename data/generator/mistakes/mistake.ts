/** What a mistake is, and what a kind of mistake gets to see. */
import type { CellId } from '../../../src/lib/form/form.ts';
import type { TrueYear } from '../figures/figures.ts';
import type { DemoReport } from '../model.ts';
import type { Random } from '../random.ts';
import type { DemoUnit } from '../register.ts';

/** One changed cell, or one changed thing outside the tables. */
export interface Change {
  /** A cell's id; empty, or what was changed, where it is no cell. */
  readonly cell: string;
  readonly true: string;
  readonly printed: string;
  /** Ids of the rules that this change breaks. */
  readonly rules: readonly string[];
}

export interface Mistake {
  readonly number: number;
  readonly unit: DemoUnit;
  readonly year: number;
  readonly kind: string;
  readonly changes: readonly Change[];
}

export interface Site {
  readonly report: DemoReport;
  /** The same unit's report of the year before and after. */
  readonly before: DemoReport | null;
  readonly after: DemoReport | null;
  /** All reports of the same year. */
  readonly peers: readonly DemoReport[];
  readonly truth: TrueYear;
  readonly random: Random;
}

/** What a kind of mistake does to a report; null: it cannot happen there. */
export type Outcome =
  | { readonly cells: ReadonlyMap<CellId, string> }
  | { readonly report: DemoReport; readonly changes: readonly Change[]; readonly source?: DemoReport }
  | null;

export interface MistakeKind {
  readonly kind: string;
  readonly count: number;
  /** Must break an exact identity (`true`), must not (`false`). */
  readonly exact: boolean;
  make(site: Site): Outcome;
}

/** The number a cell prints; null for a blank or a dash. */
export function valueOf(printed: string): number | null {
  return /^-?\d+(\.\d+)?$/.test(printed) ? Number(printed) : null;
}
