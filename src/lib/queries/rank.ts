import type { rankFields } from '../selection/rank.ts';
import type { Selected } from '../selection/selection.ts';
import { gather, type Ask } from './ask.ts';
import { listErrorCells } from './list-error-cells.ts';
import { rankUnits } from './rank-units.ts';

/** Everything the ranking shows. */
export function askRank(ask: Ask, { year, measure, district, kind, order, minimum }: Selected<typeof rankFields>) {
  return gather({
    units: ask(rankUnits, { year, measure, district, kind, ascending: order === 'ascending', minimum }),
    errors: ask(listErrorCells, {})
  });
}
export type RankAnswer = Awaited<ReturnType<typeof askRank>>;
