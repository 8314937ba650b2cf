import { describe, expect, it } from 'vitest';
import { buildCity } from '../../../data/generator/city.ts';
import type { DemoReport } from '../../../data/generator/model.ts';
import { Library, shingles } from '../../../data/generator/narrative/diversity.ts';
import { statedBy } from '../../../data/generator/narrative/narrate.ts';
import { changeInWords, changeOf, chineseNumeral } from '../../../data/generator/narrative/numerals.ts';

const city = buildCity();
const seeded = (report: DemoReport, kind: RegExp): boolean =>
  city.mistakes.some(({ unit, year, kind: its }) => unit === report.unit && year === report.year && kind.test(its));
const paragraphsOf = (report: DemoReport): string[] => [
  ...report.narrative.preface,
  ...report.narrative.sections.flatMap((section) => section.paragraphs)
];

describe('narratives', () => {
  it('repeat no paragraph of another report, unless that was seeded', () => {
    const seen = new Map<string, DemoReport>();
    let repeated = 0;
    for (const report of city.reports) {
      for (const paragraph of paragraphsOf(report)) {
        const other = seen.get(paragraph);
        if (!other) {
          seen.set(paragraph, report);
          continue;
        }
        repeated += 1;
        expect([report, other].some((each) => seeded(each, /^copied|^section-none/))).toBe(true);
      }
    }
    expect(repeated).toBeGreaterThan(0);
  });

  it('share less than half of their wording with any other section of the kind', () => {
    for (const key of ['overview', 'problems'] as const) {
      const library = new Library();
      for (const report of city.reports) {
        if (seeded(report, /^copied|^section|^text/)) continue;
        const text = report.narrative.sections.find((section) => section.key === key)?.paragraphs.join('') ?? '';
        const pieces = shingles(text, report.name);
        expect(library.overlap(pieces)).toBeLessThan(0.5);
        library.add(pieces);
      }
    }
  });

  it('state the figures of the tables, unless that was seeded', () => {
    let claims = 0;
    for (const report of city.reports) {
      const stated = statedBy(report.figures);
      for (const { name, value } of report.narrative.claims) {
        claims += 1;
        if (value !== stated[name]) expect(seeded(report, /^text-against-table$/)).toBe(true);
      }
    }
    expect(claims / city.reports.length).toBeGreaterThan(2);
  });

  it('print what they claim', () => {
    for (const report of city.reports) {
      const text = paragraphsOf(report).join('\n');
      for (const { value } of report.narrative.claims) {
        if (value > 0) expect(text.includes(`${value}件`) || text.includes(`${chineseNumeral(value)}件`)).toBe(true);
      }
    }
  });

  it('leave no slot and no choice unfilled', () => {
    for (const report of city.reports) {
      for (const paragraph of paragraphsOf(report)) expect(paragraph).not.toMatch(/[{}[\]|]|undefined|NaN/);
    }
  });
});

describe('numbers in words', () => {
  it('are written as they are said', () => {
    expect([0, 1, 2, 10, 12, 20, 36, 100].map(chineseNumeral)).toEqual([
      '0',
      '一',
      '两',
      '十',
      '十二',
      '二十',
      '三十六',
      '100'
    ]);
  });

  it('compare with last year where there is something to compare with', () => {
    const words = (now: number, before: number, asShare: boolean): string | null => {
      const change = changeOf(now, before, asShare);
      return change && changeInWords(change);
    };
    expect(words(9, 8, true)).toBe('同比增长12.5%');
    expect(words(6, 8, true)).toBe('同比下降25%');
    expect(words(6, 8, false)).toBe('较上年减少2件');
    expect(words(8, 8, false)).toBe('与上年持平');
    expect(words(8, 0, true)).toBeNull();
  });
});
