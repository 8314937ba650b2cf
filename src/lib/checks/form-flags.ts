/** The form used, and whether its tables and sections are there. */
import { group } from 'd3-array';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { cellsOfLayout, FORM_BREAK_YEAR, formOfYear, LAYOUTS, type TableNumber } from '../form/form.ts';
import { SECTION_KEYS } from '../report/report.ts';
import { unitYearKey, unitYearSchema } from '../report/unit-year.ts';
import type { ReadJudged } from './judged.ts';
import { likelyFlag } from './likely-rules.ts';
import type { Narrative, Section } from './narrative.ts';
import type { Flag } from './rule.ts';
import type { UnfilledCells } from './unfilled-cells.ts';

const TABLES: readonly TableNumber[] = [2, 3, 4];
export const REQUIRED_SECTIONS = SECTION_KEYS.filter((key) => key !== 'other');

const tablesRow = unitYearSchema.extend({ tables: z.array(z.number().int()) });

/** The 2019 form in a report for 2021 or later, or the 2021 form before. */
export const IS_SUPERSEDED = `(report.form <> CASE WHEN report.year < ${FORM_BREAK_YEAR} THEN '2019' ELSE '2021' END)`;

/** How many cells each table of the layout has. */
const cellCounts = `CASE report.layout ${LAYOUTS.map((layout) => {
  const counts = TABLES.map((table) => cellsOfLayout(layout).filter((cell) => cell.table === table).length);
  return `WHEN '${layout}' THEN [${counts.join(', ')}]`;
}).join(' ')} END`;

/**
 * Tables of which no cell was found. A table whose header could not be told apart is there and was not read: of that
 * report the rule cannot be judged.
 */
export const MISSING_TABLES = `SELECT report.unit, report.year, list_sort(list(part)) AS tables
FROM report JOIN (
  SELECT unit, year, substr(cell, 2, 1)::INTEGER AS part, count(*) AS missing
  FROM cell_note WHERE kind = 'missing' GROUP BY unit, year, part
) AS lost ON lost.unit = report.unit AND lost.year = report.year
WHERE missing = (${cellCounts})[part - 1]
AND NOT EXISTS (
  SELECT 1 FROM issue
  WHERE issue.unit = report.unit AND issue.year = report.year AND issue.code IN ('table.columns-unknown', 'report.mixed')
)
GROUP BY report.unit, report.year`;

const LONGEST_NOTHING = 12;
const NOTHING_SAID = /^(暂?无|没有|略|暂?无此?(项|内容|情况)|没有(问题|相关内容))?$/;
const SIGNS = /[ \t\n\f\r\p{P}]/gu;
const NUMBERED_ANEW = /^[ \t\n\f\r]*[一二三][ \t\n\f\r]*[、.．]/;

/** Reports of which a section may be missing, or 五 be empty. */
const INCOMPLETE = `(unit, year) IN (
  SELECT unit, year FROM section GROUP BY unit, year
  HAVING NOT list_has_all(list(DISTINCT key), [${REQUIRED_SECTIONS.map((key) => `'${key}'`).join(', ')}])
  OR bool_or(key = 'problems' AND length(text) <= ${LONGEST_NOTHING})
)`;

/** Sections that the form asks for and the report does not have; one without any (a workbook of tables) is not asked. */
function missingOf(sections: readonly Section[]): string[] {
  return REQUIRED_SECTIONS.filter((required) => sections.every(({ key }) => key !== required));
}

/**
 * Whether 五 is without a word, or says 无. Parts that a report numbers anew inside it (一、问题 二、措施) are sections of
 * their own here: with a number that does not go on from 五's they are its text.
 */
function isProblemsEmpty(sections: readonly Section[]): boolean {
  if (!sections.some(({ key, text }) => key === 'problems' && text.length <= LONGEST_NOTHING)) return false;
  const inOrder = [...sections].sort((one, other) => one.position - other.position);
  const parts = inOrder.filter(({ key, title }, index) => {
    return (
      key === 'problems' || (key === 'other' && inOrder[index - 1]?.key === 'problems' && NUMBERED_ANEW.test(title))
    );
  });
  const text = parts.map((part) => part.text).join('');
  return NOTHING_SAID.test(text.replace(SIGNS, ''));
}

export async function flagForms(
  database: Database,
  read: ReadJudged,
  unfilled: UnfilledCells,
  narrative: Narrative
): Promise<Flag[]> {
  const reports = await read(() => ({ cells: [], where: IS_SUPERSEDED }));
  const superseded = reports.filter(({ form, year }) => form !== formOfYear(year));
  const tables = unfilled.hasMissing ? await database.query(MISSING_TABLES) : [];
  const sections = group(await narrative.sections(INCOMPLETE), unitYearKey);
  return [
    ...superseded.map(({ form, unit, year }) =>
      likelyFlag('form.superseded', { unit, year }, { form, due: formOfYear(year), reportYear: String(year) })
    ),
    ...tables.map((row) => {
      const { tables: missing, ...of } = tablesRow.parse(row);
      return likelyFlag('form.table-missing', of, { tables: missing.join(';') });
    }),
    ...[...sections.values()].flatMap((ofReport): Flag[] => {
      const [of] = ofReport;
      const missing = missingOf(ofReport);
      if (!of) return [];
      return [
        ...(missing.length > 0 ? [likelyFlag('form.section-missing', of, { sections: missing.join(';') })] : []),
        ...(isProblemsEmpty(ofReport) ? [likelyFlag('form.section-empty', of, { section: 'problems' })] : [])
      ];
    })
  ];
}
