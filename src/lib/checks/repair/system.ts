/** The exact rules over one or more years as equations over numbered cells, split into parts that share no cell. */
import { cellsOfLayout, type CellId } from '../../form/form.ts';
import { isCount } from '../../report/figure-faults.ts';
import type { Identity } from '../rule.ts';
import type { YearCell, YearCells } from './year-cells.ts';

/**
 * `figure`: stands as reported until it is changed. `blank`: unknown, any whole number from 0 up.
 * `invalid`: negative, broken or too large to be a count; must change.
 */
export type Standing = 'figure' | 'blank' | 'invalid';

export interface Variable extends YearCell {
  readonly reported: number | null;
  readonly standing: Standing;
}

export interface Term {
  readonly variable: number;
  readonly coefficient: number;
}

/** Σ coefficient × variable + constant = 0; the constant holds the cells of years taken as right. */
export interface Equation {
  readonly rule: string;
  readonly year: number;
  readonly terms: readonly Term[];
  readonly constant: number;
}

export interface System {
  readonly variables: readonly Variable[];
  readonly equations: readonly Equation[];
}

/** Cells that are on no layout of their report, and identities that reach a year that is not at hand, are left out. */
export function buildSystem(
  years: readonly YearCells[],
  identities: readonly Identity[],
  neighbours: readonly YearCells[] = []
): System {
  const variables: Variable[] = [];
  const indexOf = new Map<number, Map<CellId, number>>();
  for (const { year, layout, cells } of years) {
    const indices = new Map<CellId, number>();
    for (const { id } of cellsOfLayout(layout)) {
      const reported = cells[id] ?? null;
      const standing = reported === null ? 'blank' : isCount(reported) ? 'figure' : 'invalid';
      indices.set(id, variables.length);
      variables.push({ year, cell: id, reported, standing });
    }
    indexOf.set(year, indices);
  }
  const fixed = new Map(neighbours.map(({ year, cells }) => [year, cells]));

  const equations: Equation[] = [];
  const add = (identity: Identity, year: number): void => {
    const terms: Term[] = [];
    let constant = 0;
    for (const { cell, coefficient, yearOffset } of identity.terms) {
      const variable = indexOf.get(year + yearOffset)?.get(cell);
      if (variable !== undefined) {
        terms.push({ variable, coefficient });
        continue;
      }
      const value = fixed.get(year + yearOffset)?.[cell] ?? null;
      if (value === null || !isCount(value)) return;
      constant += coefficient * value;
    }
    if (terms.length > 0) equations.push({ rule: identity.id, year, terms, constant });
  };
  const layouts = new Map([...neighbours, ...years].map(({ year, layout }) => [year, layout]));
  for (const [year, layout] of layouts) {
    for (const identity of identities) {
      if (identity.severity === 'error' && identity.layouts.includes(layout)) add(identity, year);
    }
  }
  return { variables, equations };
}

/** Every equation is in exactly one part; cells that no equation names are in none. */
export function partsOf(system: System): System[] {
  const parent = system.variables.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    for (let up = parent[root]; up !== undefined && up !== root; up = parent[root]) root = up;
    return root;
  };
  for (const { terms } of system.equations) {
    const [first, ...rest] = terms;
    if (!first) continue;
    for (const { variable } of rest) parent[rootOf(variable)] = rootOf(first.variable);
  }

  const groups = new Map<number, Equation[]>();
  for (const equation of system.equations) {
    const [first] = equation.terms;
    if (!first) continue;
    const root = rootOf(first.variable);
    const group = groups.get(root);
    if (group) group.push(equation);
    else groups.set(root, [equation]);
  }
  return [...groups.values()].map((equations) => restrict(system.variables, equations));
}

/** Only the variables that the equations name, in their old order, numbered anew. */
function restrict(variables: readonly Variable[], equations: readonly Equation[]): System {
  const used = new Set(equations.flatMap(({ terms }) => terms.map((term) => term.variable)));
  const kept: Variable[] = [];
  const numbers = new Map<number, number>();
  variables.forEach((variable, index) => {
    if (!used.has(index)) return;
    numbers.set(index, kept.length);
    kept.push(variable);
  });
  const renumbered = equations.map((equation) => ({
    ...equation,
    terms: equation.terms.flatMap(({ variable, coefficient }) => {
      const number = numbers.get(variable);
      return number === undefined ? [] : [{ variable: number, coefficient }];
    })
  }));
  return { variables: kept, equations: renumbered };
}

/** How far the equation is from 0; null while one of its cells has no value. */
export function residualOf(equation: Equation, values: readonly (number | null)[]): number | null {
  let sum = equation.constant;
  for (const { variable, coefficient } of equation.terms) {
    const value = values[variable] ?? null;
    if (value === null) return null;
    sum += coefficient * value;
  }
  return sum;
}
