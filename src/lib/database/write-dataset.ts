import type { Database } from './database.ts';
import { quoted, TABLE_NAMES, type TableName } from './schema.ts';

/**
 * Rows in the order in which they are asked for, so that a query reads few blocks and equal values lie together.
 */
const ORDER: Readonly<Record<TableName, string>> = {
  unit: '"order", code',
  document: 'id',
  report: 'year, unit',
  cell_note: 'year, unit',
  claim: 'year, unit',
  section: 'unit, year, position',
  issue: 'document, year, unit',
  flag: 'year, unit, rule'
};

/**
 * Copies all tables into a new database file that the browser's engine can read: it knows storage versions up to
 * v1.4.0, and small blocks cut a city's file to a fifth. There must be no file at that path.
 */
export async function writeDataset(database: Database, path: string): Promise<void> {
  const file = path.replaceAll("'", "''");
  await database.query(`ATTACH '${file}' AS dataset (STORAGE_VERSION 'v1.4.0', BLOCK_SIZE 16384)`);
  try {
    for (const table of TABLE_NAMES) {
      await database.query(
        `CREATE TABLE dataset.${quoted(table)} AS SELECT * FROM ${quoted(table)} ORDER BY ${ORDER[table]}`
      );
    }
    await database.query('CHECKPOINT dataset');
  } finally {
    await database.query('DETACH dataset');
  }
}
