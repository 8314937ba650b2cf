/** Shifts, exchanges and copies of whole rows and columns: one mistake, however many cells it changes. */
import { cellOf, type CellId } from '../../form/form.ts';
import { isTotal, type Reported } from './explain-figure.ts';
import { fillBlanks } from './fill-blanks.ts';
import { lineCandidates, staleTotals, wholeRowShifts, type LineCandidate } from './line-candidates.ts';
import type { Explanation } from './reason.ts';
import type { Change } from './repair.ts';
import { residualOf, type Equation, type System } from './system.ts';
import { gridsOf } from './table-place.ts';

export interface Explained extends Explanation {
  readonly changes: readonly Change[];
}

/** Fewer changes are left to the search for smallest sets. */
const FEWEST_CHANGES = 3;
/** Where fewer figures mend everything, a slip with a whole line is far-fetched, but for a row shifted sideways. */
const FEWEST_FIGURES = 3;
/** Where more lines would explain the same sums, the further ones prove nothing. */
const MOST_FOUND = 5;

/**
 * Each single mistake with a line of one year after whose undoing all equations of the part hold, likeliest first.
 * `smallest`: how many figures the smallest sets change. Of candidates that change the same cells alike only the
 * likeliest is given.
 */
export function findRowMistakes(
  part: System,
  reported: Reported,
  smallest: number,
  isExpired: () => boolean
): Explained[] {
  const values = part.variables.map(({ standing, reported: figure }) => (standing === 'figure' ? figure : null));
  const violated = part.equations.filter((equation) => (residualOf(equation, values) ?? 0) !== 0);
  const touches = touchTest(part, violated);
  const found = new Map<string, Explained>();
  for (const candidates of candidatesIn(part, reported, smallest < FEWEST_FIGURES)) {
    for (const candidate of candidates) {
      if (isExpired()) break;
      if (!touches(candidate.cells) || candidate.vacated.some((cell) => values[cell])) continue;
      const undone = undo(part, candidate, values, violated);
      const explained = undone && explain(part, candidate, undone);
      if (!explained) continue;
      const key = explained.changes.map((change) => `${change.year} ${change.cell} ${change.to}`).join();
      const known = found.get(key);
      if (!known || explained.penalty < known.penalty) found.set(key, explained);
    }
  }
  return [...found.values()].sort((a, b) => a.penalty - b.penalty).slice(0, MOST_FOUND);
}

/** Only tables that belong to the part as a whole row by row: table 3, or a block of table 4. */
function* candidatesIn(part: System, reported: Reported, onlyWholeRows: boolean): Generator<Iterable<LineCandidate>> {
  for (const year of new Set(part.variables.map((variable) => variable.year))) {
    const layout = reported.layoutOf(year);
    if (!layout) continue;
    const numbers = new Map<CellId, number>();
    part.variables.forEach((variable, index) => {
      if (variable.year === year) numbers.set(variable.cell, index);
    });
    const isCopied = (line: readonly number[]): boolean => {
      const figures = line.map((number) => part.variables[number]);
      return (
        figures.filter((figure) => (figure?.reported ?? 0) > 0).length >= 2 &&
        figures.every((figure) => figure && reported.valueOf(year - 1, figure.cell) === figure.reported)
      );
    };
    for (const grid of gridsOf(layout)) {
      const rows = grid.rows.map((row) => row.flatMap((cell) => numbers.get(cell) ?? []));
      const own = rows.filter((row, index) => row.length > 0 && row.length === grid.rows[index]?.length);
      if (own.length === 0) continue;
      if (onlyWholeRows) {
        yield wholeRowShifts(own);
        continue;
      }
      yield lineCandidates(own, isCopied);
      const totals = own.flat().filter((number) => isTotal(part.variables[number]?.cell ?? ''));
      const lasts = own.flatMap((row) => row.at(-1) ?? []);
      const handled = totals.filter((number) => cellOf(part.variables[number]?.cell ?? '').row === 'handled');
      yield [lasts, handled, totals].map(staleTotals);
    }
  }
}

/** Whether every violated equation has one of the cells: most candidates fail this, so it must be quick. */
function touchTest(part: System, violated: readonly Equation[]): (cells: readonly number[]) => boolean {
  const rulesOf = part.variables.map((): number[] => []);
  violated.forEach(({ terms }, index) => {
    for (const { variable } of terms) rulesOf[variable]?.push(index);
  });
  const seen = new Uint32Array(violated.length);
  let round = 0;
  return (cells) => {
    round += 1;
    let count = 0;
    for (const cell of cells) {
      for (const rule of rulesOf[cell] ?? []) {
        if (seen[rule] === round) continue;
        seen[rule] = round;
        count += 1;
      }
    }
    return count === violated.length;
  };
}

/** The part's values after the undoing, with what the rules fix filled in; null when a rule is still broken. */
function undo(
  part: System,
  { cells, sources }: LineCandidate,
  values: readonly (number | null)[],
  violated: readonly Equation[]
): (number | null)[] | null {
  const next = [...values];
  cells.forEach((cell, index) => {
    const source = sources[index] ?? null;
    next[cell] = source === null ? null : (values[source] ?? null);
  });
  if (violated.some((equation) => (residualOf(equation, next) ?? 0) !== 0)) return null;
  return fillBlanks(part, next);
}

/** Null when a reported figure would be left without a value, or too little changes. */
function explain(
  part: System,
  { kind, cells, penalty }: LineCandidate,
  values: readonly (number | null)[]
): Explained | null {
  const changes: Change[] = [];
  for (const [index, { year, cell, reported, standing }] of part.variables.entries()) {
    const to = values[index] ?? null;
    if (to === null && standing !== 'blank') return null;
    if (to === null || to === reported || (to === 0 && standing === 'blank')) continue;
    changes.push({ year, cell, from: reported, to });
  }
  if (changes.length < FEWEST_CHANGES) return null;
  const [first, last] = [cells[0], cells.at(-1)].map((number) => part.variables[number ?? -1]?.cell ?? '');
  const places = changes.map((change) => ({ year: change.year, cell: change.cell }));
  return {
    changes,
    penalty,
    reasons: [{ kind, cells: places, values: { first: first ?? '', second: last ?? '' } }]
  };
}
