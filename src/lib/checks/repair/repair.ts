import type { Absence } from '../../report/absence.ts';
import type { Reason } from './reason.ts';
import type { YearCell, YearCells } from './year-cells.ts';

export interface Change extends YearCell {
  /** What the report says; null where it says nothing, or nothing that could be read. */
  readonly from: number | null;
  /** Why `from` is null; absent where it is a figure or plainly blank. */
  readonly absence?: Exclude<Absence, 'blank'>;
  readonly to: number;
}

/** One set of changes after which every exact rule holds. A proposal: nothing applies it by itself. */
export interface Repair {
  /** The year that is changed; the later one where two years must change together. */
  readonly year: number;
  /** In the order of years and of the form. */
  readonly changes: readonly Change[];
  /** 1 is the likeliest of this report or group of years. */
  readonly rank: number;
  /** The mistakes that explain the changes, each change under exactly one; then what the text says for them. */
  readonly reasons: readonly Reason[];
}

/** An identity no repair was found for, within the bounds: see `RepairOptions`. */
export interface Unsettled {
  readonly rule: string;
  readonly year: number;
}

export interface RepairResult {
  /** Likeliest first. */
  readonly repairs: readonly Repair[];
  /**
   * True when every smallest set is listed and each has one way to fill it. False when time, the number of cells or
   * the number shown ran out, or when a set's figures are not fixed by the rules and only the likeliest are given.
   */
  readonly complete: boolean;
  /** The repairs leave these broken, because the part of the table they belong to found no repair. */
  readonly unsettled: readonly Unsettled[];
}

export interface RepairOptions {
  /** Years taken as right: their carry-over must hold, and last year's figures are recognised in a wrong cell. */
  readonly neighbours?: readonly YearCells[];
  /** Most figures changed in one connected part (table 3, or one block of table 4). */
  readonly maximumCells?: number;
  readonly milliseconds?: number;
  readonly maximumShown?: number;
  /** Milliseconds from any fixed moment. */
  readonly clock?: () => number;
}
