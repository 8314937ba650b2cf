/**
 * In the browser, one name for published and imported rows: the attached dataset is the catalogue `published`, a
 * person's imports are in the schema `imported`, and views in `main` unite them, so that every query runs unchanged.
 */
import type { Database } from './database.ts';
import { createTables, TABLE_NAMES, type TableName } from './schema.ts';

/** Creates the empty imported tables and the views. `published`: whether a dataset is attached under that name. */
export async function createViews(database: Database, published: boolean): Promise<void> {
  await createTables(database, 'imported');
  for (const table of TABLE_NAMES) {
    await database.query(`CREATE VIEW ${table} AS ${published ? UNITED[table] : `SELECT * FROM imported.${table}`}`);
  }
}

const replacedBy = (keys: string, replacing: string, table: TableName): string =>
  `SELECT * FROM imported.${table} UNION ALL BY NAME
   SELECT * FROM published.${table} ANTI JOIN ${replacing} AS replacing USING (${keys})`;

/** An imported report stands for the published one of its unit and year, with all that belongs to it. */
const byReport = (table: TableName): string => replacedBy('unit, year', 'imported.report', table);

/**
 * Reports whose flags are computed anew: the imported ones and those of the year after, whose carry-over depends on
 * them. `recheck` fills `imported.flag` with theirs.
 */
export const RECHECKED = `(SELECT unit, year FROM imported.report UNION SELECT unit, year + 1 FROM imported.report)`;

const UNITED: Readonly<Record<TableName, string>> = {
  unit: `SELECT * FROM published.unit UNION ALL BY NAME
         SELECT * FROM imported.unit ANTI JOIN published.unit AS known USING (code)`,
  document: `SELECT * FROM imported.document UNION ALL BY NAME SELECT * FROM published.document`,
  report: byReport('report'),
  cell_note: byReport('cell_note'),
  claim: byReport('claim'),
  section: byReport('section'),
  issue: byReport('issue'),
  flag: replacedBy('unit, year', RECHECKED, 'flag')
};
