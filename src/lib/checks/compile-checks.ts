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
import { besidePrevious, columnOf, type Sieve } from './judged.ts';
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
 * is no last year's layout when there is no report for the year before. `layout` and `previous`: the columns' names.
 */
function askedSql({ terms, layouts }: Identity, layout: string, previous: string): string {
  const before = terms.find((term) => term.yearOffset === -1);
  return [
    ...(layouts.length < LAYOUTS.length ? [`${layout} IN (${quotedList(layouts)})`] : []),
    ...(before ? [`coalesce(${previous} IN (${quotedList(layoutsWith(before.cell))}), false)`] : [])
  ].join(' AND ');
}

/** The identity's residual, or 0 where it is not asked. */
function askedResidualSql(identity: Identity): string {
  const asked = askedSql(identity, 'report.layout', 'previous.layout');
  const residual = residualSql(identity);
  return asked === '' ? residual : `CASE WHEN ${asked} THEN ${residual} ELSE 0 END`;
}

/** The size of all residuals together; NULL when one of them is open. */
const sizeSql = (residuals: readonly string[]): string => residuals.map((residual) => `abs(${residual})`).join('\n+ ');

/** Some residual is not 0, or open. */
const suspiciousSql = (sizes: readonly string[]): string => `coalesce(${sizes.join('\n+ ')} >= ${ROUNDING}, true)`;

/** True of the reports that violate one of the identities or leave one open; each layout's are asked together. */
function brokenSql(identities: readonly Identity[]): string {
  const alike = group(identities, (identity) => askedSql(identity, 'report.layout', 'previous.layout'));
  return suspiciousSql(
    [...alike].map(([asked, those]) => {
      const size = sizeSql(those.map(residualSql));
      return asked === '' ? size : `CASE WHEN ${asked} THEN ${size} ELSE 0 END`;
    })
  );
}

/** Lets the reports through that violate an identity or leave one open. */
export function identitySieve(identities: readonly Identity[]): Sieve {
  const isBeside = ({ terms }: Identity): boolean => terms.some(({ yearOffset }) => yearOffset !== 0);
  return {
    cells: termsOf(identities),
    own: brokenSql(identities.filter((identity) => !isBeside(identity))),
    beside: brokenSql(identities.filter(isBeside))
  };
}

/** Identities that are counted as one rule: one by itself, or a whole family. */
interface Counted {
  readonly rule: string;
  readonly identities: readonly Identity[];
}

/** Each identity, and each family of more than one: its counts are of reports too, however many of its rules break. */
function countedRules(identities: readonly Identity[]): Counted[] {
  const families = [...group(identities, ({ kind }) => kind)].map(([rule, own]) => ({ rule, identities: own }));
  return [
    ...identities.map((identity) => ({ rule: identity.id, identities: [identity] })),
    ...families.filter((family) => family.identities.length > 1)
  ];
}

/** 1 where a residual is not 0, NULL where none is and one is open, else 0. */
function verdictSql({ identities }: Counted, nameOf: (identity: Identity) => string): string {
  const residuals = identities.map(nameOf);
  const largest = `greatest(0, ${residuals.map((residual) => `abs(${residual})`).join(', ')})`;
  return `CASE WHEN ${largest} >= ${ROUNDING} THEN 1 ELSE 0 * (${residuals.join(' + ')}) END`;
}

/**
 * Rows of `rule`, `holds`, `violated`, `not_checkable`: numbers of reports that the identity, or any of the family, is
 * asked of. Asked is counted by kinds of layouts and broken among the suspicious reports; what is left holds.
 */
export function countIdentityVerdicts(identities: readonly Identity[], where: string): string {
  const counted = countedRules(identities);
  const places = `unnest(range(${counted.length})) AS place`;
  const tables = besidePrevious('LEFT JOIN');
  const names = new Map(identities.map((identity, index) => [identity, `r${index}`]));
  const nameOf = (identity: Identity): string => names.get(identity) ?? '';
  const asked = counted.map((rule) =>
    rule.identities.map((identity) => `(${askedSql(identity, 'layout', 'previous_layout') || 'true'})`).join(' OR ')
  );
  const residuals = identities.map((identity) => `${askedResidualSql(identity)} AS ${nameOf(identity)}`);
  return `SELECT [${quotedList(counted.map(({ rule }) => rule))}][place + 1] AS rule,
  reports - coalesce(broken.violated, 0) - coalesce(broken.not_checkable, 0) AS holds,
  coalesce(broken.violated, 0) AS violated,
  coalesce(broken.not_checkable, 0) AS not_checkable
FROM (
  SELECT place, sum(reports) AS reports
  FROM (
    SELECT ${places}, unnest([${asked.join(',\n')}]) AS asked, reports
    FROM (
      SELECT report.layout, previous.layout AS previous_layout, count(*) AS reports
      FROM ${tables} WHERE ${where} GROUP BY report.layout, previous.layout
    )
  )
  WHERE asked
  GROUP BY place
)
LEFT JOIN (
  SELECT place,
    count(*) FILTER (verdict = 1) AS violated,
    count(*) FILTER (verdict IS NULL) AS not_checkable
  FROM (
    SELECT ${places}, unnest([${counted.map((rule) => verdictSql(rule, nameOf)).join(',\n')}]) AS verdict
    FROM (SELECT ${residuals.join(',\n')} FROM ${tables} WHERE ${where})
    WHERE ${suspiciousSql([sizeSql([...names.values()])])}
  )
  GROUP BY place
) AS broken USING (place)`;
}
