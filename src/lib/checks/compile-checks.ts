/**
 * Identities → SQL. An identity's residual is the sum of its terms: 0 when it holds, another number when it is
 * violated, and NULL, by SQL's own logic, when a cell it needs has no number: three verdicts.
 *
 * The statements are flat lists of residuals on purpose: planning one condition per identity takes the engine ten
 * times as long as judging a city's reports.
 */
import { group } from 'd3-array';
import { LAYOUTS } from '../form/form.ts';
import { layoutsWith } from './identities.ts';
import { columnOf, type Sieve } from './judged.ts';
import type { Identity, Term } from './rule.ts';

/**
 * Counts are whole, so a residual of theirs is 0 or at least 1. This only takes up the binary rounding of decimals in
 * cells that should be whole and are flagged for that.
 */
export const ROUNDING = 1e-6;

const termsOf = (identities: readonly Identity[]): Term[] => identities.flatMap(({ terms }) => terms);

function residualSql({ terms }: Identity): string {
  return `(${terms.map((term) => `${term.coefficient === 1 ? '+' : '-'} ${columnOf(term)}`).join(' ')})`;
}

const quotedList = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');

/**
 * Whether the identity can be asked of a report at all: its layout, and last year's if needed, print the cells. There
 * is no last year's layout when there is no report for the year before.
 */
function askedSql({ terms, layouts }: Identity): string {
  const before = terms.find((term) => term.yearOffset === -1);
  return [
    ...(layouts.length < LAYOUTS.length ? [`report.layout IN (${quotedList(layouts)})`] : []),
    ...(before ? [`coalesce(previous.layout IN (${quotedList(layoutsWith(before.cell))}), false)`] : [])
  ].join(' AND ');
}

/** The size of all residuals together; NULL when one of them is open. */
const sizeSql = (residuals: readonly string[]): string => residuals.map((residual) => `abs(${residual})`).join('\n+ ');

/** True of the reports that violate one of the identities or leave one open; each layout's are asked together. */
function brokenSql(identities: readonly Identity[]): string {
  const alike = group(identities, askedSql);
  const sizes = [...alike].map(([asked, those]) => {
    const size = sizeSql(those.map(residualSql));
    return asked === '' ? size : `CASE WHEN ${asked} THEN ${size} ELSE 0 END`;
  });
  return `coalesce(${sizes.join('\n+ ')} >= ${ROUNDING}, true)`;
}

/** Lets the reports through that violate an identity or leave one open; either all or none reach back a year. */
export function identitySieve(identities: readonly Identity[]): Sieve {
  return { cells: termsOf(identities), where: brokenSql(identities) };
}
