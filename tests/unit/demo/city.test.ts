import { describe, expect, it } from 'vitest';
import { buildCity } from '../../../data/generator/city.ts';
import { unitSchema } from '../../../src/lib/report/unit.ts';

const city = buildCity();

describe('the register', () => {
  it('has four districts and sixty units with codes and names of their own', () => {
    expect(new Set(city.units.map((unit) => unit.district)).size).toBe(4);
    expect(city.units).toHaveLength(60);
    expect(new Set(city.units.map((unit) => unit.code)).size).toBe(60);
    const names = city.units.flatMap((unit) => [unit.name, ...unit.formerNames]);
    expect(new Set(names).size).toBe(names.length);
    for (const unit of city.units) expect(() => unitSchema.parse(unit)).not.toThrow();
  });

  it('has streets, towns and townships', () => {
    expect(new Set(city.units.map((unit) => unit.kind))).toEqual(new Set(['街道', '镇', '乡']));
    for (const unit of city.units) expect(unit.name.endsWith(unit.kind)).toBe(true);
  });

  it('lets no name stand inside another, so that a title names one unit only', () => {
    const names = city.units.flatMap((unit) => [unit.name, ...unit.formerNames]);
    for (const name of names) expect(names.filter((other) => other.includes(name))).toEqual([name]);
  });
});

describe('the reports', () => {
  it('are 410 of 420, two missing in the last year', () => {
    expect(city.reports).toHaveLength(410);
    expect(city.reports.filter((report) => report.year === 2025)).toHaveLength(58);
    expect(new Set(city.reports.map((report) => `${report.unit.code} ${report.year}`)).size).toBe(410);
  });

  it('use the form of their year, but for the one that was seeded', () => {
    const wrong = city.reports.filter((report) => (report.layout === '2019') !== report.year <= 2020);
    const seeded = city.mistakes.filter((mistake) => mistake.kind === 'superseded-form');
    expect(wrong.map((report) => `${report.unit.code} ${report.year}`)).toEqual(
      seeded.map((mistake) => `${mistake.unit.code} ${mistake.year}`)
    );
    expect(city.reports.filter((report) => report.layout === '2021-closed-once').length).toBeGreaterThanOrEqual(5);
  });

  it('carry the former name in their title as long as it was in use', () => {
    const renamed = city.units.filter((unit) => unit.formerNames.length > 0);
    expect(renamed.length).toBeGreaterThanOrEqual(2);
    for (const unit of renamed) {
      const reports = city.reports.filter((report) => report.unit === unit);
      expect(reports.some((report) => report.title.includes(unit.formerNames[0] ?? ''))).toBe(true);
      expect(reports.some((report) => report.title.includes(unit.name))).toBe(true);
    }
  });

  it('name their unit and a year in every title', () => {
    for (const report of city.reports) {
      expect(report.title).toContain(report.name);
      expect(report.title).toMatch(/20\d\d/);
    }
  });

  it('come in every format, page, text layout and encoding', () => {
    const seen = new Set(
      city.reports.flatMap(({ style }) => {
        if (style.format === 'docx') return ['docx'];
        if (style.format === 'html') return [`page ${style.page}`, `html ${style.encoding}`];
        return [`layout ${style.layout}`, `txt ${style.encoding}`];
      })
    );
    expect(seen.size).toBe(1 + 4 + 8 + 6 + 4);
    const docx = city.reports.filter((report) => report.style.format === 'docx').length;
    expect(docx).toBeGreaterThan(140);
  });
});
