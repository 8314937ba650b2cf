import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkReports } from '../../../src/lib/checks/check-reports.ts';
import { countVerdicts } from '../../../src/lib/checks/count-verdicts.ts';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { LIKELY_RULE_IDS } from '../../../src/lib/checks/likely-rules.ts';
import { flagSchema } from '../../../src/lib/checks/rule.ts';
import { storeFlags } from '../../../src/lib/checks/store-flags.ts';
import { VALUE_RULE_IDS } from '../../../src/lib/checks/value-rules.ts';
import { runQuery, type Database } from '../../../src/lib/database/database.ts';
import { load } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import { ALL_CELLS, LAYOUTS } from '../../../src/lib/form/form.ts';
import { issueSchema } from '../../../src/lib/report/issue.ts';
import { claimSchema, sectionSchema } from '../../../src/lib/report/report.ts';
import { UNIT_KINDS, type Unit } from '../../../src/lib/report/unit.ts';
import { loadedReport, sampleReport } from '../database/sample-reports.ts';

const FOLDER = new URL('../../fixtures/rules/', import.meta.url);
const VERDICTS = ['holds', 'violated', 'not-checkable'] as const;

/** Reports, of one unit unless they name theirs: every cell of the layout is 0 but those named. */
const fixtureSchema = z.strictObject({
  about: z.string(),
  rule: z.string(),
  unitKind: z.enum(UNIT_KINDS),
  reports: z.array(
    z.strictObject({
      unit: z.string().default('U'),
      year: z.number(),
      layout: z.enum(LAYOUTS),
      /** null: blank, or a dash when it is named there too. */
      cells: z.record(z.string(), z.number().nullable()),
      dash: z.array(z.string()).default([]),
      missing: z.array(z.string()).default([]),
      unreadable: z.array(z.string()).default([]),
      /** Tables of which no cell was found. */
      withoutTables: z.array(z.number()).default([]),
      claims: z.array(claimSchema).default([]),
      sections: z.array(sectionSchema).default([]),
      issues: z.array(issueSchema).default([])
    })
  ),
  /** All flags that they raise. */
  flags: z.array(flagSchema.extend({ unit: z.string().default('U') }))
});

let database: Database;
beforeEach(async () => {
  database = await openNative();
  await createTables(database);
});
afterEach(() => database.close());

it('every kind of rule has a fixture for each verdict', () => {
  const kinds = new Set([...IDENTITIES.map((identity) => identity.kind), ...VALUE_RULE_IDS, ...LIKELY_RULE_IDS]);
  expect(readdirSync(FOLDER).sort()).toEqual([...kinds].sort());
});

describe.each(readdirSync(FOLDER))('%s', (kind) => {
  it.each(VERDICTS)('%s', async (verdict) => {
    const text = readFileSync(new URL(`${kind}/${verdict}.json`, FOLDER), 'utf8');
    const { rule, unitKind, reports, flags } = fixtureSchema.parse(JSON.parse(text));
    const codes = [...new Set(reports.map(({ unit }) => unit))];
    await load(database, {
      units: codes.map((code, order): Unit => {
        return { code, name: `云川${code}`, district: '东湖区', kind: unitKind, order, formerNames: [] };
      }),
      documents: [],
      reports: reports.map(({ unit, year, layout, cells, dash, missing, unreadable, withoutTables, ...rest }) => {
        const absentTables = ALL_CELLS.filter((cell) => withoutTables.includes(cell.table)).map(({ id }) => id);
        const absent = Object.fromEntries(
          [...missing, ...unreadable, ...absentTables].map((cell) => [cell, undefined])
        );
        const notes = [
          ...dash.map((cell) => ({ cell, kind: 'dash' as const, raw: '—' })),
          ...unreadable.map((cell) => ({ cell, kind: 'unreadable' as const, raw: '1O' }))
        ];
        return loadedReport(unit, year, { ...sampleReport(layout, { ...cells, ...absent }, notes), ...rest });
      })
    });
    const raised = await checkReports(database);
    expect(raised).toEqual(flags);
    await storeFlags(database, raised);

    const counts = await runQuery(database, countVerdicts, { year: null });
    expect(new Set(counts.map((each) => each.rule)).size).toBe(counts.length);
    const count = counts.find((each) => each.rule === rule);
    expect(count?.[verdict === 'not-checkable' ? 'not_checkable' : verdict], `${rule} ${verdict}`).toBeGreaterThan(0);
    if (verdict !== 'violated') expect(count?.violated).toBe(0);
  });
});
