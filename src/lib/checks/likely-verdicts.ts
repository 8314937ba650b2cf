import { SHORTEST } from './copies/find-copies.ts';
import { LIKELY_RULE_IDS, type LikelyRuleId } from './likely-rules.ts';
import { SMALLEST_GROUP } from './peer-flags.ts';
import { TEXT_RULES } from './text-rules.ts';
import { YEAR_NOT_TOLD, YEAR_SOURCES } from './year-flags.ts';

/** Of which reports a rule is asked, and in which of those it can be judged: conditions on a row of `KINDS`. */
interface Asked {
  readonly asked: string;
  readonly askable: string;
}

const states = (claims: readonly string[]): string =>
  `coalesce(list_has_any(claims, [${claims.map((claim) => `'${claim}'`).join(', ')}]), false)`;

const HAS_PREVIOUS = 'has_previous';
const ALWAYS = 'true';

function askedOf(rule: LikelyRuleId): Asked {
  const year = YEAR_SOURCES.find((source) => source.rule === rule);
  if (year) return { asked: ALWAYS, askable: states(year.claims) };
  const texts = TEXT_RULES.filter(({ id }) => id === rule);
  if (texts.length > 0) {
    const stated = states(texts.map(({ claim }) => claim));
    const asked = texts.some((text) => text.againstLastYear) ? `${stated} AND ${HAS_PREVIOUS}` : stated;
    return { asked, askable: ALWAYS };
  }
  switch (rule) {
    // A report whose year could not be told stands under its form's first year.
    case 'form.superseded':
      return { asked: ALWAYS, askable: 'NOT year_not_told' };
    case 'form.table-missing':
      return { asked: ALWAYS, askable: 'NOT columns_unknown' };
    case 'form.section-missing':
      return { asked: ALWAYS, askable: 'has_sections' };
    case 'form.section-empty':
      return { asked: ALWAYS, askable: 'has_problems' };
    case 'outlier.last-year':
      return { asked: HAS_PREVIOUS, askable: 'NOT is_unfilled' };
    case 'outlier.peers':
      return { asked: ALWAYS, askable: 'has_peers' };
    case 'copy.last-year':
      return { asked: HAS_PREVIOUS, askable: 'is_long_enough' };
    default:
      return { asked: ALWAYS, askable: 'is_long_enough' };
  }
}

const beside = (name: string, year = 'report.year'): string =>
  `AS ${name} ON ${name}.unit = report.unit AND ${name}.year = ${year}`;
const UNFILLED = `(SELECT DISTINCT unit, year FROM cell_note WHERE kind <> 'written')`;

const isTrue = (condition: string, name: string): string => `coalesce(${condition}, false) AS ${name}`;

/**
 * How many reports there are of each kind, by all that decides whether a rule can be asked of them, and by the rules that
 * flag them: nearly all are of a few kinds, and the rules are then looked up for each kind and not for each report.
 */
const kindsSql = (where: string): string => `SELECT count(*) AS reports,
  claims, flagged_rules, violated_rules,
  previous.unit IS NOT NULL AS has_previous,
  sections.unit IS NOT NULL AS has_sections,
  ${isTrue('problems', 'has_problems')},
  ${isTrue('long_enough', 'is_long_enough')},
  ${isTrue('year_not_told', 'year_not_told')},
  ${isTrue('columns_unknown', 'columns_unknown')},
  unfilled.unit IS NOT NULL OR unfilled_before.unit IS NOT NULL AS is_unfilled,
  ${isTrue(`peers >= ${SMALLEST_GROUP}`, 'has_peers')}
FROM report
LEFT JOIN report ${beside('previous', 'report.year - 1')}
LEFT JOIN (SELECT unit, year, list(DISTINCT claim ORDER BY claim) AS claims FROM claim GROUP BY unit, year) ${beside('stated')}
LEFT JOIN (
  SELECT unit, year, bool_or(key = 'problems') AS problems,
    bool_or(key <> 'other' AND length(text) >= ${SHORTEST}) AS long_enough
  FROM section GROUP BY unit, year
) ${beside('sections')}
LEFT JOIN (
  SELECT unit, year, bool_or(${YEAR_NOT_TOLD}) AS year_not_told,
    bool_or(code IN ('table.columns-unknown', 'report.mixed')) AS columns_unknown
  FROM issue GROUP BY unit, year
) ${beside('issues')}
LEFT JOIN ${UNFILLED} ${beside('unfilled')}
LEFT JOIN ${UNFILLED} ${beside('unfilled_before', 'report.year - 1')}
LEFT JOIN unit ON unit.code = report.unit
LEFT JOIN (
  SELECT kind, year, count(*) AS peers FROM report JOIN unit ON unit.code = report.unit GROUP BY kind, year
) AS peer ON peer.kind = unit.kind AND peer.year = report.year
LEFT JOIN (
  SELECT unit, year, list(rule ORDER BY rule) FILTER (verdict = 'violated') AS violated_rules,
    list(rule ORDER BY rule) AS flagged_rules
  FROM flag WHERE rule IN (${LIKELY_RULE_IDS.map((rule) => `'${rule}'`).join(', ')}) GROUP BY unit, year
) ${beside('flagged')}
WHERE ${where}
GROUP BY ALL`;

const listOf = (sql: (rule: LikelyRuleId) => string): string => `[${LIKELY_RULE_IDS.map(sql).join(',\n')}]`;
const within = (rules: string, rule: LikelyRuleId): string => `coalesce(list_contains(${rules}, '${rule}'), false)`;

/**
 * Rows of `rule`, `holds`, `violated`, `not_checkable`. What came of a rule the table of flags says: these rules are not
 * judged a second time for counting. `where` names the year as `report.year`.
 */
export function countLikelyVerdicts(where: string): string {
  const holds = (rule: LikelyRuleId): string => {
    const { asked, askable } = askedOf(rule);
    return `sum(reports) FILTER (${asked} AND ${askable} AND NOT ${within('flagged_rules', rule)})`;
  };
  const violated = (rule: LikelyRuleId): string => `sum(reports) FILTER (${within('violated_rules', rule)})`;
  const asked = (rule: LikelyRuleId): string =>
    `sum(reports) FILTER ((${askedOf(rule).asked}) OR ${within('flagged_rules', rule)})`;
  return `SELECT rule, coalesce(holds, 0) AS holds, coalesce(violated, 0) AS violated,
  asked - coalesce(holds, 0) - coalesce(violated, 0) AS not_checkable
FROM (
SELECT unnest([${LIKELY_RULE_IDS.map((rule) => `'${rule}'`).join(', ')}]) AS rule,
unnest(${listOf(holds)}) AS holds,
unnest(${listOf(violated)}) AS violated,
unnest(${listOf(asked)}) AS asked
FROM (${kindsSql(where)})
)
WHERE asked > 0`;
}
