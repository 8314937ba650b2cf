import type { Database } from '../database/database.ts';
import { flagCopies } from './copies/copy-flags.ts';
import { flagForms } from './form-flags.ts';
import { flagIdentities } from './identity-flags.ts';
import { IDENTITIES } from './identities.ts';
import { LIKELY_RULE_IDS } from './likely-rules.ts';
import { flagJumps } from './outlier-flags.ts';
import { flagFarOut } from './peer-flags.ts';
import { flagSchema, type Flag } from './rule.ts';
import { flagTexts } from './text-flags.ts';
import { findUnfilledCells } from './unfilled-cells.ts';
import { flagBlanks, flagFigures, flagRulesAtStreets } from './value-flags.ts';
import { VALUE_RULE_IDS } from './value-rules.ts';
import { flagYears } from './year-flags.ts';

/**
 * Judges all reports of the database by every rule, exact and likely. Flags come sorted by the units' order, the
 * year and the rule; what holds gives none.
 */
export async function checkReports(database: Database): Promise<Flag[]> {
  const unfilled = await findUnfilledCells(database);
  const identityFlags = await flagIdentities(database, unfilled);
  const flags = [
    ...identityFlags,
    ...flagBlanks(unfilled, identityFlags),
    ...(await flagFigures(database)),
    ...(await flagRulesAtStreets(database)),
    ...(await flagForms(database)),
    ...(await flagYears(database)),
    ...(await flagTexts(database)),
    ...(await flagJumps(database)),
    ...(await flagFarOut(database)),
    ...(await flagCopies(database))
  ];
  return sortFlags(
    database,
    flags.map((flag) => flagSchema.parse(flag))
  );
}

const ruleOrder = new Map(
  [...new Set([...IDENTITIES.map((rule) => rule.id), ...VALUE_RULE_IDS, ...LIKELY_RULE_IDS])].map((id, index) => [
    id,
    index
  ])
);

/** By the units' order, then year, then rule; rules of other modules come after those named here. */
export async function sortFlags(database: Database, flags: readonly Flag[]): Promise<Flag[]> {
  const units = await database.query('SELECT code FROM unit ORDER BY "order", code');
  const unitOrder = new Map(units.map((unit, index) => [unit.code, index]));
  const rank = (flag: Flag): [number, number, number] => [
    unitOrder.get(flag.unit) ?? units.length,
    flag.year,
    ruleOrder.get(flag.rule) ?? ruleOrder.size
  ];
  const ranked = flags.map((flag) => ({ flag, rank: rank(flag) }));
  ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2]);
  return ranked.map(({ flag }) => flag);
}
