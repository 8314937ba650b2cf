import { shinglesOf } from './shingles.ts';

/** Where a text stands and how its office is called. */
export interface Origin {
  readonly unit: string;
  readonly name: string;
  readonly year: number;
  readonly section: string;
}

export interface CopyText extends Origin {
  readonly shingles: Uint32Array;
  /** The pieces that stand for the text while likely sources are looked for; they are then compared in full. */
  readonly sample: readonly number[];
}

/** One piece in eight. */
const SAMPLED_BITS = 3;
const SAMPLED_MASK = 2 ** SAMPLED_BITS - 1;
/** Of a phrase that is in very many texts only the first are followed: enough to find a source, not all of them. */
const MOST_FOLLOWED = 64;
/** A sample strays from the whole: a text copied for the most part shares far more than a third of it. */
const LEAST_SHARED = 1 / 3;

export function copyText(of: Origin, wording: string): CopyText {
  const shingles = shinglesOf(wording);
  const sample: number[] = [];
  for (let at = 0; at < shingles.length; at++) {
    const hash = shingles[at] ?? 0;
    if ((hash & SAMPLED_MASK) === 0) sample.push(hash >>> SAMPLED_BITS);
  }
  return { ...of, shingles, sample };
}

/** One year's texts, with an index from pieces to the texts that hold them: its size grows with the texts alone. */
export class TextsOfYear {
  readonly texts: readonly CopyText[];
  #sections: ReadonlyMap<string, SectionIndex>;
  #byPlace: ReadonlyMap<string, CopyText>;

  constructor(texts: readonly CopyText[]) {
    this.texts = texts;
    const sections = new Set(texts.map(({ section }) => section));
    this.#sections = new Map(
      [...sections].map((section) => [section, indexOf(texts.filter((text) => text.section === section))])
    );
    this.#byPlace = new Map(texts.map((text) => [`${text.section} ${text.unit}`, text]));
  }

  of(unit: string, section: string): CopyText | undefined {
    return this.#byPlace.get(`${section} ${unit}`);
  }

  /** Texts of other offices that share much of the text's sample; the number of them does not grow with all texts. */
  likelySources(text: CopyText): CopyText[] {
    const index = this.#sections.get(text.section);
    if (!index) return [];
    const { counts } = index;
    const touched: number[] = [];
    for (const piece of text.sample) {
      for (const place of index.holders.get(piece) ?? []) {
        const count = counts[place] ?? 0;
        if (count === 0) touched.push(place);
        counts[place] = count + 1;
      }
    }
    const likely = touched.filter((place) => (counts[place] ?? 0) >= text.sample.length * LEAST_SHARED);
    for (const place of touched) counts[place] = 0;
    const office = officeOf(text);
    return likely.flatMap((place) => {
      const other = index.texts[place];
      if (!other || other.unit === text.unit) return [];
      return isSameOffice(index.offices[place] ?? '', office) ? [] : [other];
    });
  }
}

interface SectionIndex {
  readonly texts: readonly CopyText[];
  readonly offices: readonly string[];
  /** By sampled piece, the places of the first texts that hold it. */
  readonly holders: ReadonlyMap<number, readonly number[]>;
  /** How many pieces each text shares with the one that is looked for; all 0 in between. */
  readonly counts: Uint32Array;
}

function indexOf(texts: readonly CopyText[]): SectionIndex {
  const holders = new Map<number, number[]>();
  for (const [place, { sample }] of texts.entries()) {
    for (const piece of sample) {
      const known = holders.get(piece);
      if (!known) holders.set(piece, [place]);
      else if (known.length < MOST_FOLLOWED) known.push(place);
    }
  }
  return { texts, offices: texts.map(officeOf), holders, counts: new Uint32Array(texts.length) };
}

const OFFICE = /(?:人民政府|街道办事处|办事处)$/u;
const officeOf = ({ name }: Origin): string => name.replace(OFFICE, '');

/**
 * Without a register 云川镇, 云川镇人民政府 and 东湖区云川镇 are units of their own: nobody copies from himself. The same
 * goes for two reports that one unit sent for one year.
 */
function isSameOffice(first: string, second: string): boolean {
  return first.endsWith(second) || second.endsWith(first);
}
