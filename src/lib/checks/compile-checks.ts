/**
 * Identities → SQL. An identity's residual is the sum of its terms: 0 when it holds, another number when it is
 * violated, and NULL, by SQL's own logic, when a cell it needs has no number: three verdicts.
 *
 * The statements are flat lists of residuals on purpose: planning one condition per identity takes the engine ten
 * times as long as judging a city's reports.
 */
import { cellColumn } from '../database/schema.ts';
import { layoutsWith } from './identities.ts';
import type { Identity, Term } from './rule.ts';

/**
 * Counts are whole, so a residual of theirs is 0 or at least 1. This only takes up the binary rounding of decimals in
 * cells that should be whole and are flagged for that.
 */
export const ROUNDING = 1e-6;

/** The report beside that of the year before; the latter's columns are NULL when there is none. */
const REPORTS = `report LEFT JOIN report AS previous ON previous.unit = report.unit AND previous.year = report.year - 1`;

const columnOf = ({ cell, yearOffset }: Term): string =>
  `${yearOffset === 0 ? 'report' : 'previous'}.${cellColumn(cell)}`;

function residualSql({ terms }: Identity): string {
  return `(${terms.map((term) => `${term.coefficient === 1 ? '+' : '-'} ${columnOf(term)}`).join(' ')})`;
}

const quotedList = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');

/** Whether the identity can be asked of a report at all: its layout, and last year's if needed, print the cells. */
function askedSql({ terms, layouts }: Identity): string {
  const before = terms.find((term) => term.yearOffset === -1);
  const asked = `report.layout IN (${quotedList(layouts)})`;
  // NULL when there is no report for the year before.
  return before
    ? `(${asked} AND coalesce(previous.layout IN (${quotedList(layoutsWith(before.cell))}), false))`
    : `(${asked})`;
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
  const names = identities.map((_, index) => `r${index}`);
  const residuals = identities.map(
    (identity, index) => `CASE WHEN ${askedSql(identity)} THEN ${residualSql(identity)} ELSE 0 END AS r${index}`
  );
  return {
    sql: `SELECT unit, year, [${names.join(', ')}] AS residuals, figures
FROM (
SELECT report.unit, report.year, [${columns.join(', ')}] AS figures,
${residuals.join(',\n')}
FROM ${REPORTS}
)
WHERE greatest(${names.map((name) => `abs(${name})`).join(', ')}) >= ${ROUNDING}
OR (${names.join(' + ')}) IS NULL`,
    figureIndex: (term) => positions.get(columnOf(term)) ?? -1
  };
}

/** Rows of `rule`, `holds`, `violated`, `not_checkable`: numbers of reports that the identity is asked of. */
export function countIdentityVerdicts(identities: readonly Identity[], where: string): string {
  return `SELECT rule,
  count(*) FILTER (abs(residual) < ${ROUNDING}) AS holds,
  count(*) FILTER (abs(residual) >= ${ROUNDING}) AS violated,
  count(*) FILTER (residual IS NULL) AS not_checkable
FROM (
SELECT unnest([${quotedList(identities.map((identity) => identity.id))}]) AS rule,
unnest([${identities.map(askedSql).join(',\n')}]) AS asked,
unnest([${identities.map(residualSql).join(',\n')}]) AS residual
FROM ${REPORTS}
WHERE ${where}
)
WHERE asked
GROUP BY rule`;
}
