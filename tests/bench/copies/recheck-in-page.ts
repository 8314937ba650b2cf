/** Runs in a page: an import beside a nation's published reports is judged while the database is asked other things. */
import { recheck } from '../../../src/lib/checks/store-flags.ts';
import { openBrowser } from '../../../src/lib/database/browser.ts';
import { load } from '../../../src/lib/database/load-reports.ts';
import { loadedReport, sampleReport } from '../../unit/database/sample-reports.ts';

const locate = (name: string): string => new URL(`/${name}`, location.href).href;

export interface RecheckTimes {
  /** Milliseconds for all rules after the import. */
  readonly recheck: number;
  /** The longest that a question waited meanwhile, and how many were answered. */
  readonly longestWait: number;
  readonly answered: number;
  /** How long such a question takes when nothing else happens. */
  readonly alone: number;
}

export async function measure(): Promise<RecheckTimes> {
  const database = await openBrowser({
    wasmUrl: locate('engine/duckdb-eh.wasm.gz'),
    workerUrl: locate('engine/duckdb-browser-eh.worker.js.gz'),
    datasetUrl: locate('data/reports.duckdb.gz')
  });
  const [copied] = await database.query(
    `SELECT string_agg(text, '') AS text FROM section WHERE unit = 'U8' AND year = 2024`
  );
  const sections = [{ key: 'problems' as const, title: '五、', text: String(copied?.text) }];
  const report = { ...sampleReport('2021'), sections };
  await load(database, { units: [], documents: [], reports: [loadedReport('U7', 2025, report)] }, 'imported');
  const ask = async (): Promise<number> => {
    const asked = performance.now();
    await database.query('SELECT year, count(*) AS reports FROM report GROUP BY year');
    return performance.now() - asked;
  };
  await ask();
  const alone = await ask();
  let isDone = false;
  const began = performance.now();
  const judged = recheck(database).finally(() => (isDone = true));
  const waits: number[] = [];
  while (!isDone) waits.push(await ask());
  await judged;
  const times = { recheck: performance.now() - began, longestWait: Math.max(...waits), answered: waits.length, alone };
  await database.close();
  return times;
}
