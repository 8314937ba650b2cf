import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkReports } from '../../../src/lib/checks/check-reports.ts';
import { IDENTITIES, layoutsWith } from '../../../src/lib/checks/identities.ts';
import { LIKELY_RULE_IDS } from '../../../src/lib/checks/likely-rules.ts';
import type { Flag } from '../../../src/lib/checks/rule.ts';
import { load } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import type { Unit } from '../../../src/lib/report/unit.ts';
import { loadedReport, sampleReport } from '../database/sample-reports.ts';
import { consistentYears, type ConsistentReport } from './consistent-reports.ts';

/**
 * One unit's years in one database of many, so that a run of the property is one check. Random figures jump from year
 * to year, which is not what is asked here.
 */
async function flagsOf(units: readonly (readonly ConsistentReport[])[]): Promise<Map<string, Flag[]>> {
  const database = await openNative();
  try {
    await createTables(database);
    const codes = units.map((_, index) => `U${index}`);
    await load(database, {
      units: codes.map((code, order): Unit => {
        return { code, name: code, district: '东湖区', kind: '部门', order, formerNames: [] };
      }),
      documents: [],
      reports: units.flatMap((reports, index) =>
        reports.map(({ year, layout, cells }) => loadedReport(`U${index}`, year, sampleReport(layout, cells)))
      )
    });
    const flags = (await checkReports(database)).filter(({ rule }) => !LIKELY_RULE_IDS.some((id) => id === rule));
    return new Map(codes.map((code) => [code, flags.filter((flag) => flag.unit === code)]));
  } finally {
    await database.close();
  }
}

/** Rules and years whose identity holds the cell of that year, read off the data and not off the SQL. */
function identitiesWith(reports: readonly ConsistentReport[], year: number, cell: string): string[] {
  const layouts = new Map(reports.map((report) => [report.year, report.layout]));
  return reports.flatMap((report) =>
    IDENTITIES.filter(
      (identity) =>
        identity.layouts.includes(report.layout) &&
        identity.terms.some((term) => term.cell === cell && report.year + term.yearOffset === year) &&
        identity.terms.every((term) => {
          const layout = layouts.get(report.year + term.yearOffset);
          return layout !== undefined && layoutsWith(term.cell).includes(layout);
        })
    ).map((identity) => `${report.year} ${identity.id}`)
  );
}

const changed = consistentYears.chain((reports) =>
  fc
    .record({ report: fc.nat({ max: reports.length - 1 }), cell: fc.nat(), by: fc.integer({ min: 1, max: 10 ** 12 }) })
    .map(({ report, cell, by }) => {
      const target = reports[report];
      if (!target) throw new RangeError('no such report');
      const ids = Object.keys(target.cells);
      const id = ids[cell % ids.length] ?? '';
      const cells = { ...target.cells, [id]: (target.cells[id] ?? 0) + by };
      return {
        year: target.year,
        cell: id,
        by,
        reports: reports.map((each) => (each === target ? { ...each, cells } : each))
      };
    })
);

it('consistent reports raise nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(consistentYears, { minLength: 30, maxLength: 30 }), async (units) => {
      const flags = await flagsOf(units);
      expect([...flags.values()].flat()).toEqual([]);
    }),
    { numRuns: 4 }
  );
});

it('one changed cell violates exactly the identities that hold it, by as much as it was changed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(changed, { minLength: 60, maxLength: 60 }), async (cases) => {
      const flags = await flagsOf(cases.map((each) => each.reports));
      for (const [index, { reports, year, cell, by }] of cases.entries()) {
        const raised = flags.get(`U${index}`) ?? [];
        expect(raised.map((flag) => `${flag.year} ${flag.rule}`).sort()).toEqual(
          identitiesWith(reports, year, cell).sort()
        );
        for (const flag of raised) {
          expect(Math.abs(flag.difference ?? 0)).toBe(by);
          expect((flag.expected ?? 0) + (flag.difference ?? 0)).toBe(flag.actual);
          expect(flag.cells).toContain(cell);
        }
      }
    }),
    { numRuns: 6 }
  );
});

it('one cell left blank is never judged as 0: every identity that holds it cannot be checked', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(changed, { minLength: 30, maxLength: 30 }), async (cases) => {
      const blanked = cases.map(({ reports, year, cell }) =>
        reports.map((report) =>
          report.year === year ? { ...report, cells: { ...report.cells, [cell]: null } } : report
        )
      );
      const flags = await flagsOf(blanked);
      for (const [index, { reports, year, cell }] of cases.entries()) {
        const raised = flags.get(`U${index}`) ?? [];
        expect(raised.filter((flag) => flag.verdict === 'violated' && flag.rule !== 'value.blank')).toEqual([]);
        expect(
          raised
            .filter((flag) => flag.verdict === 'not-checkable')
            .map((flag) => `${flag.year} ${flag.rule}`)
            .sort()
        ).toEqual(identitiesWith(reports, year, cell).sort());
      }
    }),
    { numRuns: 4 }
  );
});
