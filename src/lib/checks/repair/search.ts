/**
 * All smallest sets of figures whose change satisfies every equation with whole numbers from 0 up, after
 * I. P. Fellegi, D. Holt: A systematic approach to automatic edit and imputation (1976).
 *
 * A violated row that no cell already free can mend proves that one more of its cells is wrong: the search branches
 * on the proof with fewest such cells, and deepens one figure at a time. Blank cells are free from the start.
 */
import { firstRows, helpsWhenRaised, isViolated, pivot, RESIDUAL, type Row } from './tableau.ts';
import type { System } from './system.ts';

/** Values of the changed figures by variable, in the order of the variables. */
export type Assignment = ReadonlyMap<number, number>;

/** One smallest set with ways to fill it that the rules allow; almost always there is only one. */
export interface FoundSet {
  readonly assignments: readonly Assignment[];
  /** Other figures satisfy the rules too: those of the further assignments, or any while a blank is not known. */
  readonly isOpen: boolean;
}

export interface SearchLimits {
  readonly maximumCells: number;
  readonly maximumSets: number;
  /** Asked at every node. */
  readonly isExpired: () => boolean;
}

export interface SearchOutcome {
  /** Empty when none was found. A set of no figures means that nothing reported contradicts the rules. */
  readonly sets: readonly FoundSet[];
  /** False when a limit ended the search before every set of this size was seen. */
  readonly complete: boolean;
}

/** Where a set leaves figures open, each may be raised this far in looking for likelier values. */
const MOST_STEPS = 60;

type Status = 'fixed' | 'free' | 'excluded';

export function findSmallestSets(system: System, limits: SearchLimits): SearchOutcome {
  const base = Float64Array.from(system.variables, ({ standing, reported }) =>
    standing === 'figure' && reported !== null ? reported : 0
  );
  const forced = system.variables.flatMap(({ standing }, index) => (standing === 'invalid' ? [index] : []));
  const rows = firstRows(system, base);
  for (let size = forced.length; size <= limits.maximumCells; size += 1) {
    const search = new Search(system, base, limits);
    search.descend(rows, size - forced.length);
    if (search.sets.length > 0 || search.stopped) return { sets: search.sets, complete: !search.stopped };
  }
  return { sets: [], complete: false };
}

class Search {
  readonly sets: FoundSet[] = [];
  stopped = false;
  /** An excluded figure stays as it is: every set with it was seen in an earlier branch. */
  private readonly status: Status[];
  private readonly free: number[];

  constructor(
    private readonly system: System,
    private readonly base: Float64Array,
    private readonly limits: SearchLimits
  ) {
    this.status = system.variables.map(({ standing }) => (standing === 'figure' ? 'fixed' : 'free'));
    this.free = this.status.flatMap((status, variable) => (status === 'free' ? [variable] : []));
  }

  /** Looks for sets with at most `left` figures more than are free now. */
  descend(start: readonly Row[], left: number): void {
    let rows = start;
    for (;;) {
      if (this.stopped || this.limits.isExpired()) {
        this.stopped = true;
        return;
      }
      const { proofs, step } = this.judge(rows);
      if (proofs.length > 0) {
        if (left > 0) this.branch(rows, proofs, left);
        return;
      }
      if (!step) {
        this.keep(rows);
        return;
      }
      rows = pivot(rows, step.row, step.variable, 0);
    }
  }

  /**
   * The violated rows that no free cell can mend; where there are none, the next pivot among free cells, by smallest
   * numbers so that it cannot go round in circles (R. G. Bland: New finite pivoting rules, 1977).
   */
  private judge(rows: readonly Row[]): { proofs: number[]; step: { row: number; variable: number } | null } {
    const proofs: number[] = [];
    let step: { row: number; variable: number } | null = null;
    let smallest = Infinity;
    for (const [index, row] of rows.entries()) {
      if (!isViolated(row)) continue;
      const variable = this.helperOf(row);
      if (variable === null) proofs.push(index);
      else if (row.basic < smallest) {
        smallest = row.basic;
        step = { row: index, variable };
      }
    }
    return { proofs, step };
  }

  /** The first free cell, now at 0, that mends the row when raised. */
  private helperOf(row: Row): number | null {
    let helper: number | null = null;
    for (const variable of this.free) {
      if (helpsWhenRaised(row, variable) && (helper === null || variable < helper)) helper = variable;
    }
    return helper;
  }

  private branch(rows: readonly Row[], proofs: readonly number[], left: number): void {
    const choices = proofs.map((index) => ({ index, candidates: this.candidatesOf(rows[index]) }));
    choices.sort((a, b) => a.candidates.length - b.candidates.length);
    const [narrowest] = choices;
    if (!narrowest || disjoint(choices, this.status.length) > left) return;

    const covers = new Uint16Array(this.status.length);
    for (const { candidates } of choices)
      for (const variable of candidates) covers[variable] = (covers[variable] ?? 0) + 1;
    const mostCovered = covers.reduce((most, cover) => Math.max(most, cover), 0);

    const tried: number[] = [];
    for (const variable of narrowest.candidates) {
      // Every proof needs one of its cells in the set; the figures left to choose cannot reach more than this.
      if (choices.length - (covers[variable] ?? 0) > (left - 1) * mostCovered) continue;
      this.status[variable] = 'free';
      this.free.push(variable);
      this.descend(pivot(rows, narrowest.index, variable, this.base[variable] ?? 0), left - 1);
      this.free.pop();
      this.status[variable] = 'excluded';
      tried.push(variable);
      if (this.stopped) break;
    }
    for (const variable of tried) this.status[variable] = 'fixed';
  }

  private candidatesOf(row: Row | undefined): number[] {
    const candidates: number[] = [];
    if (!row) return candidates;
    row.coefficients.forEach((coefficient, variable) => {
      if (coefficient === 0 || this.status[variable] !== 'fixed') return;
      if (helpsWhenRaised(row, variable) || (this.base[variable] ?? 0) > 0) candidates.push(variable);
    });
    return candidates;
  }

  private keep(rows: readonly Row[]): void {
    if (this.sets.length >= this.limits.maximumSets) {
      this.stopped = true;
      return;
    }
    const changed = this.free.filter((variable) => this.system.variables[variable]?.standing !== 'blank');
    changed.sort((a, b) => a - b);
    const assigned = (values: ReadonlyMap<number, number>): Assignment =>
      new Map(changed.map((variable) => [variable, values.get(variable) ?? 0]));
    const start = new Map(rows.map((row) => [row.basic, row.value]));
    const assignments = [assigned(start)];
    let isOpen = false;
    for (const open of this.free) {
      if (start.has(open) || !this.isMoving(rows, open, changed)) continue;
      const isFigure = changed.includes(open);
      for (let step = 1; step <= (isFigure ? MOST_STEPS : 1); step += 1) {
        const moved = new Map(rows.map((row) => [row.basic, row.value - (row.coefficients[open] ?? 0) * step]));
        if ([...moved.values()].some((value) => value < 0)) break;
        isOpen = true;
        if (isFigure) assignments.push(assigned(moved.set(open, step)));
      }
    }
    this.sets.push({ assignments, isOpen });
  }

  /** Whether raising a free cell that stands at 0 breaks no equation, and gives a changed figure another value. */
  private isMoving(rows: readonly Row[], open: number, changed: readonly number[]): boolean {
    if (rows.some((row) => row.basic === RESIDUAL && row.coefficients[open] !== 0)) return false;
    return changed.includes(open) || rows.some((row) => row.coefficients[open] !== 0 && changed.includes(row.basic));
  }
}

/** How many of the proofs, narrowest first, share no candidate: the set needs a figure for each. */
function disjoint(choices: readonly { candidates: readonly number[] }[], variables: number): number {
  const taken = new Uint8Array(variables);
  let count = 0;
  for (const { candidates } of choices) {
    if (candidates.some((variable) => taken[variable] === 1)) continue;
    for (const variable of candidates) taken[variable] = 1;
    count += 1;
  }
  return count;
}
