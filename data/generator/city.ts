/** The whole city: every report as it should be, then with the mistakes people make. */
import type { Layout } from '../../src/lib/form/form.ts';
import { figuresIn, trueYears, type TrueYear } from './figures/figures.ts';
import { seedMistakes, type Mistake } from './mistakes/seed.ts';
import { figure, type DemoReport, type Figures, type Narrative } from './model.ts';
import { Library, shingles } from './narrative/diversity.ts';
import { narrate, statedBy, titleOf } from './narrative/narrate.ts';
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

/** No section may share more than this part of its wording with another of its kind. */
const LARGEST_OVERLAP = 0.4;

function layoutIn(unit: DemoUnit, year: number): Layout {
  if (year <= 2020) return '2019';
  return CLOSED_ONCE.has(`${unit.code} ${year}`) ? '2021-closed-once' : '2021';
}

/** Numbers as they are typed: no thousands separator, no trailing zeros. */
export function print(figures: Figures): Map<string, string> {
  return new Map([...figures].map(([cell, value]) => [cell, String(value)]));
}

/** Narratives of the same city, so that each one can be held against all before it. */
class Narrator {
  readonly #libraries = { overview: new Library(), problems: new Library(), 'other-matters': new Library() };
  readonly #paragraphs = new Set<string>();

  narrate(
    unit: DemoUnit,
    year: number,
    figures: Figures,
    newBefore: number | null
  ): { narrative: Narrative; attempt: number } {
    const name = nameIn(unit, year);
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const speech = { unit, year, stated: statedBy(figures), newBefore, periodYear: year, attempt };
      const narrative = narrate(speech);
      const paragraphs = [...narrative.preface, ...narrative.sections.flatMap((section) => section.paragraphs)];
      if (paragraphs.some((paragraph) => this.#paragraphs.has(paragraph))) continue;
      const pieces = (['overview', 'problems', 'other-matters'] as const).map((key) => {
        const section = narrative.sections.find((each) => each.key === key);
        return { library: this.#libraries[key], pieces: shingles(section?.paragraphs.join('') ?? '', name), key };
      });
      const limit = (key: string): number => (key === 'other-matters' ? 0.75 : LARGEST_OVERLAP);
      if (pieces.some((each) => each.library.overlap(each.pieces) > limit(each.key))) continue;
      for (const each of pieces) each.library.add(each.pieces);
      for (const paragraph of paragraphs) this.#paragraphs.add(paragraph);
      return { narrative, attempt };
    }
    throw new Error(`${name} ${year}: no narrative unlike the others in sixty attempts`);
  }
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
