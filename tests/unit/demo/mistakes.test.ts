import { describe, expect, it } from 'vitest';
import { buildCity } from '../../../data/generator/city.ts';
import { valueOf } from '../../../data/generator/mistakes/mistake.ts';
import { brokenIn } from '../../../data/generator/mistakes/rules.ts';
import type { DemoReport } from '../../../data/generator/model.ts';
import { isCellId } from '../../../src/lib/form/form.ts';

const city = buildCity();
const reportOf = (code: string, year: number): DemoReport | null =>
  city.reports.find((report) => report.unit.code === code && report.year === year) ?? null;
const EXACT = /^(t3\.|t4\.|carry-over\.|value\.(negative|not-whole)$)/;

describe('the seeded mistakes', () => {
  it('are about sixty, about forty of them against an exact rule', () => {
    expect(city.mistakes.length).toBeGreaterThanOrEqual(58);
    expect(city.mistakes.length).toBeLessThanOrEqual(70);
    const exact = city.mistakes.filter(({ changes }) =>
      changes.some(({ rules }) => rules.some((rule) => EXACT.test(rule)))
    );
    expect(exact.length).toBeGreaterThanOrEqual(38);
    expect(exact.length).toBeLessThanOrEqual(44);
  });

  it('change the cells they name, from the true figure to the printed one, and no other cell', () => {
    const changed = new Map<string, string>();
    for (const { unit, year, changes } of city.mistakes) {
      for (const { cell, true: right, printed } of changes) {
        if (!isCellId(cell)) continue;
        const report = reportOf(unit.code, year);
        expect(String(report?.figures.get(cell))).toBe(right);
        expect(report?.printed.get(cell)).toBe(printed);
        expect(printed).not.toBe(right);
        changed.set(`${unit.code} ${year} ${cell}`, printed);
      }
    }
    for (const report of city.reports) {
      for (const [cell, value] of report.figures) {
        const printed = changed.get(`${report.unit.code} ${report.year} ${cell}`) ?? String(value);
        expect(report.printed.get(cell)).toBe(printed);
      }
    }
  });

  it('are the only reason why an identity fails', () => {
    const found = city.reports.flatMap((report) =>
      brokenIn(report, reportOf(report.unit.code, report.year - 1)).map(({ rule }) => ({ report, rule }))
    );
    const between = /^(carry-over|t2\.stock)\./;
    const recorded = (report: DemoReport, rule: string, year: number): boolean =>
      city.mistakes.some(
        (mistake) =>
          mistake.unit === report.unit &&
          mistake.year === year &&
          mistake.changes.some(({ rules }) => rules.includes(rule))
      );
    for (const { report, rule } of found) {
      const here = recorded(report, rule, report.year);
      const before = between.test(rule) && recorded(report, rule, report.year - 1);
      expect(here || before, `${report.name} ${report.year} ${rule}`).toBe(true);
    }
    expect(found.length).toBeGreaterThan(60);
  });

  it('break every identity that is recorded for them', () => {
    for (const { unit, year, changes } of city.mistakes) {
      const [now, next] = [reportOf(unit.code, year), reportOf(unit.code, year + 1)];
      const broken = [
        ...(now ? brokenIn(now, reportOf(unit.code, year - 1)) : []),
        ...(next ? brokenIn(next, now) : [])
      ].map(({ rule }) => rule);
      for (const rule of changes.flatMap(({ rules }) => rules)) {
        if (/^(t3|t4|carry-over|t2\.stock)\./.test(rule)) expect(broken).toContain(rule);
      }
    }
  });

  it('keep apart: never two in one unit in the same year or in neighbouring years', () => {
    for (const one of city.mistakes) {
      for (const other of city.mistakes) {
        if (one === other || one.unit !== other.unit) continue;
        expect(Math.abs(one.year - other.year)).toBeGreaterThan(1);
      }
    }
  });

  it('are spread over years, units and formats', () => {
    const count = (keys: readonly string[]): number[] =>
      [...new Set(keys)].map((key) => keys.filter((each) => each === key).length);
    const years = count(city.mistakes.map(({ year }) => String(year)));
    expect(years).toHaveLength(7);
    expect(Math.min(...years)).toBeGreaterThanOrEqual(5);
    expect(count(city.mistakes.map(({ unit }) => unit.code)).length).toBeGreaterThanOrEqual(45);
    const formats = count(city.mistakes.map(({ unit, year }) => reportOf(unit.code, year)?.style.format ?? ''));
    expect(formats).toHaveLength(3);
    expect(Math.min(...formats)).toBeGreaterThanOrEqual(8);
  });

  it('leave blanks and signs only where they were seeded', () => {
    const odd = city.reports.flatMap((report) => [...report.printed.values()].filter((text) => valueOf(text) === null));
    const seeded = city.mistakes.flatMap(({ changes }) =>
      changes.filter(({ cell, printed }) => isCellId(cell) && valueOf(printed) === null)
    );
    expect(odd).toHaveLength(seeded.length);
    expect(seeded.length).toBeGreaterThan(20);
  });

  it('come in all the kinds that people make', () => {
    expect(new Set(city.mistakes.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(27);
    const unseen = city.mistakes.filter(({ changes }) => changes.every(({ rules }) => rules.length === 0));
    expect(unseen.map(({ kind }) => kind).sort()).toEqual(['detail-one-off', 'rows-exchanged']);
  });
});
