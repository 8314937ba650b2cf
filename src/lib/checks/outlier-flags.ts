import { greatest, group } from 'd3-array';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { cellColumn } from '../database/schema.ts';
import { ALL_CELLS, type CellId } from '../form/form.ts';
import { unitYearKey } from '../report/unit-year.ts';
import { BESIDE_PREVIOUS, columnOf, placeOf, type CellOfYear, type ReadJudged } from './judged.ts';
import { likelyFlag } from './likely-rules.ts';
import type { Flag } from './rule.ts';

/** More than fivefold or less than a fifth, both at least ten: smaller figures jump by themselves. */
export const LARGEST_FACTOR = 5;
export const SMALLEST_FIGURE = 10;

/** A cell's id means the same on both forms that print it; where only one does, the other's column is NULL. */
const CELLS: readonly CellId[] = ALL_CELLS.filter((cell) => cell.kind !== 'change').map((cell) => cell.id);

const PLACED = CELLS.map((cell) => ({ cell, place: placeOf(cell) }));

const listOf = (cells: readonly CellId[], yearOffset: CellOfYear['yearOffset']): string =>
  cells.map((cell) => columnOf({ cell, yearOffset })).join(', ');

/** A cell's figure beside last year's, from which it jumps, and that of the year before; null: no number. */
interface Jump {
  readonly unit: string;
  readonly year: number;
  readonly cell: CellId;
  readonly now: number;
  readonly before: number;
  readonly earlier: number | null;
}

/** A city's, in the form's order. */
async function findJumps(read: ReadJudged): Promise<Jump[]> {
  const jumps: Jump[] = [];
  for (const { unit, year, years } of await read(() => ({ cells: [], where: 'true' }))) {
    const [figures, lastYears, earliest] = years;
    for (const { cell, place } of PLACED) {
      const [now, before] = [figures[place] ?? null, lastYears[place] ?? null];
      if (now === null || before === null || factorOf(now, before) <= LARGEST_FACTOR) continue;
      jumps.push({ unit, year, cell, now, before, earlier: earliest[place] ?? null });
    }
  }
  return jumps;
}

/** Of each cell whether any figure is large enough for a jump: in most cells none is, and asking takes time. */
const LARGE = `SELECT [${CELLS.map((cell) => `bool_or(${cellColumn(cell)} > ${LARGEST_FACTOR * SMALLEST_FIGURE})`).join(', ')}] AS large
FROM report`;
const largeSchema = z.object({ large: z.array(z.boolean().nullable()) });

/** `factorOf` in SQL. The first comparison alone settles most reports: few figures are large enough to be a jump's end. */
const risesSql = (to: string, from: string): string =>
  `${to} > ${LARGEST_FACTOR * SMALLEST_FIGURE} AND ${from} >= ${SMALLEST_FIGURE} AND ${to} / ${from} > ${LARGEST_FACTOR}`;
const jumpsSql = (now: string, before: string): string => `(${risesSql(now, before)} OR ${risesSql(before, now)})`;

const jumpingSql = (cells: readonly CellId[]): string => `WITH kept AS MATERIALIZED (
  SELECT report.unit, report.year, [${listOf(cells, 0)}] AS now, [${listOf(cells, -1)}] AS before
  FROM ${BESIDE_PREVIOUS}
  WHERE ${cells.map((cell) => jumpsSql(columnOf({ cell, yearOffset: 0 }), columnOf({ cell, yearOffset: -1 }))).join('\nOR ')}
), earlier AS (
  SELECT unit, year + 2 AS year, [${cells.map(cellColumn).join(', ')}] AS figures FROM report
  WHERE (unit, year + 2) IN (SELECT unit, year FROM kept)
), figure AS (
  SELECT unit, year, unnest(range(1, ${cells.length + 1})) AS place, unnest(now) AS now, unnest(before) AS before FROM kept
)
SELECT unit, year, [${cells.map((cell) => `'${cell}'`).join(', ')}][place] AS cell, now, before, figures[place] AS earlier
FROM figure LEFT JOIN earlier USING (unit, year)
WHERE ${jumpsSql('now', 'before')}`;

const jumpSchema = z.object({
  unit: z.string(),
  year: z.number().int(),
  cell: z.string(),
  now: z.number(),
  before: z.number(),
  earlier: z.number().nullable()
});

/** The same of a nation, found by the engine. */
async function readJumps(database: Database): Promise<Jump[]> {
  const [row] = await database.query(LARGE);
  const { large } = largeSchema.parse(row);
  const cells = CELLS.filter((_, index) => large[index] === true);
  if (cells.length === 0) return [];
  const jumps = (await database.query(jumpingSql(cells))).map((jump) => jumpSchema.parse(jump));
  return jumps.sort((one, other) => placeOf(one.cell) - placeOf(other.cell));
}

/**
 * One flag a report, about the cell that jumps most, with all that jump among its cells. Where every one of them only
 * comes back from a jump of last year's, a matter of information and no longer a warning.
 */
export async function flagJumps(database: Database, read: ReadJudged, isReadWhole: boolean): Promise<Flag[]> {
  const found = await (isReadWhole ? findJumps(read) : readJumps(database));
  return [...group(found, unitYearKey).values()].flatMap((jumps): Flag[] => {
    const fresh = jumps.filter((jump) => !isReturn(jump));
    const shown = fresh.length > 0 ? fresh : jumps;
    const largest = greatest(shown, ({ now, before }) => factorOf(now, before));
    if (!largest) return [];
    const values: Flag['values'] = {
      cell: largest.cell,
      previous: largest.before,
      times: Math.round(factorOf(largest.now, largest.before) * 10) / 10,
      count: shown.length
    };
    if (fresh.length === 0) values.suspect = 'last-year';
    const severity = fresh.length === 0 ? 'info' : 'warning';
    const figures = { severity, cells: shown.map(({ cell }) => cell), actual: largest.now } as const;
    return [likelyFlag('outlier.last-year', largest, values, figures)];
  });
}

/** The figure is back at what it was two years ago: last year's is the odd one. */
function isReturn({ now, before, earlier }: Jump): boolean {
  return factorOf(before, earlier) > LARGEST_FACTOR && factorOf(now, earlier) <= LARGEST_FACTOR;
}

function factorOf(one: number | null, other: number | null): number {
  if (one === null || other === null || Math.min(one, other) < SMALLEST_FIGURE) return 0;
  return Math.max(one, other) / Math.min(one, other);
}
