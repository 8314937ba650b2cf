import { ascending } from 'd3-array';
import type { Database } from '../database/database.ts';
import { likelyFlag, type YearRuleId } from './likely-rules.ts';
import { unitYearKey, unitYearSchema } from '../report/unit-year.ts';
import type { Claim, Narrative } from './narrative.ts';
import type { Flag } from './rule.ts';

/** Issues of a report that stands under a year which was not read in it. */
export const YEAR_NOT_TOLD = `code IN ('title.year-missing', 'title.year-undecided')`;

/** Where a report states its year, by the rule that asks about it. */
export const YEAR_SOURCES: readonly { readonly rule: YearRuleId; readonly claims: readonly string[] }[] = [
  { rule: 'year.title', claims: ['year-title'] },
  { rule: 'year.text', claims: ['year-period', 'year-sentence'] },
  { rule: 'year.file-name', claims: ['year-file-name'] }
];

const RULE_OF = new Map(YEAR_SOURCES.flatMap(({ rule, claims }) => claims.map((claim) => [claim, rule] as const)));

const STATES_YEAR = `claim IN (${[...RULE_OF.keys()].map((claim) => `'${claim}'`).join(', ')})`;
/** Reports that state another year than their own. */
const SIEVE = `${STATES_YEAR} AND (unit, year) IN (SELECT unit, year FROM claim WHERE ${STATES_YEAR} AND value <> year)`;
const NOT_ASKED = `SELECT unit, year FROM issue WHERE unit IS NOT NULL AND ${YEAR_NOT_TOLD}`;

/**
 * One flag a report and rule, about the latest year. Years are texts in `values`, for they take no thousands comma. A
 * report whose year could not be told is not asked.
 */
export async function flagYears(database: Database, narrative: Narrative): Promise<Flag[]> {
  const claims = (await narrative.claims(SIEVE)).filter(({ claim }) => RULE_OF.has(claim));
  const placeOf = ({ unit, year, claim }: Claim): string => `${year} ${claim} ${unit}`;
  const named = new Set(claims.filter(({ value, year }) => value === year).map(placeOf));
  const wrong = claims.filter((claim) => contradicts(claim, named.has(placeOf(claim))));
  if (wrong.length === 0) return [];
  const rows = (await database.query(NOT_ASKED)).map((row) => unitYearSchema.parse(row));
  const notAsked = new Set(rows.map(unitYearKey));
  const flags = new Map<string, Flag>();
  for (const { claim, value, raw, sentence, unit, year } of wrong.sort(byYearStated)) {
    const rule = RULE_OF.get(claim);
    const key = `${year} ${rule} ${unit}`;
    if (!rule || flags.has(key) || notAsked.has(unitYearKey({ unit, year }))) continue;
    const values = { stated: String(value), reportYear: String(year), raw, sentence };
    flags.set(key, likelyFlag(rule, { unit, year }, values));
  }
  return [...flags.values()];
}

/**
 * A period must name the report's year alone; a sentence contradicts when it begins with last year and never names this
 * one, as words left over do; title and file name do when none of their years is it.
 */
function contradicts({ claim, value, year, sentence }: Claim, isNamed: boolean): boolean {
  if (claim === 'year-period') return value !== year;
  if (claim === 'year-sentence') return value === year - 1 && !sentence.includes(`${year}年`);
  return !isNamed;
}

function byYearStated(one: Claim, other: Claim): number {
  return other.value - one.value || ascending(one.sentence, other.sentence);
}
