import { SMALLEST_GROUP } from './peer-flags.ts';
import { SHORTEST } from './copies/find-copies.ts';
import { TEXT_RULES } from './text-rules.ts';
import { YEAR_NOT_TOLD, YEAR_SOURCES } from './year-flags.ts';

/**
 * The reports of which each likely rule is asked (rule, unit, year), and whether it could be judged (`askable`). What
 * came of it the table of flags says: these rules are not judged a second time for counting.
 */
const quoted = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');

const has = (table: 'claim' | 'section' | 'issue', condition: string): string =>
  `EXISTS (SELECT 1 FROM ${table} WHERE ${table}.unit = report.unit AND ${table}.year = report.year AND ${condition})`;

const ofReports = (rule: string, askable: string, asked = 'true'): string =>
  `SELECT '${rule}' AS rule, report.unit, report.year, ${askable} AS askable FROM report WHERE ${asked}`;

const PREVIOUS = `(SELECT unit, year + 1 AS year FROM report) AS previous`;
const isNextOf = 'previous.unit = report.unit AND previous.year = report.year';
const hasPrevious = `EXISTS (SELECT 1 FROM ${PREVIOUS} WHERE ${isNextOf})`;
const filled = `NOT EXISTS (SELECT 1 FROM cell_note WHERE kind <> 'written' AND cell_note.unit = report.unit
  AND cell_note.year IN (report.year, report.year - 1))`;
const longEnough = has('section', `key <> 'other' AND length(text) >= ${SHORTEST}`);
const grouped = `(SELECT count(*) FROM report AS peer JOIN unit AS other ON other.code = peer.unit
  WHERE peer.year = report.year AND other.kind = (SELECT kind FROM unit WHERE code = report.unit)) >= ${SMALLEST_GROUP}`;

const claimsOfRule = [...new Set(TEXT_RULES.map(({ id }) => id))].map((id) => {
  const rules = TEXT_RULES.filter((rule) => rule.id === id);
  const stated = has('claim', `claim IN (${quoted(rules.map(({ claim }) => claim))})`);
  return ofReports(id, 'true', rules.some((rule) => rule.againstLastYear) ? `${stated} AND ${hasPrevious}` : stated);
});

const ASKED = [
  // A report whose year could not be told stands under its form's first year.
  ofReports('form.superseded', `NOT ${has('issue', YEAR_NOT_TOLD)}`),
  ofReports('form.table-missing', `NOT ${has('issue', `code = 'table.columns-unknown'`)}`),
  ofReports('form.section-missing', has('section', 'true')),
  ofReports('form.section-empty', has('section', `key = 'problems'`)),
  ...YEAR_SOURCES.map(({ rule, claims }) => ofReports(rule, has('claim', `claim IN (${quoted(claims)})`))),
  ...claimsOfRule,
  ofReports('outlier.last-year', filled, hasPrevious),
  ofReports('outlier.peers', grouped),
  ofReports('copy.last-year', longEnough, hasPrevious),
  ofReports('copy.other-unit', longEnough)
];

/** Rows of `rule`, `holds`, `violated`, `not_checkable`. `where` names the year as `report.year`. */
export function countLikelyVerdicts(where: string): string {
  return `SELECT report.rule,
  count(*) FILTER (askable AND verdict IS NULL) AS holds,
  count(*) FILTER (verdict = 'violated') AS violated,
  count(*) FILTER (verdict = 'not-checkable' OR NOT askable AND verdict IS NULL) AS not_checkable
FROM (
${ASKED.join('\nUNION ALL\n')}
) AS report
LEFT JOIN flag ON flag.rule = report.rule AND flag.unit = report.unit AND flag.year = report.year
WHERE ${where}
GROUP BY report.rule`;
}
