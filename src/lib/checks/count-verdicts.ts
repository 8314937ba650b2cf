import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { countIdentityVerdicts } from './compile-checks.ts';
import { IDENTITIES } from './identities.ts';
import { anyFailsSql, FIGURE_RULES, RULES_CELLS, UNIT_KINDS_WITHOUT_RULES } from './value-rules.ts';
import { cellColumn } from '../database/schema.ts';

const row = z.object({
  rule: z.string(),
  /** Numbers of reports; those of which the rule is not asked are in none. */
  holds: z.number().int(),
  violated: z.number().int(),
  not_checkable: z.number().int()
});
export type VerdictCount = z.infer<typeof row>;

const OF_YEAR = '($year::INTEGER IS NULL OR report.year = $year)';

/**
 * Blank and dash cells: violated when there is one, not checkable when there is none but a cell was not read or not
 * found. A figure rule: violated when a figure fails, not checkable when none does but a cell has no number.
 */
const NOTED = `report LEFT JOIN (
  SELECT unit, year, bool_or(kind = 'blank') AS blank, bool_or(kind = 'dash') AS dash,
    bool_or(kind IN ('unreadable', 'missing')) AS lost
  FROM cell_note WHERE kind <> 'written' GROUP BY unit, year
) AS noted ON noted.unit = report.unit AND noted.year = report.year`;

interface Counted {
  readonly id: string;
  readonly violated: string;
  readonly unsure: string;
}

const counted: readonly Counted[] = [
  ...FIGURE_RULES.map((rule) => ({
    id: rule.id,
    violated: `coalesce(${anyFailsSql(rule)}, false)`,
    unsure: 'noted.unit IS NOT NULL'
  })),
  ...['blank', 'dash'].map((kind) => ({
    id: `value.${kind}`,
    violated: `coalesce(noted.${kind}, false)`,
    unsure: 'coalesce(noted.lost, false)'
  }))
];

const countValueVerdicts = ({ id, violated, unsure }: Counted): string => `SELECT '${id}' AS rule,
  count(*) FILTER (NOT ${violated} AND NOT ${unsure}) AS holds,
  count(*) FILTER (${violated}) AS violated,
  count(*) FILTER (NOT ${violated} AND ${unsure}) AS not_checkable
FROM ${NOTED} WHERE ${OF_YEAR}`;

const rulesAbove = `coalesce(${RULES_CELLS.map((cell) => `${cellColumn(cell)} > 0`).join(' OR ')}, false)`;
const rulesLost = `EXISTS (SELECT 1 FROM cell_note WHERE cell_note.unit = report.unit AND cell_note.year = report.year
  AND cell LIKE 't2.rules.%' AND cell_note.kind <> 'written')`;

const RULES_AT_STREET = `SELECT 'value.rules-at-street' AS rule,
  count(*) FILTER (NOT above AND NOT lost) AS holds,
  count(*) FILTER (above) AS violated,
  count(*) FILTER (NOT above AND lost) AS not_checkable
FROM (
  SELECT ${rulesAbove} AS above, ${rulesLost} AS lost
  FROM report JOIN unit ON unit.code = report.unit
  WHERE unit.kind IN (${UNIT_KINDS_WITHOUT_RULES.map((kind) => `'${kind}'`).join(', ')}) AND ${OF_YEAR}
)`;

/**
 * For the catalogue of rules: of how many reports each rule holds, is violated and cannot be checked. A rule that is
 * asked of no report may have no row.
 */
export const countVerdicts = defineQuery({
  name: 'count-verdicts',
  /** `year` null: of all years. */
  parameters: z.object({ year: z.number().int().nullable() }),
  row,
  sql: `SELECT rule, sum(holds)::INTEGER AS holds, sum(violated)::INTEGER AS violated,
  sum(not_checkable)::INTEGER AS not_checkable
FROM (
${[countIdentityVerdicts(IDENTITIES, OF_YEAR), ...counted.map(countValueVerdicts), RULES_AT_STREET].join('\nUNION ALL\n')}
)
GROUP BY rule
ORDER BY rule`
});
