import { z } from 'zod';
import { openBrowser } from '../database/browser.ts';
import type { Ask } from '../queries/ask.ts';
import { countFlags, type FlagCounts } from '../queries/count-flags.ts';
import { listFlagKinds } from '../queries/list-flag-kinds.ts';
import { listUnits } from '../queries/list-units.ts';
import { catalogueOf, type Catalogue } from '../selection/catalogue.ts';
import { answersSchema } from './answers.ts';
import { createAsk } from './ask.ts';
import { Engine } from './engine.svelte.ts';
import { manifestSchema, type Manifest } from './manifest.ts';

/** Everything a page needs of the published dataset. */
export interface Site {
  readonly manifest: Manifest;
  readonly catalogue: Catalogue;
  readonly summary: FlagCounts;
  readonly ask: Ask;
  readonly engine: Engine;
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
 * @throws DatasetError
 */
export async function openSite(locate: (name: string) => string): Promise<Site> {
  const [manifest, answers] = await Promise.all([
    fetchJson(locate('data/manifest.json'), manifestSchema),
    fetchJson(locate('data/answers.json'), answersSchema)
  ]);
  const engine = new Engine(() =>
    openBrowser({
      wasmUrl: locate('engine/duckdb-eh.wasm.gz'),
      workerUrl: locate('engine/duckdb-browser-eh.worker.js.gz'),
      datasetUrl: locate('data/reports.duckdb.gz')
    })
  );
  const ask = createAsk(answers, engine.database);
  const [units, kinds, [summary]] = await Promise.all([
    ask(listUnits, {}),
    ask(listFlagKinds, {}),
    ask(countFlags, {})
  ]);
  return {
    manifest,
    catalogue: catalogueOf(
      manifest.years,
      units,
      kinds.map(({ kind }) => kind)
    ),
    summary: summary ?? { errors: 0, warnings: 0 },
    ask,
    engine,
    painted: false
  };
}
