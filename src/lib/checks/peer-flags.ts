import { group } from 'd3-array';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { cellColumn } from '../database/schema.ts';
import type { CellId } from '../form/form.ts';
import { unitYearKey } from '../report/unit-year.ts';
import { likelyFlag } from './likely-rules.ts';
import { LARGEST_FACTOR, SMALLEST_FIGURE } from './outlier-flags.ts';
import type { Flag } from './rule.ts';

/** Totals, and what has none; a detail far out shows in its total. */
export const PEER_CELLS: readonly CellId[] = [
  't2.normative.issued',
  't2.normative.made',
  't2.normative.in-force',
  't2.licensing.decisions',
  't2.penalty.decisions',
  't2.coercion.decisions',
  't3.new.total',
  't3.handled.total',
  't3.carried-out.total',
  't4.review.total',
  't4.suit.total',
  't4.suit-after-review.total'
];

/** Fewer units with anything at all in a cell say nothing about what is usual. */
export const SMALLEST_GROUP = 8;
/**
 * Robust distance, in standard deviations of the logarithm, from which a figure is far out. 3.5 is the usual mark for
 * medians (Iglewicz and Hoaglin 1993, How to Detect and Handle Outliers); counts of offices spread over orders of
 * magnitude, so the mark is set higher, and the spread is never taken for smaller than a factor of e^0.5.
 */
export const FARTHEST = 4.5;
const SMALLEST_SPREAD = 0.5;
/** Makes the median absolute deviation of normal figures their standard deviation. */
const NORMAL = 1.4826;

/**
 * Of each cell whether in any group a figure is as far from the middle as the smallest spread allows: in a nation's
 * details none is, and the spreads of what is left out need not be known. Of an even number of figures the lower of
 * the two in the middle is taken, which lets through a little more, as does the factor.
 */
const FAR_FACTOR = 0.999 * Math.exp(FARTHEST * SMALLEST_SPREAD);
const MAY_BE_FAR = `SELECT [${PEER_CELLS.map((_, place) => `bool_or(1 + highest${place} > ${FAR_FACTOR} * (1 + middle${place}))`).join(', ')}] AS far
FROM (
  SELECT ${PEER_CELLS.map((cell, place) => {
    const figure = `CASE WHEN ${cellColumn(cell)} > 0 THEN ${cellColumn(cell)} END`;
    return `max(${figure}) AS highest${place}, quantile_disc(${figure}, 0.5) AS middle${place}`;
  }).join(',\n')}
  FROM report JOIN unit ON unit.code = report.unit GROUP BY kind, year
)`;
const mayBeFarSchema = z.object({ far: z.array(z.boolean().nullable()) });

async function cellsWithFarOut(database: Database): Promise<CellId[]> {
  const [row] = await database.query(MAY_BE_FAR);
  const { far } = mayBeFarSchema.parse(row);
  return PEER_CELLS.filter((_, place) => far[place] === true);
}

/**
 * For each group (kind of unit and year) and cell: how many units have anything in it, the median of their logarithms
 * and the spread. Zeros are left out: most cells of most units are zero, and a median over them says only that.
 */
const GROUPS = `SELECT kind, year, place, count(*) AS peers, median(height) AS middle,
  greatest(${NORMAL} * mad(height), ${SMALLEST_SPREAD}) AS spread
FROM figure GROUP BY kind, year, place HAVING count(*) >= ${SMALLEST_GROUP}`;

/** A cell is its place in the list while figures are grouped: numbers are grouped faster than names. */
const figuresSql = (cells: readonly CellId[]): string => `SELECT unit.kind, report.unit, report.year,
  unnest([${cells.map((_, index) => index + 1).join(', ')}]) AS place,
  unnest([${cells.map((cell) => `report.${cellColumn(cell)}`).join(', ')}]) AS value
FROM report JOIN unit ON unit.code = report.unit`;

/** High figures only: a low one among peers is what most units report. */
const farOutSql = (cells: readonly CellId[]): string => `WITH figure AS MATERIALIZED (
  SELECT *, ln(1 + value) AS height FROM (${figuresSql(cells)}) WHERE value > 0
), peer AS (${GROUPS}),
far AS (
  SELECT figure.*, peers, exp(middle) - 1 AS median FROM figure JOIN peer USING (kind, year, place)
  WHERE value >= ${SMALLEST_FIGURE} AND height - middle > ${FARTHEST} * spread
)
SELECT unit, year, kind, [${cells.map((cell) => `'${cell}'`).join(', ')}][place] AS cell, value, peers, median FROM far
WHERE NOT EXISTS (
  -- A unit that has as much in the year before or after is large and not wrong.
  SELECT 1 FROM figure AS own
  WHERE own.unit = far.unit AND own.place = far.place AND abs(own.year - far.year) = 1
  AND own.value * ${LARGEST_FACTOR} >= far.value
)
ORDER BY unit, year, value / (median + 1) DESC, cell`;

const rowSchema = z.object({
  unit: z.string(),
  year: z.number().int(),
  kind: z.string(),
  cell: z.string(),
  value: z.number(),
  peers: z.number().int(),
  median: z.number()
});

/**
 * One flag a report, about the cell farthest out, with all that are far out among its cells. `many`: there are so many
 * reports that it pays to ask first which cells are worth it.
 */
export async function flagFarOut(database: Database, many: boolean): Promise<Flag[]> {
  const cells = many ? await cellsWithFarOut(database) : PEER_CELLS;
  const rows = cells.length === 0 ? [] : await database.query(farOutSql(cells));
  const reports = group(
    rows.map((row) => rowSchema.parse(row)),
    unitYearKey
  );
  return [...reports.values()].flatMap((cells): Flag[] => {
    const [farthest] = cells;
    if (!farthest) return [];
    const { cell, kind, peers, median, value } = farthest;
    const named = PEER_CELLS.filter((each) => cells.some((far) => far.cell === each));
    const values = { cell, kind, peers, median: Math.round(median * 10) / 10, count: named.length };
    return [likelyFlag('outlier.peers', farthest, values, { cells: named, actual: value })];
  });
}
