import type { Catalogue } from '../selection/catalogue.ts';
import type { Ask } from './ask.ts';
import { countFlags } from './count-flags.ts';
import { listUnits } from './list-units.ts';
import { askOverview } from './overview.ts';
import { askRank } from './rank.ts';
import { rankFields } from '../selection/rank.ts';
import { defaultSelection } from '../selection/selection.ts';

/**
 * Asks what each page asks at its default selection and at the choices nearest to it (the years, the districts).
 * Whoever makes the dataset passes an `ask` that keeps question and answer for `answers.json`.
 */
export async function askDefaultQuestions(ask: Ask, catalogue: Catalogue): Promise<void> {
  await ask(listUnits, {});
  await ask(countFlags, {});
  const rank = defaultSelection(rankFields, catalogue);
  for (const year of catalogue.years) {
    await askRank(ask, { ...rank, year });
    for (const district of [null, ...catalogue.districts]) await askOverview(ask, { year, district });
  }
}
