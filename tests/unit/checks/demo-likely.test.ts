import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCity } from '../../../data/generator/city.ts';
import { pathOf } from '../../../data/generator/files.ts';
import type { DemoReport, StatedName } from '../../../data/generator/model.ts';
import { checkReports } from '../../../src/lib/checks/check-reports.ts';
import { countVerdicts } from '../../../src/lib/checks/count-verdicts.ts';
import { LIKELY_RULE_IDS } from '../../../src/lib/checks/likely-rules.ts';
import { ruleKind } from '../../../src/lib/checks/rule-kind.ts';
import type { Flag } from '../../../src/lib/checks/rule.ts';
import { storeFlags } from '../../../src/lib/checks/store-flags.ts';
import { runQuery, type Database } from '../../../src/lib/database/database.ts';
import { load } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createResolver } from '../../../src/lib/database/resolve-units.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import { readDocument } from '../../../src/lib/recognition/read-document.ts';
import type { Report } from '../../../src/lib/report/report.ts';

const city = buildCity();
const DATA = new URL('../../../data/', import.meta.url);
const read = new Map<DemoReport, Report>();
let database: Database;
let all: Flag[];
let flags: Flag[];

beforeAll(async () => {
  for (const demo of city.reports) {
    const path = pathOf(demo);
    const { reports } = await readDocument(new Uint8Array(readFileSync(new URL(encodeURI(path), DATA))), path);
    const [report] = reports;
    if (!report || reports.length !== 1) throw new Error(`${path}: ${reports.length} reports`);
    read.set(demo, report);
  }
  database = await openNative();
  await createTables(database);
  const resolve = createResolver(city.units);
  await load(database, {
    units: city.units,
    documents: [],
    reports: [...read].map(([demo, report]) => {
      const found = resolve(report.unit ?? '');
      if (!('unit' in found)) throw new Error(`${pathOf(demo)}: ${String(report.unit)} is no unit`);
      return { document: pathOf(demo), unit: found.unit.code, year: report.year, report };
    })
  });
  all = await checkReports(database);
  await storeFlags(database, all);
  flags = all.filter(({ rule }) => LIKELY_RULE_IDS.some((id) => id === rule));
}, 300_000);
afterAll(() => database.close());

const CLAIMS: Readonly<Record<StatedName, string>> = {
  new: 'new',
  carriedIn: 'carried-in',
  handled: 'handled',
  carriedOut: 'carried-out',
  review: 'review',
  suits: 'suit',
  normative: 'normative'
};

/** What the narrative was written to state, in the words of recognition. */
function statedBy({ narrative }: DemoReport): string[] {
  const { claims, proactive, change } = narrative;
  return [
    ...claims.map(({ name, value, received }) => `${received ? 'received' : CLAIMS[name]} ${value}`),
    `proactive ${proactive}`,
    ...(change ? [`${change.unit === 'percent' ? 'new-change-percent' : 'new-change'} ${change.value}`] : [])
  ].sort();
}

describe('the figures that the texts state', () => {
  it('are all found, and none is invented', () => {
    let count = 0;
    for (const [demo, report] of read) {
      const found = report.claims.filter(({ claim }) => !claim.startsWith('year-'));
      expect(found.map(({ claim, value }) => `${claim} ${value}`).sort(), pathOf(demo)).toEqual(statedBy(demo));
      count += found.length;
    }
    expect(count).toBeGreaterThan(2000);
  });

  it('are quoted from the sentence that states them', () => {
    for (const [demo, report] of read) {
      const printed = demo.narrative.sections.flatMap(({ paragraphs }) => paragraphs).join('\n');
      for (const { claim, raw, start = 0, sentence } of report.claims) {
        if (claim.startsWith('year-')) continue;
        expect(printed, pathOf(demo)).toContain(sentence);
        expect(sentence.slice(start, start + raw.length), pathOf(demo)).toBe(raw);
      }
    }
  });
});

/** `LZ0101 2024 text.new` */
const keyOf = (unit: string, year: number, rule: string): string => `${unit} ${year} ${rule}`;
const isLikely = (rule: string): boolean => LIKELY_RULE_IDS.some((id) => id === rule);

/** Every likely rule that the record of mistakes names; a changed 本年新收 may show in the next year's sentence. */
const seeded = city.mistakes.flatMap(({ unit, year, changes }) =>
  [...new Set(changes.flatMap(({ rules }) => rules))]
    .filter(isLikely)
    .map((rule) => ({ unit: unit.code, year, rule, changes }))
);

describe('the mistakes that only likely rules see', () => {
  it('are all flagged', () => {
    const raised = new Set(flags.map(({ unit, year, rule }) => keyOf(unit, year, rule)));
    const missed = seeded.filter(({ unit, year, rule }) => {
      const years = rule === 'text.new-change' || rule === 'outlier.last-year' ? [year, year + 1] : [year];
      return !years.some((each) => raised.has(keyOf(unit, each, rule)));
    });
    expect(missed).toEqual([]);
    expect(seeded.length).toBeGreaterThan(25);
  });

  it('are all that is flagged, but for what follows from them', () => {
    const expected = new Set(seeded.map(({ unit, year, rule }) => keyOf(unit, year, rule)));
    const beyond = flags.filter(({ unit, year, rule }) => !expected.has(keyOf(unit, year, rule)));
    const codeOf = (name: string): string => city.units.find((unit) => unit.name === name)?.code ?? '';
    for (const { unit, year, rule, severity } of beyond) {
      const before = expected.has(keyOf(unit, year - 1, rule));
      // The year after an outlier comes back to what was usual, and is told so.
      if (rule === 'outlier.last-year') expect([before, severity]).toEqual([true, 'info']);
      else if (rule === 'text.new-change') expect(before).toBe(true);
      // Nobody can tell which of two units copied.
      else if (rule === 'copy.other-unit') {
        const copied = seeded.filter((each) => each.rule === rule && each.year === year);
        expect(copied.flatMap(({ changes }) => changes.map(({ printed }) => codeOf(printed)))).toContain(unit);
      } else throw new Error(`not seeded: ${keyOf(unit, year, rule)}`);
    }
    expect(beyond.length).toBeLessThanOrEqual(5);
  });

  it('say what was put in', () => {
    const flagOf = (kind: string): Flag | undefined => {
      const mistake = city.mistakes.find((each) => each.kind === kind);
      return flags.find(({ unit, year }) => unit === mistake?.unit.code && year === mistake.year);
    };
    expect(flagOf('title-year')).toMatchObject({ rule: 'year.title', values: { stated: '2019', reportYear: '2020' } });
    expect(flagOf('text-year')?.rule).toBe('year.text');
    expect(flagOf('copied-from-last-year')?.values).toMatchObject({ section: 'problems', similarity: 100 });
    expect(flagOf('superseded-form')?.values).toMatchObject({ form: '2019', due: '2021' });
  });

  it('are counted with the reports that hold and those that cannot be checked', async () => {
    const counts = await runQuery(database, countVerdicts, { year: null });
    for (const rule of LIKELY_RULE_IDS) {
      const count = counts.find((each) => each.rule === rule);
      const violated = flags.filter((flag) => flag.rule === rule && flag.verdict === 'violated');
      // No text of the city speaks of documents repealed or in force, nor of single outcomes.
      if (/repealed|in-force|granted|partial|denied|unavailable|rejected|closed/.test(rule))
        expect(count).toBeUndefined();
      else expect(count?.violated, rule).toBe(violated.length);
    }
    expect(counts.find(({ rule }) => rule === 'form.superseded')).toMatchObject({ holds: 409, not_checkable: 0 });
  });

  it('are counted by family as reports, however many of its rules a report breaks', async () => {
    const counts = await runQuery(database, countVerdicts, { year: null });
    for (const kind of ['t3.row-sum', 't3.balance', 'carry-over']) {
      const broken = all.filter((flag) => ruleKind(flag.rule) === kind && flag.verdict === 'violated');
      const reports = new Set(broken.map(({ unit, year }) => `${unit} ${year}`));
      const count = counts.find(({ rule }) => rule === kind);
      expect(count?.violated, kind).toBe(reports.size);
      expect(broken.length, kind).toBeGreaterThan(reports.size);
      // Every report prints table 3; not every one has a year before it.
      const asked = (count?.holds ?? 0) + (count?.violated ?? 0) + (count?.not_checkable ?? 0);
      if (kind === 'carry-over') expect(asked).toBeLessThan(read.size);
      else expect(asked).toBe(read.size);
    }
  });
});
