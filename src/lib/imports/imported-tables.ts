import { recheck } from '../checks/store-flags.ts';
import type { Database } from '../database/database.ts';
import { load } from '../database/load-reports.ts';
import { TABLE_NAMES } from '../database/schema.ts';
import type { Unit } from '../report/unit.ts';
import { correctReport } from './correct-report.ts';
import type { ImportStorage } from './storage.ts';
import { reportKey, type Correction } from './stored.ts';
import type { PlacedImport } from './survey.ts';

/** What is to stand in the tables. */
export interface Imports {
  readonly standing: readonly PlacedImport[];
  readonly corrections: readonly Correction[];
  readonly units: readonly Unit[];
}

/** Documents written at a time: between them the page can answer a key. */
const AT_A_TIME = 15;

/**
 * Puts the imports in the browser's database in place of those that were there, and judges them anew. Afterwards every
 * query finds them beside the published reports, or instead of them.
 */
export async function writeImports(database: Database, storage: ImportStorage, imports: Imports): Promise<void> {
  for (const table of TABLE_NAMES) await database.query(`DELETE FROM imported.${table}`);
  await load(database, { units: imports.units, documents: [], reports: [] }, 'imported');
  const ids = [...new Set(imports.standing.map(({ document }) => document.id))];
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    await writeDocuments(database, storage, ids.slice(at, at + AT_A_TIME), imports);
    await turn();
  }
  await recheck(database);
}

async function writeDocuments(
  database: Database,
  storage: ImportStorage,
  ids: readonly string[],
  { standing, corrections }: Imports
): Promise<void> {
  const results = new Map((await storage.results(ids)).map((result) => [result.id, result]));
  const placed = standing.filter(({ document }) => results.has(document.id) && ids.includes(document.id));
  const documents = new Map(placed.map(({ document }) => [document.id, document]));
  const reports = placed.flatMap((place) => {
    const report = results.get(place.document.id)?.reports[place.index];
    if (!report) return [];
    const own = corrections.filter((correction) => reportKey(correction) === place.key);
    return [{ document: place.document.id, unit: place.unit, year: place.year, report: correctReport(report, own) }];
  });
  await load(database, { units: [], documents: [...documents.values()], reports }, 'imported');
}

/** Lets the page answer what happened meanwhile. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
