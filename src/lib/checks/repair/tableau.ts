/**
 * The equations solved for the cells that may move: a simplex tableau without an objective.
 *
 * Each row reads `basic + Σ coefficient × other = constant`: a row's basic is a cell that moves (it must not fall
 * below 0) or, until the first pivot, the residual of an equation (it must be 0). Moving another cell by d moves the
 * basic by −coefficient × d. The rows of both forms are those of a two-way table with sums of sums, which is a
 * network: every pivot is 1 or −1 and whole numbers stay whole
 * (L. H. Cox, J. A. George: Controlled rounding for tables with subtotals, 1989).
 */
import type { System } from './system.ts';

/** The basic of a row that still stands for the residual of its equation. */
export const RESIDUAL = -1;

export interface Row {
  readonly basic: number;
  /** The basic's value while every other cell stands as it is. */
  readonly value: number;
  /** By variable; 0 at every basic. */
  readonly coefficients: Int8Array;
}

/** `values`: what each cell starts from; 0 for cells that may move from the start. */
export function firstRows(system: System, values: Float64Array): Row[] {
  return system.equations.map((equation) => {
    const coefficients = new Int8Array(system.variables.length);
    let value = equation.constant;
    for (const term of equation.terms) {
      coefficients[term.variable] = -term.coefficient;
      value += term.coefficient * (values[term.variable] ?? 0);
    }
    return { basic: RESIDUAL, value, coefficients };
  });
}

export function isViolated(row: Row): boolean {
  return row.basic === RESIDUAL ? row.value !== 0 : row.value < 0;
}

/** Whether raising the cell brings a violated row nearer to 0; where not, and its coefficient is not 0, lowering does. */
export function helpsWhenRaised(row: Row, variable: number): boolean {
  const coefficient = row.coefficients[variable] ?? 0;
  return row.value < 0 ? coefficient < 0 : coefficient > 0;
}

/**
 * Moves the cell until the row's basic is 0, and makes the cell the row's basic. `start` is the cell's value before.
 * Rows that do not name the cell are shared with the result.
 */
export function pivot(rows: readonly Row[], pivotIndex: number, variable: number, start: number): Row[] {
  const old = rows[pivotIndex];
  const pivotCoefficient = old?.coefficients[variable] ?? 0;
  if (!old || pivotCoefficient === 0) throw new Error('pivot on a cell that is not in the row');
  const step = old.value / pivotCoefficient;
  const coefficients = old.coefficients.slice();
  if (pivotCoefficient < 0) for (let k = 0; k < coefficients.length; k += 1) coefficients[k] = -(coefficients[k] ?? 0);
  coefficients[variable] = 0;
  if (old.basic !== RESIDUAL) coefficients[old.basic] = pivotCoefficient;
  const entered: Row = { basic: variable, value: start + step, coefficients };

  return rows.map((row, index) => {
    if (index === pivotIndex) return entered;
    const factor = row.coefficients[variable] ?? 0;
    if (factor === 0) return row;
    const reduced = row.coefficients.slice();
    for (let k = 0; k < reduced.length; k += 1) {
      reduced[k] = (reduced[k] ?? 0) - factor * (coefficients[k] ?? 0);
    }
    reduced[variable] = 0;
    return { basic: row.basic, value: row.value - factor * step, coefficients: reduced };
  });
}
