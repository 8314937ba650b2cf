import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { countIdentityVerdicts } from './compile-checks.ts';
import { IDENTITIES } from './identities.ts';
import { countLikelyVerdicts } from './likely-verdicts.ts';
import { anyFailsSql, FIGURE_RULES, RULES_AT_STREET } from './value-rules.ts';

const row = z.object({
  rule: z.string(),
  /** Numbers of reports; those of which the rule is not asked are in none. */
  holds: z.number().int(),
  violated: z.number().int(),
  not_checkable: z.number().int()
});
export type VerdictCount = z.infer<typeof row>;

const OF_YEAR = '($year::INTEGER IS NULL OR report.year = $year)';

/** One row a report that has a cell without a number. */
const UNFILLED = `SELECT unit, year, bool_or(kind = 'blank') AS blank, bool_or(kind = 'dash') AS dash,
  bool_or(kind IN ('unreadable', 'missing')) AS lost, bool_or(cell LIKE 't2.rules.%') AS rules
FROM cell_note WHERE kind <> 'written' GROUP BY unit, year`;

/** A rule about single cells, over `report`, `unit` and `unfilled`; a NULL counts as false. */
interface Counted {
  readonly id: string;
  readonly asked: string;
  readonly violated: string;
  /** Decides where the rule is not violated: whether some cell that it looks at is not known. */
  readonly unsure: string;
}

const COUNTED: readonly Counted[] = [
  ...FIGURE_RULES.map((rule) => ({
    id: rule.id,
    asked: 'true',
    violated: anyFailsSql(rule),
    unsure: 'unfilled.unit IS NOT NULL'
  })),
  ...['blank', 'dash'].map((kind) => ({
    id: `value.${kind}`,
    asked: 'true',
    violated: `unfilled.${kind}`,
    unsure: 'unfilled.lost'
  })),
  {
    id: 'value.rules-at-street',
    ...RULES_AT_STREET,
    unsure: 'unfilled.rules'
  }
];

const listOf = (part: (counted: Counted) => string): string => `unnest([${COUNTED.map(part).join(',\n')}])`;
const known = (condition: string): string => `coalesce(${condition}, false)`;

const COUNT_VALUE_VERDICTS = `SELECT rule,
  count(*) FILTER (NOT violated AND NOT unsure) AS holds,
  count(*) FILTER (violated) AS violated,
  count(*) FILTER (NOT violated AND unsure) AS not_checkable
FROM (
SELECT ${listOf(({ id }) => `'${id}'`)} AS rule,
${listOf(({ asked }) => known(asked))} AS asked,
${listOf(({ violated }) => known(violated))} AS violated,
${listOf(({ unsure }) => known(unsure))} AS unsure
FROM report
LEFT JOIN unit ON unit.code = report.unit
LEFT JOIN (${UNFILLED}) AS unfilled ON unfilled.unit = report.unit AND unfilled.year = report.year
WHERE ${OF_YEAR}
)
WHERE asked
GROUP BY rule`;

/**
 * For the catalogue of rules: of how many reports each rule holds, is violated and cannot be checked. A rule that is
 * asked of no report has no row.
 */
export const countVerdicts = defineQuery({
  name: 'count-verdicts',
  /** `year` null: of all years. */
  parameters: z.object({ year: z.number().int().nullable() }),
  row,
  // Two identities share an id where the layouts differ.
  sql: `SELECT rule, sum(holds)::INTEGER AS holds, sum(violated)::INTEGER AS violated,
  sum(not_checkable)::INTEGER AS not_checkable
FROM (
${countIdentityVerdicts(IDENTITIES, OF_YEAR)}
UNION ALL
${COUNT_VALUE_VERDICTS}
UNION ALL
${countLikelyVerdicts(OF_YEAR)}
)
GROUP BY rule
ORDER BY rule`
});
