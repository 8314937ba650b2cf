export interface CopyText {
  readonly unit: string;
  readonly name: string;
  readonly year: number;
  readonly section: string;
  readonly shingles: Uint32Array;
}

/** One piece in eight stands for the text while likely sources are looked for; they are then compared in full. */
const SAMPLED_BITS = 3;
/** Of a phrase that is in very many texts only the first are followed: enough to find a source, not all of them. */
const MOST_FOLLOWED = 64;
/** A sample strays from the whole: a text copied for the most part shares far more than a third of it. */
const LEAST_SHARED = 1 / 3;
/** Texts of one section; an entry of the index is a sampled piece and a text's place, exact in a double. */
const MOST_TEXTS = 2 ** 22;

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
    const sample = sampleOf(text);
    const { counts } = index;
    const touched: number[] = [];
    for (const piece of sample) {
      const end = (piece + 1) * MOST_TEXTS;
      let at = firstFrom(index.entries, piece * MOST_TEXTS);
      for (let followed = 0; followed < MOST_FOLLOWED && (index.entries[at] ?? end) < end; followed++, at++) {
        const place = (index.entries[at] ?? 0) % MOST_TEXTS;
        const count = counts[place] ?? 0;
        if (count === 0) touched.push(place);
        counts[place] = count + 1;
      }
    }
    const likely = touched.filter((place) => (counts[place] ?? 0) >= sample.length * LEAST_SHARED);
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
  /** Sorted: sampled piece × MOST_TEXTS + the text's place. */
  readonly entries: Float64Array;
  /** How many pieces each text shares with the one that is looked for; all 0 in between. */
  readonly counts: Uint32Array;
}

function indexOf(texts: readonly CopyText[]): SectionIndex {
  const samples = texts.map(sampleOf);
  const entries = new Float64Array(samples.reduce((sum, sample) => sum + sample.length, 0));
  let at = 0;
  samples.forEach((sample, place) => {
    for (const piece of sample) entries[at++] = piece * MOST_TEXTS + place;
  });
  return { texts, offices: texts.map(officeOf), entries: entries.sort(), counts: new Uint32Array(texts.length) };
}

function sampleOf({ shingles }: CopyText): Uint32Array {
  return shingles.filter((hash) => hash % 2 ** SAMPLED_BITS === 0).map((hash) => hash >>> SAMPLED_BITS);
}

/** The place of the first entry that is not below `least`. */
function firstFrom(entries: Float64Array, least: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

const OFFICE = /(?:人民政府|街道办事处|办事处)$/u;
const officeOf = ({ name }: CopyText): string => name.replace(OFFICE, '');

/**
 * Without a register 云川镇, 云川镇人民政府 and 东湖区云川镇 are units of their own: nobody copies from himself. The same
 * goes for two reports that one unit sent for one year.
 */
function isSameOffice(first: string, second: string): boolean {
  return first.endsWith(second) || second.endsWith(first);
}
