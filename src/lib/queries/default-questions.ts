import type { Catalogue } from '../selection/catalogue.ts';
import { unitFields } from '../selection/unit.ts';
import { checksFields } from '../selection/checks.ts';
import { compareFields } from '../selection/compare.ts';
import { letterFields } from '../selection/letter.ts';
import { rankFields } from '../selection/rank.ts';
import { defaultSelection } from '../selection/selection.ts';
import { totalsFields } from '../selection/totals.ts';
import type { Ask } from './ask.ts';
import { countFlags } from './count-flags.ts';
import { listFlagKinds } from './list-flag-kinds.ts';
import { listUnits } from './list-units.ts';
import { askChecks } from './checks.ts';
import { askCompare } from './compare.ts';
import { askLetter } from './letter.ts';
import { askOverview, OVERVIEW_MEASURES } from './overview.ts';
import { askRank } from './rank.ts';
import { askRules } from './rules.ts';
import { askTotals } from './totals.ts';
import { askUnit } from './unit.ts';

/**
 * Asks what each page asks at its default selection and at the choices nearest to it (the years, the districts).
 * Whoever makes the dataset passes an `ask` that keeps question and answer for `answers.json`.
 */
export async function askDefaultQuestions(ask: Ask, catalogue: Catalogue): Promise<void> {
  await ask(listUnits, {});
  await ask(countFlags, {});
  await ask(listFlagKinds, {});
  const compare = defaultSelection(compareFields, catalogue);
  // The overview's measures lead to the comparison of that measure.
  const rank = defaultSelection(rankFields, catalogue);
  for (const measure of OVERVIEW_MEASURES) {
    await askCompare(ask, { ...compare, measure });
    await askRank(ask, { ...rank, measure });
  }
  await askUnit(ask, defaultSelection(unitFields, catalogue));
  await askTotals(ask, defaultSelection(totalsFields, catalogue));
  const checks = defaultSelection(checksFields, catalogue);
  const letter = defaultSelection(letterFields, catalogue);
  await askRules(ask, null);
  for (const year of catalogue.years) {
    await askLetter(ask, { ...letter, year });
    await askRules(ask, year);
    await askRank(ask, { ...rank, year });
    await askChecks(ask, { ...checks, year: String(year) });
    await askChecks(ask, { ...checks, year: String(year), severity: 'error' });
    for (const district of [null, ...catalogue.districts]) await askOverview(ask, { year, district });
  }
}
