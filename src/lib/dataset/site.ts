import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { createQueue } from '../imports/create-queue.ts';
import { ImportDesk, openKept } from '../imports/desk.svelte.ts';
import type { ImportQueue } from '../imports/queue.svelte.ts';
import type { Ask } from '../queries/ask.ts';
import type { FlagCounts } from '../queries/count-flags.ts';
import type { Catalogue } from '../selection/catalogue.ts';
import { answersSchema } from './answers.ts';
import { createAsk } from './ask.ts';
import { Engine } from './engine.svelte.ts';
import { Holdings } from './holdings.svelte.ts';
import { manifestSchema, type Manifest } from './manifest.ts';
import { openRemote } from './remote-database.ts';

/** Everything a page needs of the published dataset and of what a person imported beside it. */
export interface Site {
  readonly manifest: Manifest;
  readonly catalogue: Catalogue;
  readonly summary: FlagCounts;
  readonly ask: Ask;
  readonly engine: Engine;
  readonly imports: ImportDesk;
  readonly queue: ImportQueue;
  /** After imports have changed: catalogue and summary anew. Pages ask their own questions again. */
  refresh(): Promise<void>;
  /** Set once the first page stands: until then an answer that must wait may come later than the page. */
  painted: boolean;
}

/** Why the site shows no data. `missing`: no dataset beside the site. `damaged`: not what this version reads. */
export class DatasetError extends Error {
  constructor(
    readonly code: 'missing' | 'damaged',
    readonly detail: string
  ) {
    super(`${code}: ${detail}`);
    this.name = 'DatasetError';
  }
}

async function fetchJson<T>(url: string, schema: z.ZodType<T>): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new DatasetError('missing', `${response.status} ${new URL(url).pathname}`);
  const body: unknown = await response.json().catch(() => {
    throw new DatasetError('damaged', new URL(url).pathname);
  });
  const result = schema.safeParse(body);
  if (!result.success) throw new DatasetError('damaged', `${new URL(url).pathname} ${z.prettifyError(result.error)}`);
  return result.data;
}

/**
 * Opens the dataset that stands beside the site.
 * @param locate absolute address of a file of the site, e.g. `data/manifest.json`
 * @param version of the site itself
 * @throws DatasetError
 */
export async function openSite(locate: (name: string) => string, version: string): Promise<Site> {
  const engine = new Engine(() =>
    openRemote({
      wasmUrl: locate('engine/duckdb-eh.wasm.gz'),
      workerUrl: locate('engine/duckdb-browser-eh.worker.js.gz'),
      datasetUrl: locate('data/reports.duckdb.gz')
    })
  );
  const [manifest, answers, { kept, obstacle }] = await Promise.all([
    fetchJson(locate('data/manifest.json'), manifestSchema),
    fetchJson(locate('data/answers.json'), answersSchema),
    openKept().then((opened) => {
      // No page can be answered without it then.
      if (opened.kept.hasReports) engine.start();
      return opened;
    })
  ]);
  const edition = `${version} ${Object.values(manifest.checksums).join(' ')}`;
  const imports = new ImportDesk(kept, obstacle, { openDatabase: engine.database, edition });
  // Until a report was imported, what was computed ahead is true; afterwards only the tables know.
  const foreseen = () => (imports.hasReports ? null : answers);
  const database = async (): Promise<Database> => {
    const opened = await engine.database();
    await imports.bring(opened);
    return opened;
  };
  const ask = createAsk(foreseen, database);
  const holdings = new Holdings();
  const refresh = (): Promise<void> => holdings.read(ask, () => [...manifest.years, ...imports.years]);
  if (imports.hasReports) {
    // Without the engine the published part can still be chosen from; each page then says that it cannot answer.
    await refresh().catch(() =>
      holdings.read(
        createAsk(() => answers, engine.database),
        () => manifest.years
      )
    );
  } else await refresh();
  return {
    manifest,
    get catalogue() {
      return holdings.catalogue;
    },
    get summary() {
      return holdings.summary;
    },
    ask,
    engine,
    imports,
    queue: createQueue(imports, locate('engine/cmaps/')),
    refresh,
    painted: false
  };
}
