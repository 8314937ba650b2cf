/** Shifts, exchanges and copies of whole rows and columns: one mistake, however many cells it changes. */
import type { CellId } from '../../form/form.ts';
import type { Reported } from './explain-figure.ts';
import { fillBlanks } from './fill-blanks.ts';
import { lineCandidates, type LineCandidate } from './line-candidates.ts';
import type { Explanation } from './reason.ts';
import type { Change } from './repair.ts';
import { residualOf, type Equation, type System } from './system.ts';

export interface Explained extends Explanation {
  readonly changes: readonly Change[];
}

/** Fewer changes are left to the search for smallest sets. */
const FEWEST_CHANGES = 3;

/** Every single mistake with a line of one year after whose undoing all equations of the part hold. */
export function findRowMistakes(part: System, reported: Reported, isExpired: () => boolean): Explained[] {
  const values = part.variables.map((variable) => (variable.standing === 'figure' ? variable.reported : null));
  const violated = part.equations.filter((equation) => (residualOf(equation, values) ?? 0) !== 0);
  const found = new Map<string, Explained>();
  for (const year of new Set(part.variables.map((variable) => variable.year))) {
    const layout = reported.layoutOf(year);
    if (!layout) continue;
    const numbers = new Map<CellId, number>();
    part.variables.forEach((variable, index) => {
      if (variable.year === year) numbers.set(variable.cell, index);
    });
    const valueOf = (cell: CellId): number | null => values[numbers.get(cell) ?? -1] ?? null;
    const candidates = lineCandidates(layout, valueOf, (cell) => reported.valueOf(year - 1, cell));
    for (const candidate of candidates) {
      if (isExpired()) return [...found.values()];
      const undone = undo(part, candidate, numbers, values, violated);
      if (!undone) continue;
      const explained = explain(part, candidate, undone, year);
      if (!explained) continue;
      const key = explained.changes.map(({ year: y, cell, to }) => `${y} ${cell} ${to}`).join();
      const known = found.get(key);
      if (!known || explained.penalty < known.penalty) found.set(key, explained);
    }
  }
  return [...found.values()];
}

/** The part's values after the undoing, with what the rules fix filled in; null when a rule is still broken. */
function undo(
  part: System,
  { cells, sources }: LineCandidate,
  numbers: ReadonlyMap<CellId, number>,
  values: readonly (number | null)[],
  violated: readonly Equation[]
): (number | null)[] | null {
  const moved = new Map<number, number | null>();
  for (const [index, cell] of cells.entries()) {
    const number = numbers.get(cell);
    if (number === undefined) return null;
    const source = sources[index];
    moved.set(number, source ? (values[numbers.get(source) ?? -1] ?? null) : null);
  }
  if (!violated.every(({ terms }) => terms.some(({ variable }) => moved.has(variable)))) return null;
  const next = values.map((value, index) => (moved.has(index) ? (moved.get(index) ?? null) : value));
  if (violated.some((equation) => (residualOf(equation, next) ?? 0) !== 0)) return null;
  return fillBlanks(part, next);
}

function explain(part: System, candidate: LineCandidate, values: (number | null)[], year: number): Explained | null {
  const changes: Change[] = [];
  for (const [index, { year: changedYear, cell, reported, standing }] of part.variables.entries()) {
    const to = values[index] ?? null;
    if (to === null && standing !== 'blank') return null;
    if (to === null || to === reported || (to === 0 && standing === 'blank')) continue;
    changes.push({ year: changedYear, cell, from: reported, to });
  }
  if (changes.length < FEWEST_CHANGES) return null;
  const { kind, first, second, penalty } = candidate;
  const cells = changes.map((change) => ({ year: change.year, cell: change.cell }));
  return { changes, penalty, reasons: [{ kind, cells, values: { first, ...(second ? { second } : {}), year } }] };
}
