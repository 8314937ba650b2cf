import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { isOnForm, type CellId, type FormId } from '../form/form.ts';
import { likelyFlag } from './likely-rules.ts';
import type { Flag } from './rule.ts';
import { TEXT_RULES, toleranceOf, type TextRule } from './text-rules.ts';

const quoted = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');
const onceMore = TEXT_RULES.filter((rule) => rule.againstLastYear).map(({ claim }) => claim);

/**
 * Claims with the values of their readings, in the order of the rule's. Claims about last year are asked only where
 * its report is there.
 */
export const READ_CLAIMS = `SELECT claim.unit, claim.year, claim.claim, claim.value, claim.raw, claim.start,
  claim.sentence, report.form,
  CASE claim.claim
  ${TEXT_RULES.map(({ claim, readings }) => `WHEN '${claim}' THEN [${readings.map(({ sql }) => sql).join(', ')}]`).join('\n')}
  END AS readings
FROM claim
JOIN report ON report.unit = claim.unit AND report.year = claim.year
LEFT JOIN report AS previous ON previous.unit = claim.unit AND previous.year = claim.year - 1
WHERE claim.claim IN (${quoted(TEXT_RULES.map(({ claim }) => claim))})
AND (claim.claim NOT IN (${quoted(onceMore)}) OR previous.unit IS NOT NULL)`;

const STATEMENT = `FROM (${READ_CLAIMS})
WHERE NOT coalesce(list_contains(readings, value), false)
ORDER BY unit, year, sentence, start, claim`;

const rowSchema = z.object({
  unit: z.string(),
  year: z.number().int(),
  claim: z.string(),
  value: z.number(),
  raw: z.string(),
  start: z.number().int().nullable(),
  sentence: z.string(),
  form: z.enum(['2019', '2021']),
  /** Infinite: a percentage of 0. */
  readings: z.array(z.union([z.number(), z.literal(Infinity)]).nullable())
});
type ReadClaim = z.infer<typeof rowSchema>;

const ruleOf = new Map(TEXT_RULES.map((rule) => [rule.claim, rule]));

/**
 * One flag a report and rule: of several figures that do not fit, the first one that is sure not to. `values` quotes
 * the sentence, the figure in it (`raw`, beginning at `start`), and of a sum of two readings the second (`sum`).
 */
export async function flagTexts(database: Database): Promise<Flag[]> {
  const rows = await database.query(STATEMENT);
  const flags = new Map<string, Flag>();
  for (const row of rows) {
    const claim = rowSchema.parse(row);
    const rule = ruleOf.get(claim.claim);
    if (!rule || fits(rule, claim)) continue;
    const flag = flagOf(rule, claim);
    const key = `${flag.year} ${flag.rule} ${flag.unit}`;
    const known = flags.get(key);
    if (!known || (known.verdict === 'not-checkable' && flag.verdict === 'violated')) flags.set(key, flag);
  }
  return [...flags.values()];
}

function fits({ rounded }: TextRule, { value, raw, readings }: ReadClaim): boolean {
  const tolerance = rounded ? toleranceOf(raw) : 0;
  return readings.some((reading) => reading !== null && Math.abs(reading - value) <= tolerance);
}

function flagOf({ id, readings }: TextRule, claim: ReadClaim): Flag {
  const { value, raw, start, sentence, form } = claim;
  const cells = [...new Set(readings.flatMap((reading) => reading.cells))].filter((cell) => isPrinted(cell, form));
  const [first = null, second = null] = claim.readings;
  const values: Flag['values'] = { claim: claim.claim, raw, sentence };
  if (start !== null) values.start = start;
  const known = claim.readings.every((reading) => reading !== null);
  if (known && second !== null && Number.isFinite(second)) values.sum = tidy(second);
  const actual = first !== null && Number.isFinite(first) ? tidy(first) : null;
  const flag = likelyFlag(id, claim, values, { cells, expected: value, actual });
  // A blank cell is not 0: whether the text is right cannot be told, but the figure for the cell may be in it.
  return known ? flag : { ...flag, severity: 'info', verdict: 'not-checkable', difference: null };
}

function isPrinted(cell: CellId, form: FormId): boolean {
  return isOnForm(cell, form);
}

const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;
