import type { Database, Row } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { RECHECKED } from '../database/views.ts';
import { unitYearSchema } from '../report/unit-year.ts';
import { checkReports } from './check-reports.ts';
import type { Flag } from './rule.ts';
import { ruleKind } from './rule-kind.ts';

export async function storeFlags(database: Database, flags: readonly Flag[], schema: Schema = 'main'): Promise<void> {
  await database.insert(`${schema}.flag`, flags.map(flagRow));
}

function flagRow({ values, ...flag }: Flag): Row {
  return { ...flag, kind: ruleKind(flag.rule), values: JSON.stringify(values) };
}

/**
 * In the browser, after imported reports were loaded or taken out: judges them, and the published reports of the year
 * after, anew. The view `flag` then shows these flags in place of the published ones.
 */
export async function recheck(database: Database): Promise<void> {
  const rows = await database.query(`SELECT unit, year FROM ${RECHECKED}`);
  const touched = rows.map((row) => unitYearSchema.parse(row));
  const flags = touched.length === 0 ? [] : await checkReports(database, { only: touched });
  await database.query('DELETE FROM imported.flag');
  await storeFlags(database, flags, 'imported');
}
