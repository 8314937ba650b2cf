import { ascending, greatest } from 'd3-array';
import { IDENTITIES } from '../checks/identities.ts';
import { changeSets } from '../checks/repair/change-sets.ts';
import type { Change, Repair } from '../checks/repair/repair.ts';
import type { YearCell } from '../checks/repair/year-cells.ts';

/**
 * What a letter proposes for one report, or for neighbouring years: the figures that a person chose, and of the
 * likeliest repair what has nothing to do with them. null: nothing.
 */
export function letterRepair(repairs: readonly Repair[], chosen: readonly Change[]): Repair | null {
  const [likeliest] = repairs;
  if (chosen.length === 0) return likeliest ?? null;
  const kept = likeliest
    ? changeSets(likeliest, IDENTITIES)
        .filter((set) => !bearsOn(set, chosen))
        .flat()
    : [];
  const changes = [...chosen, ...kept];
  // A person who chose one of the ways found means its reasons too; one way may be a part of another.
  const followed = greatest(
    repairs.filter((repair) => repair.changes.every((change) => changes.some((each) => isSame(each, change)))),
    (one, other) => ascending(one.changes.length, other.changes.length)
  );
  const reasons = (followed ?? likeliest)?.reasons.filter(({ cells }) =>
    cells.every((cell) => (followed ? changes : kept).some((each) => isPlace(each, cell)))
  );
  return {
    year: likeliest?.year ?? Math.max(...chosen.map(({ year }) => year)),
    rank: 1,
    changes,
    reasons: reasons ?? []
  };
}

/** Whether one rule names a figure of each, so that they are two answers to one question. */
function bearsOn(set: readonly Change[], chosen: readonly Change[]): boolean {
  if (set.some((change) => chosen.some((each) => isPlace(each, change)))) return true;
  const joined = changeSets({ year: 0, rank: 1, changes: [...set, ...chosen], reasons: [] }, IDENTITIES);
  return joined.some((all) => all.some((each) => set.includes(each)) && all.some((each) => chosen.includes(each)));
}

const isPlace = (one: YearCell, other: YearCell): boolean => one.year === other.year && one.cell === other.cell;
const isSame = (one: Change, other: Change): boolean => isPlace(one, other) && one.to === other.to;
