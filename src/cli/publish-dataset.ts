import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { checkReports } from '../lib/checks/check-reports.ts';
import { storeFlags } from '../lib/checks/store-flags.ts';
import type { Database } from '../lib/database/database.ts';
import { load } from '../lib/database/load-reports.ts';
import { openNative } from '../lib/database/native.ts';
import { createTables } from '../lib/database/schema.ts';
import { writeDataset } from '../lib/database/write-dataset.ts';
import { recordAnswers, type Answers } from '../lib/dataset/answers.ts';
import type { Manifest } from '../lib/dataset/manifest.ts';
import { m } from '../lib/paraglide/messages.js';
import { askDefaultQuestions } from '../lib/queries/default-questions.ts';
import { listFlagKinds } from '../lib/queries/list-flag-kinds.ts';
import { listUnits } from '../lib/queries/list-units.ts';
import type { DocumentResult } from '../lib/report/report.ts';
import type { Unit } from '../lib/report/unit.ts';
import { catalogueOf } from '../lib/selection/catalogue.ts';
import type { Output } from './output.ts';
import type { Placement } from './place-reports.ts';

export interface Publication {
  readonly results: readonly DocumentResult[];
  readonly placement: Placement;
  readonly units: readonly Unit[];
  /** Files that are not in the dataset, and why. */
  readonly leftOut: readonly { readonly files: readonly string[]; readonly code: string }[];
  /** Folder to write to; what else lies in it is left alone. */
  readonly out: string;
  readonly title: string;
  readonly demo?: boolean;
}

export interface Published {
  readonly years: readonly number[];
  readonly units: number;
  readonly reports: number;
  readonly flags: number;
}

const DATABASE = 'reports.duckdb';
const COMPRESSED = 'reports.duckdb.gz';
const ANSWERS = 'answers.json';
const MANIFEST = 'manifest.json';

/**
 * Judges the placed reports and writes the dataset: all of it is made in a folder beside, then moved in, the manifest
 * last, so that a site never serves half of it. The same reports give the same bytes.
 */
export async function publishDataset(publication: Publication, output: Output): Promise<Published> {
  const { results, placement, units, out } = publication;
  const years = [...new Set(placement.placed.map(({ year }) => year))].sort((a, b) => a - b);
  const target = path.resolve(out);
  await mkdir(path.dirname(target), { recursive: true });
  const folder = await mkdtemp(`${target}.new-`);
  const database = await openNative();
  try {
    output.message(m.cli_build_checking());
    await createTables(database);
    await load(database, {
      units,
      documents: results.map(({ file, format, status, issues }) => ({ id: file, file, format, status, issues })),
      reports: placement.placed.map(({ file, unit, year, report }) => {
        return { document: file, unit: unit.code, year, report };
      })
    });
    const flags = await checkReports(database);
    await storeFlags(database, flags);
    output.message(m.cli_build_writing());
    await writeDataset(database, path.join(folder, DATABASE));
    const bytes = await readFile(path.join(folder, DATABASE));
    await writeFile(path.join(folder, COMPRESSED), await promisify(gzip)(bytes, { level: 9 }));
    await writeJson(folder, ANSWERS, await answerQuestions(database, years));
    await writeJson(folder, MANIFEST, {
      ...manifestOf(publication, years),
      checksums: await checksums(folder, [ANSWERS, DATABASE, COMPRESSED])
    } satisfies Manifest);
    await mkdir(target, { recursive: true });
    for (const name of [DATABASE, COMPRESSED, ANSWERS, MANIFEST]) {
      await rename(path.join(folder, name), path.join(target, name));
    }
    return { years, units: units.length, reports: placement.placed.length, flags: flags.length };
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asks what the pages will ask at first, and keeps question and answer. */
async function answerQuestions(database: Database, years: readonly number[]): Promise<Answers> {
  const { ask, answers } = recordAnswers(database);
  const units = await ask(listUnits, {});
  const kinds = await ask(listFlagKinds, {});
  await askDefaultQuestions(
    ask,
    catalogueOf(
      years,
      units,
      kinds.map(({ kind }) => kind)
    )
  );
  return answers();
}

function manifestOf({ results, placement, units, leftOut, title, demo }: Publication, years: number[]) {
  return {
    version: 1 as const,
    title,
    demo: demo ?? false,
    years,
    units: units.length,
    reports: placement.placed.length,
    documents: results.length,
    refused: leftOut.flatMap(({ files, code }) => files.map((file) => ({ file, code })))
  };
}

async function checksums(folder: string, names: readonly string[]): Promise<Record<string, string>> {
  const sums = names.map(async (name): Promise<[string, string]> => {
    const bytes = await readFile(path.join(folder, name));
    return [name, createHash('sha256').update(bytes).digest('hex')];
  });
  return Object.fromEntries(await Promise.all(sums));
}

async function writeJson(folder: string, name: string, value: unknown): Promise<void> {
  await writeFile(path.join(folder, name), `${JSON.stringify(value)}\n`);
}
