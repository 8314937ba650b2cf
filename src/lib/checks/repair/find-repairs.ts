import type { Identity } from '../rule.ts';
import { explainChanges, join } from './explain-changes.ts';
import type { Reported } from './explain-figure.ts';
import { fillBlanks } from './fill-blanks.ts';
import { rankRepairs } from './rank-repairs.ts';
import type { Change, RepairOptions, RepairResult, Unsettled } from './repair.ts';
import { statedIn } from './stated-figures.ts';
import type { YearCell, YearCells } from './year-cells.ts';
import { findRowMistakes, type Explained } from './row-mistakes.ts';
import { findSmallestSets, type Assignment, type SearchLimits } from './search.ts';
import { buildSystem, partsOf, residualOf, type System } from './system.ts';

/** Sets of one part that are weighed before the likeliest are shown. */
const MOST_SETS = 3000;
/** Ends the search even where the clock stands still. */
const MOST_NODES = 1_000_000;

/**
 * All smallest sets of figures in these years whose change satisfies every exact identity with whole numbers from 0
 * up, likeliest first; besides, each single slip with a whole row or column that explains everything.
 *
 * Table 3 (of all years together) and each block of table 4 are searched on their own, and each smallest set of one is
 * combined with each of the others. Blanks are unknowns, never zeros: a blank that the rules fix above 0 is a change
 * from null. Where nothing reported is wrong, blanks that can only be 0 are proposed as 0, and so are those
 * that the rules do not fix where everything holds with 0 in each.
 */
export function findRepairs(
  years: readonly YearCells[],
  identities: readonly Identity[],
  options: RepairOptions = {}
): RepairResult {
  const { neighbours = [], maximumCells = 5, milliseconds = 1000, maximumShown = 30 } = options;
  const clock = options.clock ?? (() => performance.now());
  const end = clock() + milliseconds;
  let nodes = 0;
  const isExpired = (): boolean => {
    nodes += 1;
    return nodes > MOST_NODES || clock() > end;
  };
  const limits: SearchLimits = { maximumCells, maximumSets: MOST_SETS, isExpired };
  const reported = reportedIn([...neighbours, ...years]);
  const witness = statedIn(years);
  const weigh = ({ changes, ...mistakes }: Explained): Explained => {
    return { changes, ...join([mistakes, witness(changes)]) };
  };

  const choices: Explained[][] = [];
  const zeros: Change[] = [];
  const open: Change[] = [];
  const unsettled: Unsettled[] = [];
  let complete = true;
  const parts = partsOf(buildSystem(years, identities, neighbours));
  for (const part of [...parts].sort((a, b) => a.variables.length - b.variables.length)) {
    if (part.variables.every((variable) => variable.reported === null) || isIntact(part)) continue;
    const found = repairPart(part, reported, weigh, limits);
    complete &&= found.complete;
    zeros.push(...found.zeros);
    open.push(...found.open);
    if (found.repairs.length > 0) choices.push(found.repairs);
    else if (found.zeros.length + found.open.length === 0) unsettled.push(...brokenIn(part));
  }
  if (choices.length === 0 && unsettled.length === 0 && zeros.length + open.length > 0) {
    choices.push([blankZeros(zeros, open, reported)]);
    complete &&= open.length === 0;
  }
  const ranked = rankRepairs(choices, maximumShown);
  const repairs = ranked.repairs.map((repair) => ({ ...repair, changes: repair.changes.map(withAbsence(reported)) }));
  return { repairs, complete: complete && ranked.complete, unsettled };
}

interface PartRepairs {
  readonly repairs: Explained[];
  /** Blanks that can only be 0, where nothing reported contradicts the rules. */
  readonly zeros: Change[];
  /** Blanks that the rules do not fix, where all of them hold with 0 in each. */
  readonly open: Change[];
  readonly complete: boolean;
}

type Weigh = (explained: Explained) => Explained;

function repairPart(part: System, reported: Reported, weigh: Weigh, limits: SearchLimits): PartRepairs {
  const { sets, complete } = findSmallestSets(part, limits);
  const [smallest] = sets;
  const size = smallest?.assignments[0]?.size ?? Infinity;
  if (size === 0) {
    const fills = changesOf(part, new Map());
    const due = fills.filter(({ to }) => to > 0);
    if (due.length === 0) return { repairs: [], zeros: fills, open: openZeros(part, fills, reported), complete };
    return { repairs: [weigh({ changes: due, ...explainChanges(due, reported) })], zeros: [], open: [], complete };
  }

  const repairs = sets.map(({ assignments }): Explained => {
    const ways = assignments.map((assignment) => {
      const changes = changesOf(part, assignment).filter(({ from, to }) => from !== null || to > 0);
      return weigh({ changes, ...explainChanges(changes, reported) });
    });
    return ways.reduce((best, way) => (way.penalty < best.penalty ? way : best));
  });
  // Of as many figures changed, those that need the fewest blanks filled.
  const fewest = Math.min(...repairs.map(({ changes }) => changes.length));
  const kept = repairs.filter(({ changes }) => changes.length === fewest);
  addRowMistakes(kept, findRowMistakes(part, reported, size, limits.isExpired).map(weigh));
  return { repairs: kept, zeros: [], open: [], complete: complete && !sets.some(({ isOpen }) => isOpen) };
}

/** A slip with a line that is one of the smallest sets gives that set its reason. */
function addRowMistakes(repairs: Explained[], mistakes: readonly Explained[]): void {
  const keyOf = ({ changes }: Explained): string => changes.map(({ year, cell, to }) => `${year} ${cell} ${to}`).join();
  for (const mistake of mistakes) {
    const index = repairs.findIndex((repair) => keyOf(repair) === keyOf(mistake));
    const same = repairs[index];
    if (!same) repairs.push(mistake);
    else if (mistake.penalty < same.penalty) repairs[index] = mistake;
  }
}

/** The changed figures with the blanks that the rules then fix, in the order of years and of the form. */
function changesOf(part: System, assignment: Assignment): Change[] {
  const values = part.variables.map(
    ({ standing, reported }, index) => assignment.get(index) ?? (standing === 'figure' ? reported : null)
  );
  const filled = fillBlanks(part, values);
  if (!filled) throw new Error('the search gave a set that breaks a rule');
  return part.variables.flatMap(({ year, cell, reported }, index) => {
    const to = filled[index] ?? null;
    return to === null || to === reported ? [] : [{ year, cell, from: reported, to }];
  });
}

/** What was not read, or not found, may be any figure and is left open. */
function openZeros(part: System, fills: readonly Change[], reported: Reported): Change[] {
  const fixed = new Set(fills.map(({ year, cell }) => `${year} ${cell}`));
  const open = part.variables.filter(
    ({ year, cell, standing }) => standing === 'blank' && !fixed.has(`${year} ${cell}`)
  );
  const values = part.variables.map(({ reported: figure }) => figure ?? 0);
  const holds = part.equations.every((equation) => residualOf(equation, values) === 0);
  if (!holds || !open.every(wasReadIn(reported))) return [];
  return open.map(({ year, cell }) => ({ year, cell, from: null, to: 0 }));
}

function blankZeros(zeros: readonly Change[], open: readonly Change[], reported: Reported): Explained {
  const wasRead = wasReadIn(reported);
  const cells = zeros.map(placeOf);
  const blank = { kind: 'blank-zero' as const, cells: cells.filter(wasRead), values: {} };
  const unread = { kind: 'unread-zero' as const, cells: cells.filter((place) => !wasRead(place)), values: {} };
  const free = { kind: 'blank-open' as const, cells: open.map(placeOf), values: {} };
  return {
    changes: [...zeros, ...open],
    penalty: 0,
    reasons: [blank, unread, free].filter((reason) => reason.cells.length > 0)
  };
}

const placeOf = ({ year, cell }: YearCell): YearCell => ({ year, cell });

function wasReadIn({ absenceOf }: Reported): (place: YearCell) => boolean {
  return ({ year, cell }) => ['blank', 'dash'].includes(absenceOf(year, cell));
}

/** Whoever reads of a change must not take what could not be read for a blank. */
function withAbsence({ absenceOf }: Reported): (change: Change) => Change {
  return (change) => {
    if (change.from !== null) return change;
    const absence = absenceOf(change.year, change.cell);
    return absence === 'blank' ? change : { ...change, absence };
  };
}

function isIntact(part: System): boolean {
  return part.variables.every(({ standing }) => standing === 'figure') && brokenIn(part).length === 0;
}

function brokenIn(part: System): Unsettled[] {
  const values = part.variables.map(({ reported }) => reported);
  return part.equations
    .filter((equation) => (residualOf(equation, values) ?? 0) !== 0)
    .map(({ rule, year }) => ({ rule, year }));
}

function reportedIn(years: readonly YearCells[]): Reported {
  const byYear = new Map(years.map((report) => [report.year, report]));
  return {
    valueOf: (year, cell) => byYear.get(year)?.cells[cell] ?? null,
    layoutOf: (year) => byYear.get(year)?.layout ?? null,
    absenceOf: (year, cell) => byYear.get(year)?.absent?.[cell] ?? 'blank'
  };
}
