/** Writes the narratives of a whole city so that no two are alike. */
import type { Figures, Narrative } from '../model.ts';
import { nameIn, type DemoUnit } from '../register.ts';
import { Library, shingles } from './diversity.ts';
import { narrate, statedBy } from './narrate.ts';

/** No section may share more than this part of its wording with another of its kind. */
const LARGEST_OVERLAP = 0.4;

/** 六 is two sentences long, half of them about the fee. */
const LARGEST_OVERLAP_OF_CLOSING = 0.75;

/** Narratives of the same city, so that each one can be held against all before it. */
export class Narrator {
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
      const limit = (key: string): number => (key === 'other-matters' ? LARGEST_OVERLAP_OF_CLOSING : LARGEST_OVERLAP);
      if (pieces.some((each) => each.library.overlap(each.pieces) > limit(each.key))) continue;
      for (const each of pieces) each.library.add(each.pieces);
      for (const paragraph of paragraphs) this.#paragraphs.add(paragraph);
      return { narrative, attempt };
    }
    throw new Error(`${name} ${year}: no narrative unlike the others in sixty attempts`);
  }
}
