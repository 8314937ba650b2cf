/** Runs in a page: all rules over the dataset beside it, in the browser's engine. */
import { checkReports } from '../../../src/lib/checks/check-reports.ts';
import { flagCopies, readOffices } from '../../../src/lib/checks/copies/copy-flags.ts';
import { narrativeOf } from '../../../src/lib/checks/narrative.ts';
import { openBrowser } from '../../../src/lib/database/browser.ts';
import { cellColumn } from '../../../src/lib/database/schema.ts';
import { ALL_CELLS } from '../../../src/lib/form/form.ts';
import { fastest } from '../fastest.ts';

const RUNS = 30;
const locate = (name: string): string => new URL(`/${name}`, location.href).href;

export interface JudgingTimes {
  /** Summing up every cell, by the engine and over the views: what the machine can do just now. */
  readonly reference: number;
  /** The first time, as a person meets it: nothing is warm. */
  readonly first: number;
  readonly allRules: number;
  /** Of which the comparison of the reports' texts, and reading them. */
  readonly copies: number;
  readonly flags: number;
}

export async function measure(): Promise<JudgingTimes> {
  const database = await openBrowser({
    wasmUrl: locate('engine/duckdb-eh.wasm.gz'),
    workerUrl: locate('engine/duckdb-browser-eh.worker.js.gz'),
    datasetUrl: locate('data/reports.duckdb.gz')
  });
  const sums = ALL_CELLS.map((cell) => `sum(${cellColumn(cell.id)})`).join(', ');
  const first = await fastest(() => checkReports(database), 1);
  const reference = await fastest(() => database.query(`SELECT ${sums} FROM report`), RUNS);
  const allRules = await fastest(() => checkReports(database), RUNS);
  const copies = await fastest(() => flagCopies(narrativeOf(database, true), () => readOffices(database)), RUNS);
  const flags = (await checkReports(database)).length;
  await database.close();
  return { reference, first, allRules, copies, flags };
}
