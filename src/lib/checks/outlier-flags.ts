import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { cellColumn } from '../database/schema.ts';
import { ALL_CELLS, type CellId } from '../form/form.ts';
import { likelyFlag } from './likely-rules.ts';
import type { Flag } from './rule.ts';

/** More than fivefold or less than a fifth, both at least ten: smaller figures jump by themselves. */
export const LARGEST_FACTOR = 5;
export const SMALLEST_FIGURE = 10;

/** A cell's id means the same on both forms that print it; where only one does, the other's column is NULL. */
const CELLS: readonly CellId[] = ALL_CELLS.filter((cell) => cell.kind !== 'change').map((cell) => cell.id);

/** Of each cell the largest figure anywhere: in most cells none is large enough for a jump, and asking takes time. */
const LARGEST = `SELECT [${CELLS.map((cell) => `max(${cellColumn(cell)})`).join(', ')}] AS largest FROM report`;
const largestSchema = z.object({ largest: z.array(z.number().nullable()) });

/** Reports in which one of the cells jumps, with their figures of this year and the two before. */
function jumpsSql(cells: readonly CellId[]): string {
  const list = (table: string): string => `[${cells.map((cell) => `${table}.${cellColumn(cell)}`).join(', ')}]`;
  const factors = cells.map((cell) => factorSql(`report.${cellColumn(cell)}`, `previous.${cellColumn(cell)}`));
  return `WITH jump AS MATERIALIZED (
  SELECT report.unit, report.year, ${list('report')} AS now, ${list('previous')} AS before
  FROM report JOIN report AS previous ON previous.unit = report.unit AND previous.year = report.year - 1
  WHERE greatest(0, ${factors.join(',\n')}) > ${LARGEST_FACTOR}
)
SELECT jump.*, ${list('earlier')} AS earlier
FROM jump LEFT JOIN report AS earlier ON earlier.unit = jump.unit AND earlier.year = jump.year - 2`;
}

/** How many times the larger of two figures is the smaller; 0 when one is too small or not there. */
const factorSql = (one: string, other: string): string =>
  `CASE WHEN ${one} >= ${SMALLEST_FIGURE} AND ${other} >= ${SMALLEST_FIGURE}
THEN greatest(${one}, ${other}) / least(${one}, ${other}) ELSE 0 END`;

const figures = z.array(z.number().nullable());
const rowSchema = z.object({
  unit: z.string(),
  year: z.number().int(),
  now: figures,
  before: figures,
  earlier: figures
});

interface Jump {
  readonly cell: CellId;
  readonly now: number;
  readonly before: number;
  readonly factor: number;
  /** The figure is back at what it was two years ago: last year's is the odd one. */
  readonly isReturn: boolean;
}

/**
 * One flag a report, about the cell that jumps most, with all that jump among its cells. Where every one of them only
 * comes back from a jump of last year's, a matter of information and no longer a warning.
 */
export async function flagJumps(database: Database): Promise<Flag[]> {
  const [row] = await database.query(LARGEST);
  const { largest: figuresOf } = largestSchema.parse(row);
  const cells = CELLS.filter((_, index) => (figuresOf[index] ?? 0) > LARGEST_FACTOR * SMALLEST_FIGURE);
  const rows = cells.length === 0 ? [] : await database.query(jumpsSql(cells));
  return rows.flatMap((found): Flag[] => {
    const { unit, year, now, before, earlier } = rowSchema.parse(found);
    const jumps = cells.flatMap((cell, index) => jumpOf(cell, now[index], before[index], earlier[index]) ?? []);
    const fresh = jumps.filter((jump) => !jump.isReturn);
    const shown = fresh.length > 0 ? fresh : jumps;
    const [largest] = [...shown].sort((one, other) => other.factor - one.factor);
    if (!largest) return [];
    const values: Flag['values'] = {
      cell: largest.cell,
      previous: largest.before,
      times: Math.round(largest.factor * 10) / 10,
      count: shown.length
    };
    if (largest.isReturn) values.suspect = 'last-year';
    const severity = largest.isReturn ? 'info' : 'warning';
    const figures = { severity, cells: shown.map(({ cell }) => cell), actual: largest.now } as const;
    return [likelyFlag('outlier.last-year', { unit, year }, values, figures)];
  });
}

function jumpOf(
  cell: CellId,
  now: number | null = null,
  before: number | null = null,
  earlier: number | null = null
): Jump | null {
  const factor = factorOf(now, before);
  if (now === null || before === null || factor <= LARGEST_FACTOR) return null;
  const isReturn = factorOf(before, earlier) > LARGEST_FACTOR && factorOf(now, earlier) <= LARGEST_FACTOR;
  return { cell, now, before, factor, isReturn };
}

function factorOf(one: number | null, other: number | null): number {
  if (one === null || other === null || Math.min(one, other) < SMALLEST_FIGURE) return 0;
  return Math.max(one, other) / Math.min(one, other);
}
