import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { cellColumn } from '../database/schema.ts';
import { ALL_CELLS, type CellId } from '../form/form.ts';
import { columnOf, placeOf, type ReadJudged, type Sieve } from './judged.ts';
import { likelyFlag } from './likely-rules.ts';
import type { Flag } from './rule.ts';

/** More than fivefold or less than a fifth, both at least ten: smaller figures jump by themselves. */
export const LARGEST_FACTOR = 5;
export const SMALLEST_FIGURE = 10;

/** A cell's id means the same on both forms that print it; where only one does, the other's column is NULL. */
const CELLS: readonly CellId[] = ALL_CELLS.filter((cell) => cell.kind !== 'change').map((cell) => cell.id);

const PLACED = CELLS.map((cell) => ({ cell, place: placeOf(cell) }));

/** Of each cell whether any figure is large enough for a jump: in most cells none is, and asking takes time. */
const LARGE = `SELECT [${CELLS.map((cell) => `bool_or(${cellColumn(cell)} > ${LARGEST_FACTOR * SMALLEST_FIGURE})`).join(', ')}] AS large
FROM report`;
const largeSchema = z.object({ large: z.array(z.boolean().nullable()) });

async function jumpSieve(database: Database): Promise<Sieve> {
  const [row] = await database.query(LARGE);
  const { large } = largeSchema.parse(row);
  const cells = CELLS.filter((_, index) => large[index] === true);
  const jumps = cells.map((cell) => {
    const now = columnOf({ cell, yearOffset: 0 });
    const before = columnOf({ cell, yearOffset: -1 });
    return `${risesSql(now, before)} OR ${risesSql(before, now)}`;
  });
  return {
    cells: cells.flatMap((cell) => ([0, -1, -2] as const).map((yearOffset) => ({ cell, yearOffset }))),
    where: jumps.join('\nOR ') || 'false'
  };
}

/** The first comparison alone settles most reports: few figures are large enough to be a jump's end. */
const risesSql = (to: string, from: string): string =>
  `${to} > ${LARGEST_FACTOR * SMALLEST_FIGURE} AND ${from} >= ${SMALLEST_FIGURE} AND ${to} / ${from} > ${LARGEST_FACTOR}`;

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
export async function flagJumps(database: Database, read: ReadJudged): Promise<Flag[]> {
  const reports = await read(() => jumpSieve(database));
  return reports.flatMap(({ unit, year, years }): Flag[] => {
    const jumps: Jump[] = [];
    for (const { cell, place } of PLACED) {
      const jump = jumpOf(cell, years[0][place], years[1][place], years[2][place]);
      if (jump) jumps.push(jump);
    }
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
