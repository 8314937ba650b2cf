import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkReports } from '../../../src/lib/checks/check-reports.ts';
import { countVerdicts } from '../../../src/lib/checks/count-verdicts.ts';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { flagSchema } from '../../../src/lib/checks/rule.ts';
import { VALUE_RULE_IDS } from '../../../src/lib/checks/value-rules.ts';
import { runQuery, type Database } from '../../../src/lib/database/database.ts';
import { load } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import { LAYOUTS } from '../../../src/lib/form/form.ts';
import { UNIT_KINDS } from '../../../src/lib/report/unit.ts';
import { loadedReport, sampleReport } from '../database/sample-reports.ts';

const FOLDER = new URL('../../fixtures/rules/', import.meta.url);
const VERDICTS = ['holds', 'violated', 'not-checkable'] as const;

/** Reports of one unit: every cell of the layout is 0 but those named. `flags` are all flags that they raise. */
const fixtureSchema = z.strictObject({
  about: z.string(),
  rule: z.string(),
  unitKind: z.enum(UNIT_KINDS),
  reports: z.array(
    z.strictObject({
      year: z.number(),
      layout: z.enum(LAYOUTS),
      /** null: blank, or a dash when it is named there too. */
      cells: z.record(z.string(), z.number().nullable()),
      dash: z.array(z.string()).default([]),
      missing: z.array(z.string()).default([]),
      unreadable: z.array(z.string()).default([])
    })
  ),
  flags: z.array(flagSchema.omit({ unit: true }))
});

let database: Database;
beforeEach(async () => {
  database = await openNative();
  await createTables(database);
});
afterEach(() => database.close());

it('every kind of rule has a fixture for each verdict', () => {
  const kinds = new Set([...IDENTITIES.map((identity) => identity.kind), ...VALUE_RULE_IDS]);
  expect(readdirSync(FOLDER).sort()).toEqual([...kinds].sort());
});

describe.each(readdirSync(FOLDER))('%s', (kind) => {
  it.each(VERDICTS)('%s', async (verdict) => {
    const text = readFileSync(new URL(`${kind}/${verdict}.json`, FOLDER), 'utf8');
    const { rule, unitKind, reports, flags } = fixtureSchema.parse(JSON.parse(text));
    await load(database, {
      units: [{ code: 'U', name: '云川', district: '东湖区', kind: unitKind, order: 1, formerNames: [] }],
      documents: [],
      reports: reports.map(({ year, layout, cells, dash, missing, unreadable }) => {
        const absent = Object.fromEntries([...missing, ...unreadable].map((cell) => [cell, undefined]));
        const notes = [
          ...dash.map((cell) => ({ cell, kind: 'dash' as const, raw: '—' })),
          ...unreadable.map((cell) => ({ cell, kind: 'unreadable' as const, raw: '1O' }))
        ];
        return loadedReport('U', year, sampleReport(layout, { ...cells, ...absent }, notes));
      })
    });
    expect(await checkReports(database)).toEqual(flags.map((flag) => ({ ...flag, unit: 'U' })));

    const counts = await runQuery(database, countVerdicts, { year: null });
    expect(new Set(counts.map((each) => each.rule)).size).toBe(counts.length);
    const count = counts.find((each) => each.rule === rule);
    expect(count?.[verdict === 'not-checkable' ? 'not_checkable' : verdict], `${rule} ${verdict}`).toBeGreaterThan(0);
    if (verdict !== 'violated') expect(count?.violated).toBe(0);
  });
});
