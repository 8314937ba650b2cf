/**
 * All rules over the figures of a nation's reports: identities, single cells, jumps, peers. The generated reports have no
 * words: the rules about texts are asked and find nothing to read, and what comparing sections takes is measured by
 * `npm run bench -- copies`. Milliseconds depend on the machine, so the ratio to reading every cell once is printed
 * beside them.
 */
import { expect, it } from 'vitest';
import { checkReports, readUnits } from '../../../src/lib/checks/check-reports.ts';
import { identitySieve } from '../../../src/lib/checks/compile-checks.ts';
import { countVerdicts } from '../../../src/lib/checks/count-verdicts.ts';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import type { Identity } from '../../../src/lib/checks/rule.ts';
import { flagIdentities } from '../../../src/lib/checks/identity-flags.ts';
import { BESIDE_PREVIOUS, judgedReader } from '../../../src/lib/checks/judged.ts';
import { flagJumps } from '../../../src/lib/checks/outlier-flags.ts';
import { flagFarOut } from '../../../src/lib/checks/peer-flags.ts';
import { storeFlags } from '../../../src/lib/checks/store-flags.ts';
import { findUnfilledCells } from '../../../src/lib/checks/unfilled-cells.ts';
import { flagFigures, flagRulesAtStreets } from '../../../src/lib/checks/value-flags.ts';
import { runQuery } from '../../../src/lib/database/database.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { cellColumn, createTables } from '../../../src/lib/database/schema.ts';
import { ALL_CELLS } from '../../../src/lib/form/form.ts';
import { fastest } from '../fastest.ts';
import { generateReports } from './generate-reports.ts';

const REPORTS = Number(process.env['REPORTS'] ?? 280_000);
const RUNS = 5;

it(`judges ${REPORTS} reports`, { timeout: 600_000 }, async () => {
  const database = await openNative();
  await createTables(database);
  await generateReports(database, REPORTS);

  const sums = ALL_CELLS.map((cell) => `sum(${cellColumn(cell.id)})`).join(', ');
  const scan = await fastest(() => database.query(`SELECT ${sums} FROM report`), RUNS);
  const print = (name: string, milliseconds: number): void => {
    process.stdout.write(
      `${name}: ${milliseconds.toFixed(0)} ms, ${(milliseconds / scan).toFixed(1)} × reading every cell\n`
    );
  };
  print('reading every cell', scan);
  const reachesBack = ({ terms }: Identity): boolean => terms.some(({ yearOffset }) => yearOffset !== 0);
  const own = identitySieve(IDENTITIES.filter((identity) => !reachesBack(identity))).where;
  const beside = identitySieve(IDENTITIES.filter(reachesBack)).where;
  const identities = `SELECT count(*) FROM (
    SELECT unit, year FROM report WHERE ${own}
    UNION ALL SELECT report.unit, report.year FROM ${BESIDE_PREVIOUS} WHERE ${beside})`;
  print('all identities, in DuckDB', await fastest(() => database.query(identities), RUNS));
  const read = judgedReader(database, await readUnits(database), false);
  const unfilled = await findUnfilledCells(database);
  const families = {
    identities: () => flagIdentities(read, unfilled),
    'figures of single cells': () => flagFigures(read),
    '规章 at streets': () => flagRulesAtStreets(read),
    jumps: () => flagJumps(database, read, false),
    peers: () => flagFarOut(database, true)
  };
  for (const [name, flag] of Object.entries(families)) print(`${name}, to flags`, await fastest(flag, RUNS));
  print('all rules to flags', await fastest(() => checkReports(database), RUNS));
  const flags = await checkReports(database);
  await storeFlags(database, flags);
  print('verdicts counted by rule', await fastest(() => runQuery(database, countVerdicts, { year: null }), RUNS));

  const counts = await database.query(`SELECT count(*) FILTER (hash(unit, year) % 100 = 1) AS wrong,
    count(*) FILTER (hash(unit, year) % 100 = 2) AS blank FROM report`);
  process.stdout.write(`${flags.length} flags\n`);
  // A wrong total breaks its row and its column; a blank opens its row and its column, and is noted itself.
  expect(flags.filter((flag) => flag.severity === 'error')).toHaveLength(2 * Number(counts[0]?.wrong));
  const blanks = flags.filter((flag) => flag.rule === 'value.blank' || flag.verdict === 'not-checkable');
  expect(blanks).toHaveLength(3 * Number(counts[0]?.blank));
  await database.close();
});
