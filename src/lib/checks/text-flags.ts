import { ascending } from 'd3-array';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { isOnLayout, LAYOUTS, type Layout } from '../form/form.ts';
import { unitYearKey } from '../report/unit-year.ts';
import type { ReadJudged } from './judged.ts';
import { likelyFlag } from './likely-rules.ts';
import { claimSchema, type Claim, type Narrative } from './narrative.ts';
import type { Flag } from './rule.ts';
import type { UnfilledCells } from './unfilled-cells.ts';
import { TEXT_RULES, toleranceOf, type TextRule } from './text-rules.ts';

/** A claim with the values of its rule's readings, in their order; infinite: a percentage of 0. */
interface ReadClaim extends Claim {
  readonly rule: TextRule;
  readonly layout: Layout;
  readonly values: readonly (number | null)[];
}

const ruleOf = new Map(TEXT_RULES.map((rule) => [rule.claim, rule]));

/** A city's. Claims about last year are asked only where its report is there. */
async function readAll(read: ReadJudged, narrative: Narrative): Promise<ReadClaim[]> {
  const reports = await read(() => ({ cells: [], where: 'true' }));
  const byKey = new Map(reports.map((report) => [unitYearKey(report), report]));
  return (await narrative.claims('true')).flatMap((claim): ReadClaim[] => {
    const rule = ruleOf.get(claim.claim);
    const report = rule && byKey.get(unitYearKey(claim));
    if (!report || (rule.againstLastYear && report.previousLayout === null)) return [];
    const [now, before] = report.years;
    return [
      { ...claim, rule, layout: report.layout, values: rule.readings.map(({ valueOf }) => valueOf(now, before)) }
    ];
  });
}

const quoted = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');
const onceMore = TEXT_RULES.filter((rule) => rule.againstLastYear).map(({ claim }) => claim);

/** The same of a nation, but for those that are exactly what a reading says. */
const MISFITS = `FROM (
  SELECT claim.unit, claim.year, claim.claim, claim.value, claim.raw, claim.start, claim.sentence, report.layout,
    CASE claim.claim
    ${TEXT_RULES.map(({ claim, readings }) => `WHEN '${claim}' THEN [${readings.map(({ sql }) => sql).join(', ')}]`).join('\n')}
    END AS readings
  FROM claim
  JOIN report ON report.unit = claim.unit AND report.year = claim.year
  LEFT JOIN report AS previous ON previous.unit = claim.unit AND previous.year = claim.year - 1
  WHERE claim.claim IN (${quoted(TEXT_RULES.map(({ claim }) => claim))})
  AND (claim.claim NOT IN (${quoted(onceMore)}) OR previous.unit IS NOT NULL)
)
WHERE NOT coalesce(list_contains(readings, value), false)`;

const misfitSchema = claimSchema.extend({
  layout: z.enum(LAYOUTS),
  readings: z.array(z.union([z.number(), z.literal(Infinity)]).nullable())
});

async function readMisfits(database: Database): Promise<ReadClaim[]> {
  return (await database.query(MISFITS)).flatMap((row): ReadClaim[] => {
    const { readings: values, ...claim } = misfitSchema.parse(row);
    const rule = ruleOf.get(claim.claim);
    return rule ? [{ ...claim, rule, values }] : [];
  });
}

/**
 * One flag a report and rule: of several figures that do not fit, the first one that is sure not to. `values` quotes
 * the sentence, the figure in it (`raw`, beginning at `start`), and of a sum of two readings the second (`sum`); `reason`
 * is `unread` where a cell was not read or not found.
 */
export async function flagTexts(
  database: Database,
  read: ReadJudged,
  narrative: Narrative,
  { isLost }: Pick<UnfilledCells, 'isLost'>
): Promise<Flag[]> {
  const claims = narrative.isReadWhole ? await readAll(read, narrative) : await readMisfits(database);
  const flags = new Map<string, Flag>();
  for (const claim of claims.filter((each) => !fits(each)).sort(bySentence)) {
    const flag = flagOf(claim, isLost);
    const key = `${flag.year} ${flag.rule} ${flag.unit}`;
    const known = flags.get(key);
    if (!known || (known.verdict === 'not-checkable' && flag.verdict === 'violated')) flags.set(key, flag);
  }
  return [...flags.values()];
}

/** An order of a report's claims that does not depend on how they were read. */
function bySentence(one: ReadClaim, other: ReadClaim): number {
  return (
    ascending(one.sentence, other.sentence) ||
    (one.start ?? Infinity) - (other.start ?? Infinity) ||
    ascending(one.claim, other.claim)
  );
}

function fits({ rule, value, raw, values }: ReadClaim): boolean {
  const tolerance = rule.rounded ? toleranceOf(raw) : 0;
  return values.some((reading) => reading !== null && Math.abs(reading - value) <= tolerance);
}

function flagOf(claim: ReadClaim, isLost: UnfilledCells['isLost']): Flag {
  const { rule, value, raw, start, sentence, layout, unit, year } = claim;
  const read = rule.readings.flatMap(({ cells }) => cells);
  const cells = [...new Set(read)].filter((cell) => isOnLayout(cell, layout));
  const [first = null, second = null] = claim.values;
  const values: Flag['values'] = { claim: claim.claim, raw, sentence };
  if (start !== null) values.start = start;
  const known = claim.values.every((reading) => reading !== null);
  if (!known && cells.some((cell) => isLost(unit, year, cell))) values.reason = 'unread';
  if (known && second !== null && Number.isFinite(second)) values.sum = tidy(second);
  const actual = first !== null && Number.isFinite(first) ? tidy(first) : null;
  const flag = likelyFlag(rule.id, claim, values, { cells, expected: value, actual });
  // A blank cell is not 0: whether the text is right cannot be told, but the figure for the cell may be in it.
  return known ? flag : { ...flag, severity: 'info', verdict: 'not-checkable', difference: null };
}

const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;
