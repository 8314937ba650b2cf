import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { createQueue } from '../imports/create-queue.ts';
import { ImportDesk, openKept } from '../imports/desk.svelte.ts';
import type { ImportQueue } from '../imports/queue.svelte.ts';
import type { Ask } from '../queries/ask.ts';
import type { FlagCounts } from '../queries/count-flags.ts';
import type { Catalogue } from '../selection/catalogue.ts';
import { answersSchema, type Answers } from './answers.ts';
import { createAsk } from './ask.ts';
import { Engine } from './engine.svelte.ts';
import { Holdings } from './holdings.svelte.ts';
import { manifestSchema, type Manifest } from './manifest.ts';
import { openRemote } from './remote-database.ts';

/** Everything a page needs of the published dataset and of what a person imported beside it, or without one. */
export interface Site {
  /** null: no dataset stands beside the site, what was imported is all there is. */
  readonly manifest: Manifest | null;
  /** Nothing was published, and no import counts yet. */
  readonly empty: boolean;
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

/**
 * Why the site shows no data although some may have been published. `unreachable`: the server gave no answer, or another
 * one than the file. `damaged`: not what this version reads, or only a part of it.
 */
export class DatasetError extends Error {
  constructor(
    readonly code: 'unreachable' | 'damaged',
    readonly detail: string
  ) {
    super(`${code}: ${detail}`);
    this.name = 'DatasetError';
  }
}

/** null: the server says that there is no such file. */
async function fetchJson<T>(url: string, schema: z.ZodType<T>): Promise<T | null> {
  const response = await fetch(url).catch((error: unknown) => {
    throw new DatasetError('unreachable', `${new URL(url).pathname} ${String(error)}`);
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new DatasetError('unreachable', `${response.status} ${new URL(url).pathname}`);
  const body: unknown = await response.json().catch(() => {
    throw new DatasetError('damaged', new URL(url).pathname);
  });
  const result = schema.safeParse(body);
  if (!result.success) throw new DatasetError('damaged', `${new URL(url).pathname} ${z.prettifyError(result.error)}`);
  return result.data;
}

/** What was published, but for its tables; null when nothing was. A part of it alone is damage, and no absence. */
async function readPublished(
  locate: (name: string) => string
): Promise<{ manifest: Manifest; answers: Answers } | null> {
  const [manifest, answers] = await Promise.all([
    fetchJson(locate('data/manifest.json'), manifestSchema),
    fetchJson(locate('data/answers.json'), answersSchema)
  ]);
  if (manifest && answers) return { manifest, answers };
  if (manifest) throw new DatasetError('damaged', '404 answers.json');
  if (answers) throw new DatasetError('damaged', '404 manifest.json');
  return null;
}

/** The site, or while imports are on their way into the tables, the promise of it: until then nothing can be said. */
export type Opening =
  { readonly site: Site; readonly bringing: null } | { readonly site: null; readonly bringing: Promise<Site> };

/**
 * Opens the dataset that stands beside the site, and what was imported.
 * @param locate absolute address of a file of the site, e.g. `data/manifest.json`
 * @param version of the site itself
 * @throws DatasetError
 */
export async function openSite(locate: (name: string) => string, version: string): Promise<Opening> {
  const reading = readPublished(locate);
  // Whoever starts the engine sees the failure too; nobody need have.
  reading.catch(() => undefined);
  const engine = new Engine(async () =>
    openRemote({
      wasmUrl: locate('engine/duckdb-eh.wasm.gz'),
      workerUrl: locate('engine/duckdb-browser-eh.worker.js.gz'),
      datasetUrl: (await reading) === null ? null : locate('data/reports.duckdb.gz')
    })
  );
  const [published, { kept, obstacle }] = await Promise.all([
    reading,
    openKept().then((opened) => {
      // No page can be answered without it then.
      if (opened.kept.hasReports) engine.start();
      return opened;
    })
  ]);
  const manifest = published?.manifest ?? null;
  const imports = new ImportDesk(kept, obstacle, {
    openDatabase: published && engine.database,
    edition: `${version} ${Object.values(manifest?.checksums ?? {}).join(' ')}`
  });
  // Until a report was imported, what was computed ahead is true; afterwards only the tables know.
  const foreseen = () => (imports.hasReports ? null : (published?.answers ?? null));
  const database = async (): Promise<Database> => {
    const opened = await engine.database();
    await imports.bring(opened);
    return opened;
  };
  const ask = createAsk(foreseen, database);
  const holdings = new Holdings();
  const isEmpty = (): boolean => manifest === null && imports.survey.standing.length === 0;
  const refresh = async (): Promise<void> => {
    if (isEmpty()) holdings.clear();
    else await holdings.read(ask, () => [...(manifest?.years ?? []), ...imports.years]);
  };
  const refreshAnyway = (): Promise<void> =>
    refresh().catch(async () => {
      // Without the engine the published part can still be chosen from; each page then says that it cannot answer.
      if (!published) return holdings.clear();
      const { answers } = published;
      await holdings.read(
        createAsk(() => answers, engine.database),
        () => published.manifest.years
      );
    });
  const site: Site = {
    manifest,
    get empty() {
      return isEmpty();
    },
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
  if (imports.hasReports) return { site: null, bringing: refreshAnyway().then(() => site) };
  await refresh();
  return { site, bringing: null };
}
