import { z } from 'zod';
import { ascending } from 'd3-array';
import type { Database } from '../database/database.ts';
import { unitYearKey, type UnitYear } from '../report/unit-year.ts';
import { flagCopies, readOffices } from './copies/copy-flags.ts';
import { flagForms } from './form-flags.ts';
import { flagIdentities } from './identity-flags.ts';
import { IDENTITIES } from './identities.ts';
import { LIKELY_RULE_IDS } from './likely-rules.ts';
import { flagJumps } from './outlier-flags.ts';
import { flagFarOut } from './peer-flags.ts';
import { judgedReader, MOST_UNITS_READ_WHOLE, type JudgedUnit } from './judged.ts';
import { narrativeOf } from './narrative.ts';
import type { Flag } from './rule.ts';
import { flagTexts } from './text-flags.ts';
import { findUnfilledCells } from './unfilled-cells.ts';
import { flagBlanks, flagFigures, flagRulesAtStreets } from './value-flags.ts';
import { VALUE_RULE_IDS } from './value-rules.ts';
import { flagYears } from './year-flags.ts';

export interface Checking {
  /** The reports whose flags are wanted; all when not given. */
  readonly only?: readonly UnitYear[];
  /** See `MOST_UNITS_READ_WHOLE`. */
  readonly mostReadWhole?: number;
}

/**
 * Judges the reports of the database by every rule, exact and likely. Flags come sorted by the units' order, the year
 * and the rule; what holds gives none.
 */
export async function checkReports(
  database: Database,
  { only, mostReadWhole = MOST_UNITS_READ_WHOLE }: Checking = {}
): Promise<Flag[]> {
  const [units, unfilled] = await Promise.all([readUnits(database), findUnfilledCells(database)]);
  const isReadWhole = units.length <= mostReadWhole;
  const read = judgedReader(database, units, isReadWhole);
  const narrative = narrativeOf(database, isReadWhole);
  const families: readonly (() => Promise<Flag[]>)[] = [
    // First what takes longest to judge once it is read.
    () => flagCopies(narrative, () => readOffices(database), only),
    () => flagTexts(database, read, narrative, unfilled),
    () => flagYears(database, narrative),
    () => flagForms(database, read, unfilled, narrative),
    () => flagFarOut(database, !isReadWhole),
    () => flagJumps(database, read, isReadWhole),
    () => flagFigures(read),
    () => flagRulesAtStreets(read),
    async () => {
      const flags = await flagIdentities(read, unfilled);
      return [...flags, ...flagBlanks(unfilled, flags)];
    }
  ];
  const flags = await (isReadWhole ? atOnce(families) : inTurn(families));
  const wanted = only && new Set(only.map(unitYearKey));
  return sortFlags(
    units,
    flags.filter((flag) => !wanted || wanted.has(unitYearKey(flag)))
  );
}

/** One is judged while the engine answers the next. */
async function atOnce(families: readonly (() => Promise<Flag[]>)[]): Promise<Flag[]> {
  return (await Promise.all(families.map((judge) => judge()))).flat();
}

/** The engine takes long over a nation's: so what it is asked meanwhile comes in between. */
async function inTurn(families: readonly (() => Promise<Flag[]>)[]): Promise<Flag[]> {
  const flags: Flag[] = [];
  for (const judge of families) for (const flag of await judge()) flags.push(flag);
  return flags;
}

const unitSchema = z.object({ code: z.string(), kind: z.string() });

/** In their order. */
export async function readUnits(database: Database): Promise<JudgedUnit[]> {
  const rows = await database.query('SELECT code, kind FROM unit ORDER BY "order", code');
  return rows.map((row) => unitSchema.parse(row));
}

const ruleOrder = new Map(
  [...new Set([...IDENTITIES.map((rule) => rule.id), ...VALUE_RULE_IDS, ...LIKELY_RULE_IDS])].map((id, index) => [
    id,
    index
  ])
);

/** By the units' order, then year, then rule; rules of other modules come after those named here. */
function sortFlags(units: readonly JudgedUnit[], flags: readonly Flag[]): Flag[] {
  const unitOrder = new Map(units.map((unit, index) => [unit.code, index]));
  const rules = ruleOrder.size + 1;
  // One number: it is compared a million times.
  const ranked = flags.map((flag) => {
    const unit = unitOrder.get(flag.unit) ?? units.length;
    return { flag, rank: (unit * 10_000 + flag.year) * rules + (ruleOrder.get(flag.rule) ?? ruleOrder.size) };
  });
  // Units that the register does not have rank alike.
  ranked.sort((a, b) => a.rank - b.rank || ascending(a.flag.unit, b.flag.unit));
  return ranked.map(({ flag }) => flag);
}
