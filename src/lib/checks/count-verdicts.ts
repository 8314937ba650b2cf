import { group } from 'd3-array';
import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { LAYOUTS } from '../form/form.ts';
import { IDENTITIES, isAsked } from './identities.ts';
import { countLikelyVerdicts } from './likely-verdicts.ts';
import { RULE_OF_FAULT, RULES_AT_STREET, RULES_CELLS } from './value-rules.ts';

const row = z.object({
  rule: z.string(),
  /** Numbers of reports; those of which the rule is not asked are in none. */
  holds: z.number().int(),
  violated: z.number().int(),
  not_checkable: z.number().int()
});
export type VerdictCount = z.infer<typeof row>;

const OF_YEAR = '($year::INTEGER IS NULL OR report.year = $year)';

const quotedList = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');
const rowsSql = (rows: readonly (readonly (string | number)[])[]): string =>
  `VALUES ${rows.map((row) => `(${row.map((value) => (typeof value === 'string' ? `'${value}'` : value)).join(', ')})`).join(', ')}`;

/** Stands for the layout of last year's report where there is none. */
const NO_REPORT = '';

/** An identity is its place in the list. Layouts of a report and of last year's with which it is asked. */
const ASKED = IDENTITIES.flatMap((identity, index) =>
  LAYOUTS.flatMap((layout) => {
    const previous = [...LAYOUTS, null].filter((each) => isAsked(identity, layout, each));
    return previous.map((each) => [index, layout, each ?? NO_REPORT]);
  })
);

/** Its cells, and how many years ago. */
const TERMS = IDENTITIES.flatMap(({ terms }, index) => terms.map(({ cell, yearOffset }) => [index, cell, -yearOffset]));

const families = group(IDENTITIES, ({ kind }) => kind);

/** What it is counted as: itself, and its family where that has more than one: reports are counted there as well. */
const COUNTED = IDENTITIES.flatMap(({ id, kind }, index) =>
  (families.get(kind)?.length === 1 ? [id] : [id, kind]).map((rule) => [index, rule])
);

/** The rules about single cells, with the cells without a number that leave each open: conditions on a note. */
const VALUE_RULES: readonly { readonly id: string; readonly opens: string }[] = [
  ...Object.values(RULE_OF_FAULT).map((id) => ({ id, opens: 'true' })),
  ...['value.blank', 'value.dash'].map((id) => ({ id, opens: `note.kind IN ('unreadable', 'missing')` })),
  { id: 'value.rules-at-street', opens: `note.cell IN (${quotedList(RULES_CELLS)})` }
];
/** Not every report is asked them all. */
const IS_VALUE_RULE_ASKED = `(rule <> 'value.rules-at-street' OR ${RULES_AT_STREET.asked})`;

/**
 * Of how many reports each exact rule, and each about single cells, holds, is violated and is open. Nothing is judged a
 * second time for counting: what is violated the flags say. A rule is open where a cell that it looks at has no number,
 * and of each such cell there is a note.
 */
const EXACT = `WITH asked_of(identity, layout, previous) AS (${rowsSql(ASKED)}),
term(identity, cell, ago) AS (${rowsSql(TERMS)}),
counted(identity, rule) AS (${rowsSql(COUNTED)}),
value_rule(rule) AS (${rowsSql(VALUE_RULES.map(({ id }) => [id]))}),
judged AS (
  SELECT report.unit, report.year, report.layout, coalesce(previous.layout, '${NO_REPORT}') AS previous, unit.kind
  FROM report
  LEFT JOIN report AS previous ON previous.unit = report.unit AND previous.year = report.year - 1
  LEFT JOIN unit ON unit.code = report.unit
  WHERE ${OF_YEAR}
),
asked AS (
  SELECT rule, sum(reports) AS asked
  FROM (SELECT layout, previous, count(*) AS reports FROM judged GROUP BY layout, previous)
  JOIN (SELECT DISTINCT rule, layout, previous FROM asked_of JOIN counted USING (identity)) USING (layout, previous)
  GROUP BY rule
  UNION ALL
  SELECT rule, sum(reports)
  FROM (SELECT kind, count(*) AS reports FROM judged GROUP BY kind) AS unit JOIN value_rule ON ${IS_VALUE_RULE_ASKED}
  GROUP BY rule
),
broken AS (
  SELECT DISTINCT rule, unit, year
  FROM (SELECT unnest([rule, kind]) AS rule, unit, year FROM flag WHERE verdict = 'violated')
  SEMI JOIN asked USING (rule)
  SEMI JOIN judged USING (unit, year)
),
note AS (SELECT unit, year, cell, kind FROM cell_note WHERE kind <> 'written'),
open AS (
  SELECT DISTINCT rule, judged.unit, judged.year
  FROM note
  JOIN term USING (cell)
  JOIN judged ON judged.unit = note.unit AND judged.year = note.year + term.ago
  JOIN asked_of USING (identity, layout, previous)
  JOIN counted USING (identity)
  UNION ALL
  SELECT DISTINCT rule, unit.unit, unit.year
  FROM (
    SELECT unnest([${quotedList(VALUE_RULES.map(({ id }) => id))}]) AS rule,
      unnest([${VALUE_RULES.map(({ opens }) => opens).join(', ')}]) AS opens, unit, year
    FROM note
  ) AS note
  JOIN judged AS unit USING (unit, year)
  WHERE opens AND ${IS_VALUE_RULE_ASKED}
)
SELECT rule, asked - coalesce(violated, 0) - coalesce(not_checkable, 0) AS holds,
  coalesce(violated, 0) AS violated, coalesce(not_checkable, 0) AS not_checkable
FROM asked
LEFT JOIN (SELECT rule, count(*) AS violated FROM broken GROUP BY rule) USING (rule)
LEFT JOIN (
  SELECT rule, count(*) AS not_checkable FROM open ANTI JOIN broken USING (rule, unit, year) GROUP BY rule
) USING (rule)`;

/**
 * For the catalogue of rules: of how many reports each rule holds, is violated and cannot be checked, once their flags are
 * stored. A rule that is asked of no report has no row.
 */
export const countVerdicts = defineQuery({
  name: 'count-verdicts',
  /** `year` null: of all years. */
  parameters: z.object({ year: z.number().int().nullable() }),
  row,
  sql: `SELECT rule, holds::INTEGER AS holds, violated::INTEGER AS violated, not_checkable::INTEGER AS not_checkable
FROM (
${EXACT}
UNION ALL
${countLikelyVerdicts(OF_YEAR)}
)
ORDER BY rule`
});
