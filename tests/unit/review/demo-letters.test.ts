import { afterAll, beforeAll, expect, it } from 'vitest';
import { group } from 'd3-array';
import { buildCity } from '../../../data/generator/city.ts';
import { valueOf } from '../../../data/generator/mistakes/mistake.ts';
import type { DemoReport } from '../../../data/generator/model.ts';
import { checkReports } from '../../../src/lib/checks/check-reports.ts';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { repairsForReports, type UnitRepairs } from '../../../src/lib/checks/repair/repairs-for-reports.ts';
import type { YearCells } from '../../../src/lib/checks/repair/year-cells.ts';
import { residualsOf } from '../../../src/lib/checks/residuals.ts';
import type { Flag } from '../../../src/lib/checks/rule.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import { load } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import type { Report } from '../../../src/lib/report/report.ts';
import { noticeFlags } from '../../../src/lib/review/notice-flags.ts';
import { noticeLines, type NoticeLine } from '../../../src/lib/review/notice-lines.ts';
import { loadedReport, sampleReport } from '../database/sample-reports.ts';
import { marksOf } from './flags.ts';

const city = buildCity();
let database: Database;
let flags: Flag[];
let repairs: UnitRepairs[];

function reportOf({ layout, printed }: DemoReport): Report {
  const texts = [...printed];
  const notes = texts
    .filter(([, text]) => valueOf(text) === null)
    .map(([cell, raw]) => ({ cell, kind: raw.trim() === '' ? ('blank' as const) : ('dash' as const), raw }));
  return sampleReport(layout, Object.fromEntries(texts.map(([cell, text]) => [cell, valueOf(text)])), notes);
}

beforeAll(async () => {
  database = await openNative();
  await createTables(database);
  const reports = city.reports.map((demo) => loadedReport(demo.unit.code, demo.year, reportOf(demo)));
  await load(database, { units: city.units, documents: [], reports });
  flags = await checkReports(database);
  const searched = city.reports.map((demo) => ({ ...reportOf(demo), ...yearCells(demo), unit: demo.unit.code }));
  repairs = repairsForReports(searched, IDENTITIES);
}, 120_000);
afterAll(() => database.close());

const yearCells = (demo: DemoReport): YearCells => ({
  year: demo.year,
  layout: demo.layout,
  cells: reportOf(demo).cells
});

/** Each unit's letter of each year with what it proposes. */
function letters(): { unit: string; year: number; lines: NoticeLine[] }[] {
  return [...group(noticeFlags(flags, marksOf({}), 'open'), ({ unit, year }) => `${unit} ${year}`).values()].flatMap(
    (own) =>
      own
        .slice(0, 1)
        .map(({ unit, year }) => ({ unit, year, lines: noticeLines(own, { repairs, chosen: [], absent: [] }) }))
  );
}

/** Broken rules as `2022 t3.balance.total`. */
const brokenIn = (reports: readonly YearCells[]): string[] =>
  residualsOf(
    reports,
    reports.map(({ year }) => year),
    IDENTITIES
  )
    .filter(({ value }) => value !== null && value !== 0)
    .map(({ year, identity }) => `${year} ${identity.id}`);

it('every letter of the demo, obeyed to the word, puts right what its repair promises and breaks nothing else', () => {
  let asked = 0;
  for (const { unit, year, lines } of letters()) {
    const reports = city.reports.filter((demo) => demo.unit.code === unit).map(yearCells);
    const obeyed = reports.map((report) => ({ ...report, cells: { ...report.cells } }));
    for (const { proposed, cells, year: of } of lines) {
      const report = obeyed.find((each) => each.year === of);
      if (proposed === null || !report) continue;
      for (const cell of cells) report.cells[cell] = proposed;
      asked += 1;
    }
    const before = brokenIn(reports);
    const after = brokenIn(obeyed);
    expect(
      after.filter((rule) => !before.includes(rule)),
      `${unit} ${year} breaks`
    ).toEqual([]);
    const found = repairs.find((each) => each.unit === unit && each.years.includes(year));
    if (!found || found.repairs.length === 0) continue;
    const left = found.unsettled.map((each) => `${each.year} ${each.rule}`);
    const promised = before.filter((rule) => rule.startsWith(`${year} `) && !left.includes(rule));
    expect(
      promised.filter((rule) => after.includes(rule)),
      `${unit} ${year} leaves`
    ).toEqual([]);
  }
  expect(asked).toBeGreaterThan(50);
});
