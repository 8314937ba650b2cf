/** Finds texts whose wording stands for the most part in another one, among thousands, without comparing all pairs. */
import { sharedCount } from './shingles.ts';

export interface CopyText {
  readonly unit: string;
  readonly name: string;
  readonly year: number;
  readonly section: string;
  readonly shingles: Uint32Array;
}

export interface Copy {
  readonly text: CopyText;
  /** The text with the most of it; of the same section. */
  readonly source: CopyText;
  /** The part of the text's wording that stands in the source, 0 to 1. */
  readonly similarity: number;
  /** How many other texts hold as much of it, as far as they were compared. */
  readonly others: number;
}

/** Shorter texts are alike by chance: 无其他需要报告的事项. In distinct pieces, nearly characters. */
export const SHORTEST = 60;
/**
 * The part of its wording from which on a text counts as copied, by its length in pieces. Measured on the demo city:
 * with texts of its neighbouring years a section 一 or 五 (87 to 343 pieces) shares at most 0.40 by chance, 六, which is
 * two sentences long and half of it about the fee, 0.72; copies with names, years and figures replaced share all.
 */
function copiedFrom(pieces: number): number {
  return pieces >= 120 ? 0.7 : 0.85;
}

/** One piece in eight stands for the text while likely sources are looked for; they are then compared in full. */
const SAMPLED = 8;
/** Of a phrase that is in very many texts only the first are followed: enough to find a source, not all of them. */
const MOST_FOLLOWED = 64;

export function copiesOfLastYear(texts: readonly CopyText[]): Copy[] {
  const before = new Map(texts.map((text) => [keyOf(text.unit, text.year, text.section), text]));
  return texts.flatMap((text): Copy[] => {
    const source = before.get(keyOf(text.unit, text.year - 1, text.section));
    const similarity = source ? similarityOf(text, source) : 0;
    return source && similarity >= copiedFrom(text.shingles.length) ? [{ text, source, similarity, others: 0 }] : [];
  });
}

/** Copies from another unit's section of the same year, or of the year before. */
export function copiesOfOthers(texts: readonly CopyText[]): Copy[] {
  const index = new Map<string, Map<number, CopyText[]>>();
  for (const text of texts) {
    const key = `${text.year} ${text.section}`;
    const holders = index.get(key) ?? new Map<number, CopyText[]>();
    index.set(key, holders);
    for (const hash of sampleOf(text)) {
      const list = holders.get(hash);
      if (!list) holders.set(hash, [text]);
      else if (list.length < MOST_FOLLOWED) list.push(text);
    }
  }
  return texts.flatMap((text) => {
    const candidates = [text.year, text.year - 1].flatMap((year) => {
      const holders = index.get(`${year} ${text.section}`);
      return holders ? likelySources(text, holders) : [];
    });
    return bestOf(text, candidates) ?? [];
  });
}

function keyOf(unit: string, year: number, section: string): string {
  return `${year} ${section} ${unit}`;
}

function similarityOf(text: CopyText, source: CopyText): number {
  return sharedCount(text.shingles, source.shingles) / text.shingles.length;
}

function sampleOf({ shingles }: CopyText): Uint32Array {
  return shingles.filter((hash) => hash % SAMPLED === 0);
}

function likelySources(text: CopyText, holders: ReadonlyMap<number, readonly CopyText[]>): CopyText[] {
  const sample = sampleOf(text);
  const shared = new Map<CopyText, number>();
  for (const hash of sample) {
    for (const other of holders.get(hash) ?? []) {
      if (other.unit !== text.unit && !isSameOffice(other.name, text.name))
        shared.set(other, (shared.get(other) ?? 0) + 1);
    }
  }
  // A sample strays from the whole: a text copied for the most part shares far more than a third of it.
  return [...shared].filter(([, count]) => count >= sample.length / 3).map(([other]) => other);
}

const OFFICE = /(?:人民政府|街道办事处|办事处)$/u;

/**
 * Without a register 云川镇, 云川镇人民政府 and 东湖区云川镇 are units of their own: nobody copies from himself. The same
 * goes for two reports that one unit sent for one year.
 */
function isSameOffice(one: string, other: string): boolean {
  const [first, second] = [one.replace(OFFICE, ''), other.replace(OFFICE, '')];
  return first.endsWith(second) || second.endsWith(first);
}

function bestOf(text: CopyText, candidates: readonly CopyText[]): Copy | null {
  const copied = candidates
    .map((source) => ({ source, similarity: similarityOf(text, source) }))
    .filter(({ similarity }) => similarity >= copiedFrom(text.shingles.length))
    .sort((one, other) => other.similarity - one.similarity || other.source.year - one.source.year);
  const [best] = copied;
  return best ? { text, ...best, others: copied.length - 1 } : null;
}
