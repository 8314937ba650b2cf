import { describe, expect, it } from 'vitest';
import { buildCity } from '../../../data/generator/city.ts';
import { figuresIn } from '../../../data/generator/figures/figures.ts';
import type { Figures } from '../../../data/generator/model.ts';
import { isSubmitted, YEARS } from '../../../data/generator/register.ts';
import {
  APPLICANT_COLUMNS,
  cellsOfLayout,
  DISPUTE_BLOCKS,
  FORMS,
  LAYOUTS,
  type Layout
} from '../../../src/lib/form/form.ts';

const city = buildCity();

const of = (figures: Figures, cell: string): number => figures.get(cell) ?? Number.NaN;
const sum = (figures: Figures, cells: readonly string[]): number =>
  cells.reduce((total, cell) => total + of(figures, cell), 0);

/** Every unit and year, submitted or not, as each layout would print it. */
const years = city.units.flatMap((unit) =>
  YEARS.flatMap((year, index) => {
    const truth = city.truth.get(unit.code)?.[index];
    return truth ? LAYOUTS.map((layout) => ({ unit, year, layout, figures: figuresIn(truth, layout) })) : [];
  })
);

/** The rows between 一、二 and （七）总计. */
function outcomes(layout: Layout): string[] {
  const rows = new Set(
    cellsOfLayout(layout)
      .filter((cell) => cell.table === 3)
      .map((cell) => cell.row)
  );
  return [...rows].filter((row) => !['new', 'carried-in', 'handled', 'carried-out'].includes(row));
}

describe('true figures', () => {
  it('fill every cell of each layout', () => {
    expect(years).toHaveLength(60 * 7 * 3);
    for (const { layout, figures } of years) {
      expect([...figures.keys()]).toEqual(cellsOfLayout(layout).map((cell) => cell.id));
    }
  });

  it('are whole and not negative, amounts with two decimals at most', () => {
    for (const { figures } of years) {
      for (const [cell, value] of figures) {
        if (cell.endsWith('.amount')) expect(String(value)).toMatch(/^\d+(\.\d{1,2})?$/);
        else if (cell.endsWith('.items-change')) expect(Number.isInteger(value)).toBe(true);
        else expect(String(value)).toMatch(/^\d+$/);
      }
    }
  });

  it('add up in every row of table 3', () => {
    for (const { layout, figures } of years) {
      for (const row of ['new', 'carried-in', ...outcomes(layout), 'handled', 'carried-out']) {
        const details = APPLICANT_COLUMNS.slice(0, 6).map((column) => `t3.${row}.${column}`);
        expect(sum(figures, details)).toBe(of(figures, `t3.${row}.total`));
      }
    }
  });

  it('add up and balance in every column of table 3', () => {
    for (const { layout, figures } of years) {
      for (const column of APPLICANT_COLUMNS) {
        const handled = of(figures, `t3.handled.${column}`);
        expect(
          sum(
            figures,
            outcomes(layout).map((row) => `t3.${row}.${column}`)
          )
        ).toBe(handled);
        expect(of(figures, `t3.new.${column}`) + of(figures, `t3.carried-in.${column}`)).toBe(
          handled + of(figures, `t3.carried-out.${column}`)
        );
      }
    }
  });

  it('add up in every block of table 4', () => {
    for (const { figures } of years) {
      for (const block of DISPUTE_BLOCKS) {
        const results = ['upheld', 'corrected', 'other', 'pending'].map((column) => `t4.${block}.${column}`);
        expect(sum(figures, results)).toBe(of(figures, `t4.${block}.total`));
      }
    }
  });

  it('carry over in all seven columns, also from the old form to the new', () => {
    for (const now of years) {
      const before = years.find(
        (each) => each.unit === now.unit && each.year === now.year - 1 && each.layout === now.layout
      );
      if (!before) continue;
      for (const column of APPLICANT_COLUMNS) {
        expect(of(now.figures, `t3.carried-in.${column}`)).toBe(of(before.figures, `t3.carried-out.${column}`));
      }
      if (now.layout === '2019') {
        for (const row of ['licensing', 'penalty', 'fees']) {
          const [items, change] = [`t2.${row}.items-before`, `t2.${row}.items-change`];
          expect(of(now.figures, items)).toBe(of(before.figures, items) + of(before.figures, change));
        }
        continue;
      }
      for (const row of ['rules', 'normative']) {
        const stock = of(before.figures, `t2.${row}.in-force`) + of(now.figures, `t2.${row}.issued`);
        expect(of(now.figures, `t2.${row}.in-force`)).toBe(stock - of(now.figures, `t2.${row}.repealed`));
      }
    }
  });

  it('hold no 规章: streets, towns and townships cannot make any', () => {
    for (const { figures } of years) {
      for (const [cell, value] of figures) if (cell.startsWith('t2.rules.')) expect(value).toBe(0);
    }
  });

  it('never jump more than fivefold from year to year', () => {
    for (const unit of city.units) {
      YEARS.slice(1).forEach((year) => {
        const [before, now] = [year - 1, year].map((each) =>
          years.find((entry) => entry.unit === unit && entry.year === each && entry.layout === '2021')
        );
        for (const { id } of FORMS['2021'].cells) {
          const pair = [of(before?.figures ?? new Map(), id), of(now?.figures ?? new Map(), id)];
          if (Math.min(...pair) >= 10) expect(Math.max(...pair)).toBeLessThanOrEqual(5 * Math.min(...pair));
        }
      });
    }
  });
});

describe('figures as in life', () => {
  const submitted = city.reports.filter((report) => isSubmitted(report.unit, report.year));
  const values = submitted.flatMap((report) => [...report.figures.values()]);
  const requests = submitted.map((report) => of(report.figures, 't3.new.total'));

  it('are nine tenths zeros', () => {
    const share = values.filter((value) => value === 0).length / values.length;
    expect(share).toBeGreaterThan(0.87);
    expect(share).toBeLessThan(0.93);
  });

  it('leave most units with few requests and some with many', () => {
    expect(requests.filter((count) => count <= 20).length / requests.length).toBeGreaterThan(0.75);
    expect(requests.filter((count) => count === 0).length / requests.length).toBeGreaterThan(0.15);
    expect(Math.max(...requests)).toBeGreaterThan(150);
  });

  it('come mostly from persons', () => {
    const persons = submitted.reduce((total, report) => total + of(report.figures, 't3.new.person'), 0);
    expect(persons / requests.reduce((total, count) => total + count, 0)).toBeGreaterThan(0.8);
  });

  it('have fees, disputes, carry-over and normative documents somewhere', () => {
    for (const cell of [
      't2.fees.amount',
      't4.review.total',
      't4.suit.total',
      't3.carried-out.total',
      't2.normative.issued'
    ]) {
      expect(submitted.filter((report) => (report.figures.get(cell) ?? 0) > 0).length).toBeGreaterThan(10);
    }
  });
});
