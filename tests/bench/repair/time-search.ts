/** How long the search for repairs takes for one report, in whatever runs this: Node or a page. */
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { findRepairs } from '../../../src/lib/checks/repair/find-repairs.ts';
import { buildSystem, residualOf } from '../../../src/lib/checks/repair/system.ts';
import { LAYOUTS, type CellId } from '../../../src/lib/form/form.ts';
import { Random, ruledCells, soundReport } from '../../unit/repair/random-report.ts';
import { fastest } from '../fastest.ts';
import { mistypeOne } from './people-mistakes.ts';

const CASES = 60;
const RUNS = 4;
/** Often enough for the coarse clock of a page. */
const REPEATED = 5_000;

export interface SearchTimes {
  /** Judging a sound report's sums that often: what the machine can do just now. */
  readonly reference: number;
  /** By how many figures were mistyped, in milliseconds. */
  readonly times: readonly { readonly mistakes: number; readonly median: number; readonly slowest: number }[];
}

export async function measure(): Promise<SearchTimes> {
  const { equations, variables } = buildSystem([reportOf(1, 0)], IDENTITIES);
  const values = variables.map(({ reported }) => reported);
  const judge = (): void => {
    for (let time = 0; time < REPEATED; time += 1) for (const equation of equations) residualOf(equation, values);
  };
  const times = [];
  for (const mistakes of [1, 2, 3]) {
    const sorted: number[] = [];
    for (let seed = 1; seed <= CASES; seed += 1) {
      const report = reportOf(seed, mistakes);
      sorted.push(await fastest(() => findRepairs([report], IDENTITIES), RUNS));
    }
    sorted.sort((a, b) => a - b);
    times.push({ mistakes, median: sorted[CASES / 2] ?? NaN, slowest: sorted.at(-1) ?? NaN });
  }
  return { reference: await fastest(judge, 20), times };
}

function reportOf(seed: number, mistakes: number) {
  const random = new Random(seed * 7919 + mistakes);
  const layout = random.pick(LAYOUTS);
  const cells = soundReport(layout, 20, random);
  const wrong = new Set<CellId>();
  while (wrong.size < mistakes) wrong.add(mistypeOne(cells, ruledCells(layout), random, wrong));
  return { year: 2022, layout, cells };
}
