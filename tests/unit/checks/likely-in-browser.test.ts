import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { checkReports } from '../../../src/lib/checks/check-reports.ts';
import { countVerdicts } from '../../../src/lib/checks/count-verdicts.ts';
import { LIKELY_RULE_IDS } from '../../../src/lib/checks/likely-rules.ts';
import { storeFlags } from '../../../src/lib/checks/store-flags.ts';
import { runQuery, type Database } from '../../../src/lib/database/database.ts';
import { load, type LoadedReport } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import { LAYOUTS } from '../../../src/lib/form/form.ts';
import { issueSchema } from '../../../src/lib/report/issue.ts';
import { claimSchema, sectionSchema } from '../../../src/lib/report/report.ts';
import { loadedReport, sampleReport } from '../database/sample-reports.ts';
import { openWasm } from '../database/wasm-engine.ts';

const FOLDER = new URL('../../fixtures/rules/', import.meta.url);
const fixtureSchema = z.object({
  reports: z.array(
    z.object({
      unit: z.string().default('U'),
      year: z.number(),
      layout: z.enum(LAYOUTS),
      cells: z.record(z.string(), z.number().nullable()),
      claims: z.array(claimSchema).default([]),
      sections: z.array(sectionSchema).default([]),
      issues: z.array(issueSchema).default([])
    })
  )
});

/** All fixtures side by side, each with units of its own. */
const reports: LoadedReport[] = readdirSync(FOLDER).flatMap((rule) =>
  ['holds', 'violated', 'not-checkable'].flatMap((verdict) => {
    const text = readFileSync(new URL(`${rule}/${verdict}.json`, FOLDER), 'utf8');
    return fixtureSchema
      .parse(JSON.parse(text))
      .reports.map(({ unit, year, layout, cells, ...rest }) =>
        loadedReport(`${rule} ${verdict} ${unit}`, year, { ...sampleReport(layout, cells), ...rest })
      );
  })
);

async function loadAll(database: Database): Promise<void> {
  await createTables(database);
  const codes = [...new Set(reports.map(({ unit }) => unit ?? ''))];
  await load(database, {
    units: codes.map((code, order) => {
      return { code, name: code, district: '东湖区', kind: '街道', order, formerNames: [] };
    }),
    documents: [],
    reports
  });
}

async function judge(database: Database): Promise<unknown> {
  await loadAll(database);
  const flags = await checkReports(database);
  await storeFlags(database, flags);
  const counts = await runQuery(database, countVerdicts, { year: null });
  await database.close();
  return { flags, counts };
}

it('the engine of the browser raises and counts the same flags as the native one', async () => {
  const [native, browser] = [await judge(await openNative()), await judge(await openWasm())];
  expect(browser).toEqual(native);
  const raised = new Set(
    z
      .object({ flags: z.array(z.object({ rule: z.string() })) })
      .parse(native)
      .flags.map(({ rule }) => rule)
  );
  // Without their notes no table is missing here, and among so many units none is far out.
  const absent = LIKELY_RULE_IDS.filter((rule) => !raised.has(rule));
  expect(absent.filter((rule) => !['form.table-missing', 'outlier.peers'].includes(rule))).toEqual([]);
});

it('reports that the sieves leave out have nothing to say', async () => {
  const database = await openNative();
  await loadAll(database);
  const sieved = await checkReports(database, { mostReadWhole: 0 });
  expect(sieved).toEqual(await checkReports(database, { mostReadWhole: Infinity }));
  expect(sieved.length).toBeGreaterThan(100);
  await database.close();
});
