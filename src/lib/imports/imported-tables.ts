import type { Database } from '../database/database.ts';
import { load } from '../database/load-reports.ts';
import { TABLE_NAMES } from '../database/schema.ts';
import type { Unit } from '../report/unit.ts';
import { correctReport } from './correct-report.ts';
import { hashOf } from './hash.ts';
import { turn } from './slices.ts';
import { StorageError, type ImportStorage } from './storage.ts';
import { reportKey, type Correction } from './stored.ts';
import type { PlacedImport } from './survey.ts';

/** The browser's database, which judges imports by itself, beside the page. */
export interface JudgingDatabase extends Database {
  recheck(): Promise<void>;
}

/** What is to stand in the tables. */
export interface Imports {
  readonly standing: readonly PlacedImport[];
  readonly corrections: readonly Correction[];
  readonly units: readonly Unit[];
  /** Names the published dataset and the rules: with another one the flags are others. */
  readonly edition: string;
}

/** Documents written at a time: few enough that the page can answer a key between, as each insertion has its price. */
const AT_A_TIME = 60;

/**
 * Puts the imports in the browser's database in place of those that were there, and judges them anew. Afterwards every
 * query finds them beside the published reports, or instead of them.
 */
export async function writeImports(database: JudgingDatabase, storage: ImportStorage, imports: Imports): Promise<void> {
  for (const table of TABLE_NAMES) await database.query(`DELETE FROM imported.${table}`);
  await load(database, { units: imports.units, documents: [], reports: [] }, 'imported');
  const ids = [...new Set(imports.standing.map(({ document }) => document.id))];
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    await writeDocuments(database, storage, ids.slice(at, at + AT_A_TIME), imports);
    await turn();
  }
  await judge(database, storage, signatureOf(imports));
}

/** All that the imports' flags follow from. A document read anew has another time. */
function signatureOf({ standing, corrections, units, edition }: Imports): string {
  const places = standing.map(({ key, unit, year, document }) => [key, unit, year, document.importedAt]);
  return hashOf(new TextEncoder().encode(JSON.stringify([edition, places, corrections, units])));
}

/** Judging reads every report there is: at a start with nothing new, the flags found last time are put back. */
async function judge(database: JudgingDatabase, storage: ImportStorage, signature: string): Promise<void> {
  const kept = await storage.judgement(signature);
  if (kept) return database.insert('imported.flag', kept);
  await database.recheck();
  const flags = await database.query('SELECT * FROM imported.flag');
  try {
    await storage.keepJudgement(signature, flags);
  } catch (error) {
    // Nothing is lost: the next start judges again.
    if (!(error instanceof StorageError)) throw error;
  }
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
