import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { likelyFlag, type YearRuleId } from './likely-rules.ts';
import type { Flag } from './rule.ts';

/** Issues of a report that stands under a year which was not read in it. */
export const YEAR_NOT_TOLD = `issue.code IN ('title.year-missing', 'title.year-undecided')`;

/** Where a report states its year, by the rule that asks about it. */
export const YEAR_SOURCES: readonly { readonly rule: YearRuleId; readonly claims: readonly string[] }[] = [
  { rule: 'year.title', claims: ['year-title'] },
  { rule: 'year.text', claims: ['year-period', 'year-sentence'] },
  { rule: 'year.file-name', claims: ['year-file-name'] }
];

/**
 * Years that a report states of itself, with whether each contradicts the report's year. A period must name it alone;
 * a sentence contradicts when it begins with last year and never names this one, as words left over do; title and file
 * name do when none of their years is it. A report whose year could not be told is not asked.
 */
export const STATED_YEARS = `SELECT claim.unit, claim.year,
  CASE ${YEAR_SOURCES.map(({ rule, claims }) => `WHEN claim.claim IN (${claims.map((claim) => `'${claim}'`).join(', ')}) THEN '${rule}'`).join(' ')} END AS rule,
  claim.value::INTEGER AS stated, claim.raw, claim.sentence,
  CASE claim.claim
    WHEN 'year-period' THEN claim.value <> claim.year
    WHEN 'year-sentence' THEN claim.value = claim.year - 1 AND NOT contains(claim.sentence, claim.year::VARCHAR || '年')
    ELSE NOT bool_or(claim.value = claim.year) OVER (PARTITION BY claim.unit, claim.year, claim.claim)
  END AS wrong
FROM claim
WHERE claim.claim LIKE 'year-%' AND NOT EXISTS (
  SELECT 1 FROM issue
  WHERE issue.unit = claim.unit AND issue.year = claim.year AND ${YEAR_NOT_TOLD}
)`;

const STATEMENT = `FROM (${STATED_YEARS}) WHERE wrong ORDER BY unit, year, rule, stated DESC, sentence`;

const rowSchema = z.object({
  unit: z.string(),
  year: z.number().int(),
  rule: z.enum(['year.title', 'year.text', 'year.file-name']),
  stated: z.number().int(),
  raw: z.string(),
  sentence: z.string()
});

/** One flag a report and rule. Years are texts in `values`, for they take no thousands comma. */
export async function flagYears(database: Database): Promise<Flag[]> {
  const rows = await database.query(STATEMENT);
  const flags = new Map<string, Flag>();
  for (const row of rows) {
    const { rule, stated, raw, sentence, ...of } = rowSchema.parse(row);
    const key = `${of.year} ${rule} ${of.unit}`;
    if (flags.has(key)) continue;
    flags.set(key, likelyFlag(rule, of, { stated: String(stated), reportYear: String(of.year), raw, sentence }));
  }
  return [...flags.values()];
}
