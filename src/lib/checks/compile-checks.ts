/**
 * Identities → SQL. An identity's residual is the sum of its terms: 0 when it holds, another number when it is
 * violated, and NULL, by SQL's own logic, when a cell it needs has no number: three verdicts.
 *
 * The statements are flat lists of residuals on purpose: planning one condition per identity takes the engine ten
 * times as long as judging a city's reports.
 */
import { cellColumn } from '../database/schema.ts';
import { cellOf, LAYOUTS } from '../form/form.ts';
import { layoutsWith } from './identities.ts';
import type { Identity, Term } from './rule.ts';

/**
 * Counts are whole, so a residual of theirs is 0 or at least 1. This only takes up the binary rounding of decimals in
 * cells that should be whole and are flagged for that.
 */
export const ROUNDING = 1e-6;

/** Last year's cell beside this year's. */
function columnOf({ cell, yearOffset }: Term): string {
  return yearOffset === 0 ? cellColumn(cell) : `"previous ${cellOf(cell).id}"`;
}

/** The report beside what is needed of the unit's report for the year before; NULL when there is none. */
function reportsSql(identities: readonly Identity[]): string {
  const before = identities.flatMap(({ terms }) => terms.filter((term) => term.yearOffset === -1));
  const columns = new Set(before.map((term) => `${cellColumn(term.cell)} AS ${columnOf(term)}`));
  return `report LEFT JOIN (
SELECT unit AS previous_unit, year AS previous_year, ${['layout AS previous_layout', ...columns].join(', ')}
FROM report
) ON previous_unit = unit AND previous_year = year - 1`;
}

function residualSql({ terms }: Identity): string {
  return `(${terms.map((term) => `${term.coefficient === 1 ? '+' : '-'} ${columnOf(term)}`).join(' ')})`;
}

const quotedList = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');

/**
 * Whether the identity can be asked of a report at all: its layout, and last year's if needed, print the cells. Over
 * the columns `layout` and `previous_layout`, which is NULL when there is no report for the year before.
 */
function askedSql({ terms, layouts }: Identity): string {
  const before = terms.find((term) => term.yearOffset === -1);
  return [
    ...(layouts.length < LAYOUTS.length ? [`layout IN (${quotedList(layouts)})`] : []),
    ...(before ? [`coalesce(previous_layout IN (${quotedList(layoutsWith(before.cell))}), false)`] : [])
  ].join(' AND ');
}

const nameOf = (_: unknown, index: number): string => `r${index}`;

/** `r0`, `r1` …: each identity's residual, or 0 where it is not asked; beside them other columns. */
function residualsSql(identities: readonly Identity[], others: readonly string[], where: string): string {
  const residuals = identities.map((identity, index) => {
    const asked = askedSql(identity);
    const residual = residualSql(identity);
    return `${asked === '' ? residual : `CASE WHEN ${asked} THEN ${residual} ELSE 0 END`} AS ${nameOf(identity, index)}`;
  });
  return `SELECT unit, year, ${[...others, ...residuals].join(',\n')}
FROM ${reportsSql(identities)}
WHERE ${where}`;
}

/** Reports that violate an identity or leave one open: then the sum of all sizes is above 0, or NULL. */
function suspiciousSql(identities: readonly Identity[]): string {
  const sizes = identities.map((identity, index) => `abs(${nameOf(identity, index)})`);
  return `coalesce(${sizes.join(' + ')} >= ${ROUNDING}, true)`;
}

export interface CompiledChecks {
  readonly sql: string;
  /** Where a term's figure stands in a row's `figures`. */
  figureIndex(term: Term): number;
}

/**
 * One pass over all reports. A row for each report with anything to say: unit, year, `residuals` in the order of the
 * identities, 0 for those that are not asked, and `figures`, the cells' values.
 */
export function compileChecks(identities: readonly Identity[]): CompiledChecks {
  const columns = [...new Set(identities.flatMap((identity) => identity.terms.map(columnOf)))];
  const positions = new Map(columns.map((column, index) => [column, index]));
  const figures = columns.map((_, index) => `c${index}`);
  const named = columns.map((column, index) => `${column} AS c${index}`);
  // The lists are made of the few reports that are left: made of all, they would cost more than the judging.
  return {
    sql: `SELECT unit, year, [${identities.map(nameOf).join(', ')}] AS residuals, [${figures.join(', ')}] AS figures
FROM (${residualsSql(identities, named, 'true')})
WHERE ${suspiciousSql(identities)}`,
    figureIndex: (term) => positions.get(columnOf(term)) ?? -1
  };
}

/**
 * Rows of `rule`, `holds`, `violated`, `not_checkable`: numbers of reports that the identity is asked of. Asked is
 * counted by kinds of layouts and broken among the suspicious reports; what is left holds.
 */
export function countIdentityVerdicts(identities: readonly Identity[], where: string): string {
  const places = `unnest(range(${identities.length})) AS place`;
  return `SELECT [${quotedList(identities.map((identity) => identity.id))}][place + 1] AS rule,
  reports - coalesce(broken.violated, 0) - coalesce(broken.not_checkable, 0) AS holds,
  coalesce(broken.violated, 0) AS violated,
  coalesce(broken.not_checkable, 0) AS not_checkable
FROM (
  SELECT place, sum(reports) AS reports
  FROM (
    SELECT ${places}, unnest([${identities.map((identity) => askedSql(identity) || 'true').join(',\n')}]) AS asked, reports
    FROM (
      SELECT layout, previous_layout, count(*) AS reports
      FROM ${reportsSql(identities)} WHERE ${where} GROUP BY layout, previous_layout
    )
  )
  WHERE asked
  GROUP BY place
)
LEFT JOIN (
  SELECT place,
    count(*) FILTER (abs(residual) >= ${ROUNDING}) AS violated,
    count(*) FILTER (residual IS NULL) AS not_checkable
  FROM (
    SELECT ${places}, unnest([${identities.map(nameOf).join(', ')}]) AS residual
    FROM (${residualsSql(identities, [], where)})
    WHERE ${suspiciousSql(identities)}
  )
  GROUP BY place
) AS broken USING (place)`;
}
