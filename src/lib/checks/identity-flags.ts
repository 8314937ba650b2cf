import { group } from 'd3-array';
import { APPLICANT_COLUMNS, cellOf } from '../form/form.ts';
import { identitySieve, ROUNDING } from './compile-checks.ts';
import { IDENTITIES, layoutsWith } from './identities.ts';
import { placeOf, YEAR_OF, type Judged, type ReadJudged } from './judged.ts';
import type { Flag, Identity, Term } from './rule.ts';
import { ruleKind } from './rule-kind.ts';
import type { UnfilledCells } from './unfilled-cells.ts';

/** An identity of one report that does not hold, with its cells' values in the order of its terms. */
export interface Broken {
  readonly unit: string;
  readonly year: number;
  readonly figures: readonly (number | null)[];
}

/** An identity with all that finding its figures takes: every report is asked every identity. */
const ASKED = IDENTITIES.map((identity) => {
  const before = identity.terms.find((term) => term.yearOffset === -1);
  return {
    identity,
    /** Layouts of last year's report with which it can be asked; null where last year is not looked at. */
    previousLayouts: before ? layoutsWith(before.cell) : null,
    terms: identity.terms.map(({ cell, coefficient, yearOffset }) => {
      return { place: placeOf(cell), coefficient, year: YEAR_OF[yearOffset] };
    })
  };
});
type Asked = (typeof ASKED)[number];

/**
 * Those within a report, and those between two years: of a nation's reports each are read for themselves, for few break
 * both, and only the second need last year's.
 */
const READ_TOGETHER = [...group(ASKED, ({ previousLayouts }) => previousLayouts === null).values()];

/** A flag for each identity that a report violates, or that cannot be checked although some of its cells are there. */
export async function flagIdentities(read: ReadJudged, unfilled: UnfilledCells): Promise<Flag[]> {
  const flags: Flag[] = [];
  for (const identities of READ_TOGETHER) {
    const reports = await read(() => identitySieve(identities.map(({ identity }) => identity)));
    for (const report of reports) flags.push(...flagsOf(report, identities, unfilled));
  }
  return withoutDeniedZeros(flags);
}

/** A blank that one identity would take for 0 is not said to be 0 where another one cannot hold with a 0 in it. */
function withoutDeniedZeros(flags: readonly Flag[]): Flag[] {
  const blanksOf = ({ unit, year, values }: Flag): string[] =>
    String(values.empty ?? '')
      .split(' ')
      .map((cell) => `${year} ${cell} ${unit}`);
  const denied = new Set(
    flags.flatMap((flag) =>
      flag.values.reason === 'blank' && flag.values.suggestion === undefined ? blanksOf(flag) : []
    )
  );
  if (denied.size === 0) return [...flags];
  return flags.map((flag) => {
    if (flag.values.suggestion === undefined || !blanksOf(flag).some((blank) => denied.has(blank))) return flag;
    const values = Object.fromEntries(Object.entries(flag.values).filter(([name]) => name !== 'suggestion'));
    return { ...flag, values, severity: SEVERITY_OF.get(flag.rule) === 'error' ? 'warning' : 'info' };
  });
}

const SEVERITY_OF = new Map(IDENTITIES.map(({ id, severity }) => [id, severity]));

function flagsOf(report: Judged, identities: readonly Asked[], unfilled: UnfilledCells): Flag[] {
  const flags: Flag[] = [];
  const { unit, year, years } = report;
  for (const asked of identities) {
    if (!isAsked(asked, report)) continue;
    const residual = residualOf(asked, years);
    if (residual !== null && Math.abs(residual) < ROUNDING) continue;
    const { identity, terms } = asked;
    const broken: Broken = { unit, year, figures: terms.map((term) => years[term.year][term.place] ?? null) };
    if (residual !== null) flags.push(violated(identity, broken));
    else if (broken.figures.some((figure) => figure !== null)) {
      const figureOf = ({ cell, yearOffset }: YearOffsetCell): number | null =>
        years[YEAR_OF[yearOffset]][placeOf(cell)] ?? null;
      if (!isToldByTotal(identity, figureOf)) flags.push(notCheckable(identity, broken, unfilled.isLost));
    }
  }
  return flags;
}

type YearOffsetCell = Pick<Term, 'cell' | 'yearOffset'>;

/**
 * A column's carry-over of which one year's row holds no number at all: a table or a row that is not there would be told
 * seven times. That of the total says it for all.
 */
export function isToldByTotal(
  { kind, total, terms }: Identity,
  figureOf: (place: YearOffsetCell) => number | null
): boolean {
  if (kind !== 'carry-over' || cellOf(total).column === 'total') return false;
  const inColumn = ({ cell, yearOffset }: Term, column: string): number | null =>
    figureOf({ cell: `t${cellOf(cell).table}.${cellOf(cell).row}.${column}`, yearOffset });
  return (
    terms.some((term) => APPLICANT_COLUMNS.every((column) => inColumn(term, column) === null)) &&
    terms.some((term) => inColumn(term, 'total') !== null)
  );
}

/** Whether the report's layout, and last year's if needed, print the cells. */
function isAsked({ identity, previousLayouts }: Asked, { layout, previousLayout }: Judged): boolean {
  if (!identity.layouts.includes(layout)) return false;
  return previousLayouts === null || (previousLayout !== null && previousLayouts.includes(previousLayout));
}

/** 0 when the identity holds, infinite for absurd figures; null when one of its cells has no number. */
function residualOf({ terms }: Asked, years: Judged['years']): number | null {
  let sum = 0;
  for (const { place, coefficient, year } of terms) {
    const figure = years[year][place] ?? null;
    if (figure === null) return null;
    sum += coefficient * figure;
  }
  return sum;
}

/** Cells in the form's order, each once, the total last. */
function cellsOf({ total, terms }: Identity): string[] {
  return [...new Set(terms.map((term) => term.cell).filter((cell) => cell !== total)), total];
}

/** The place of the named total among the terms: this year's cell, where last year's is a term as well. */
function totalIndex({ total, terms }: Identity): number {
  return terms.findIndex((term) => term.cell === total && term.yearOffset === 0);
}

/** What the other terms say the total should be; null when one of them has no number. */
function expectedOf(identity: Identity, figures: readonly (number | null)[]): number | null {
  const at = totalIndex(identity);
  let sum = 0;
  for (const [index, term] of identity.terms.entries()) {
    if (index === at) continue;
    const figure = figures[index] ?? null;
    if (figure === null) return null;
    sum += term.coefficient * figure;
  }
  // Every identity names its total with −1.
  return tidy(sum);
}

/** Without the binary rounding that adding decimals leaves behind; null for a sum beyond all numbers. */
function tidy(value: number): number | null {
  if (Number.isInteger(value)) return value;
  return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null;
}

function violated(identity: Identity, { unit, year, figures }: Broken): Flag {
  const expected = expectedOf(identity, figures);
  const actual = figures[totalIndex(identity)] ?? null;
  return {
    rule: identity.id,
    severity: identity.severity,
    verdict: 'violated',
    unit,
    year,
    cells: cellsOf(identity),
    expected,
    actual,
    difference: expected === null || actual === null ? null : tidy(actual - expected),
    values: sidesOf(identity, figures)
  };
}

/**
 * `expected` and `actual` as far as they are known; `blanks` is how many cells have no number, `empty` names those of
 * the report and `emptyBefore` those of the year before. `isLost` tells of a cell without a number that it was not read.
 */
export function notCheckable(
  identity: Identity,
  { unit, year, figures }: Broken,
  isLost: UnfilledCells['isLost']
): Flag {
  const empty = identity.terms.filter((_, index) => (figures[index] ?? null) === null);
  const lost = empty.some((term) => isLost(unit, year + term.yearOffset, term.cell));
  const zeroed = identity.terms.reduce((sum, term, index) => sum + term.coefficient * (figures[index] ?? 0), 0);
  const suggested = !lost && tidy(zeroed) === 0;
  const namesOf = (yearOffset: Term['yearOffset']): string =>
    empty.flatMap((term) => (term.yearOffset === yearOffset ? [term.cell] : [])).join(' ');
  return {
    rule: identity.id,
    severity: suggested || identity.severity !== 'error' ? 'info' : 'warning',
    verdict: 'not-checkable',
    unit,
    year,
    cells: cellsOf(identity),
    expected: expectedOf(identity, figures),
    actual: figures[totalIndex(identity)] ?? null,
    difference: null,
    values: {
      blanks: empty.length,
      empty: namesOf(0),
      emptyBefore: namesOf(-1),
      ...(suggested ? { suggestion: 'blank-as-zero' } : {}),
      ...(lost ? { reason: 'unread' } : { reason: 'blank' })
    }
  };
}

/** What the wording needs beside the total: last year's figure; of the balance, both sides. */
function sidesOf(identity: Identity, figures: readonly (number | null)[]): Flag['values'] {
  const sumOf = (included: (term: Term) => boolean): number | null =>
    tidy(identity.terms.reduce((sum, term, index) => sum + (included(term) ? (figures[index] ?? 0) : 0), 0));
  const sides: Record<string, number | null> = {};
  if (ruleKind(identity.id) === 't3.balance') {
    sides.left = sumOf((term) => term.coefficient === 1);
    sides.right = sumOf((term) => term.coefficient === -1);
  } else if (identity.terms.some((term) => term.yearOffset === -1)) {
    sides.previous = sumOf((term) => term.yearOffset === -1);
  }
  return Object.fromEntries(Object.entries(sides).flatMap(([name, sum]) => (sum === null ? [] : [[name, sum]])));
}
