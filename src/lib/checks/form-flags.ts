/** The form used, and whether its tables and sections are there. */
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { cellsOfLayout, FORM_BREAK_YEAR, formOfYear, LAYOUTS, type TableNumber } from '../form/form.ts';
import { SECTION_KEYS } from '../report/report.ts';
import type { ReadJudged } from './judged.ts';
import { likelyFlag } from './likely-rules.ts';
import type { Flag } from './rule.ts';
import type { UnfilledCells } from './unfilled-cells.ts';

const TABLES: readonly TableNumber[] = [2, 3, 4];
export const REQUIRED_SECTIONS = SECTION_KEYS.filter((key) => key !== 'other');

const judged = { unit: z.string(), year: z.number().int() };
const tablesRow = z.object({ ...judged, tables: z.array(z.number().int()) });
const sectionsRow = z.object({ ...judged, sections: z.array(z.string()) });

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

const requiredList = `[${REQUIRED_SECTIONS.map((key) => `'${key}'`).join(', ')}]`;

/** Sections that the form asks for and a report does not have; one without any (a workbook of tables) is not asked. */
export const MISSING_SECTIONS = `SELECT unit, year, list_filter(${requiredList}, lambda key: NOT list_contains(keys, key)) AS sections
FROM (SELECT unit, year, list(DISTINCT key) AS keys FROM section GROUP BY unit, year)
WHERE NOT list_has_all(keys, ${requiredList})`;

const LONGEST_NOTHING = 12;
const NOTHING_SAID = '^(暂?无|没有|略|暂?无此?(项|内容|情况)|没有(问题|相关内容))?$';

/**
 * 五 without a word, or with 无. Parts that a report numbers anew inside it (一、问题 二、措施) are sections of their own
 * here: with a number that does not go on from 五's they are its text.
 */
export const EMPTY_SECTIONS = `SELECT unit, year
FROM (
  SELECT unit, year, key, text, title, lag(key) OVER (PARTITION BY unit, year ORDER BY position) AS above
  FROM section SEMI JOIN (
    SELECT unit, year FROM section WHERE key = 'problems' AND length(text) <= ${LONGEST_NOTHING}
  ) AS short USING (unit, year)
)
WHERE key = 'problems'
OR key = 'other' AND above = 'problems' AND regexp_matches(title, '^\\s*[一二三]\\s*[、.．]')
GROUP BY unit, year
HAVING regexp_matches(regexp_replace(coalesce(string_agg(text, ''), ''), '[\\s\\p{P}]', '', 'g'), '${NOTHING_SAID}')`;

export async function flagForms(database: Database, read: ReadJudged, unfilled: UnfilledCells): Promise<Flag[]> {
  const reports = await read(() => ({ cells: [], where: IS_SUPERSEDED }));
  const superseded = reports.filter(({ form, year }) => form !== formOfYear(year));
  const tables = unfilled.hasMissing ? await database.query(MISSING_TABLES) : [];
  const sections = await database.query(MISSING_SECTIONS);
  const empty = await database.query(EMPTY_SECTIONS);
  return [
    ...superseded.map(({ form, unit, year }) =>
      likelyFlag('form.superseded', { unit, year }, { form, due: formOfYear(year), reportYear: String(year) })
    ),
    ...tables.map((row) => {
      const { tables: missing, ...of } = tablesRow.parse(row);
      return likelyFlag('form.table-missing', of, { tables: missing.join(';') });
    }),
    ...sections.map((row) => {
      const { sections: missing, ...of } = sectionsRow.parse(row);
      return likelyFlag('form.section-missing', of, { sections: missing.join(';') });
    }),
    ...empty.map((row) => likelyFlag('form.section-empty', z.object(judged).parse(row), { section: 'problems' }))
  ];
}
