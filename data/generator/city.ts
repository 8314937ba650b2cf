/** The whole city: every report as it should be, then with the mistakes people make. */
import type { Layout } from '../../src/lib/form/form.ts';
import { figuresIn, trueYears, type TrueYear } from './figures/figures.ts';
import type { Mistake } from './mistakes/mistake.ts';
import { seedMistakes } from './mistakes/seed.ts';
import { figure, type DemoReport, type Figures } from './model.ts';
import { titleOf } from './narrative/narrate.ts';
import { Narrator } from './narrative/narrator.ts';
import { isSubmitted, nameIn, UNITS, YEARS, type DemoUnit } from './register.ts';
import { Styles } from './style.ts';

/** 2021-form reports that print （六）其他处理 as one row, `code year`. No mistake: real ones do it. */
const CLOSED_ONCE: ReadonlySet<string> = new Set([
  'LZ0104 2021',
  'LZ0107 2022',
  'LZ0205 2021',
  'LZ0211 2023',
  'LZ0303 2021',
  'LZ0313 2024',
  'LZ0404 2022'
]);

function layoutIn(unit: DemoUnit, year: number): Layout {
  if (year <= 2020) return '2019';
  return CLOSED_ONCE.has(`${unit.code} ${year}`) ? '2021-closed-once' : '2021';
}

/** Numbers as they are typed: no thousands separator, no trailing zeros. */
export function print(figures: Figures): Map<string, string> {
  return new Map([...figures].map(([cell, value]) => [cell, String(value)]));
}

export interface City {
  readonly units: readonly DemoUnit[];
  readonly truth: ReadonlyMap<string, readonly TrueYear[]>;
  /** In the register's order, then by year. */
  readonly reports: readonly DemoReport[];
  readonly mistakes: readonly Mistake[];
}

export function buildCity(): City {
  const styles = new Styles();
  const narrator = new Narrator();
  const truth = new Map(UNITS.map((unit) => [unit.code, trueYears(unit)]));
  const clean = UNITS.flatMap((unit) =>
    YEARS.flatMap((year, index): DemoReport[] => {
      const figuresOfYear = truth.get(unit.code)?.[index];
      if (!figuresOfYear || !isSubmitted(unit, year)) return [];
      const layout = layoutIn(unit, year);
      const figures = figuresIn(figuresOfYear, layout);
      const last = truth.get(unit.code)?.[index - 1];
      const newBefore = last ? figure(last.requests, 't3.new.total') : null;
      const { narrative, attempt } = narrator.narrate(unit, year, figures, newBefore);
      return [
        {
          unit,
          year,
          name: nameIn(unit, year),
          layout,
          title: titleOf(unit, year, year),
          figures,
          printed: print(figures),
          narrative,
          style: styles.next(unit, year),
          attempt,
          newBefore
        }
      ];
    })
  );
  return { units: UNITS, truth, ...seedMistakes(clean, truth) };
}
