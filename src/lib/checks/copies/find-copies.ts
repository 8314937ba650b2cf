/** Finds texts whose wording stands for the most part in another one, among a nation's, without comparing all pairs. */
import { sharedWith } from './shingles.ts';
import type { CopyText, TextsOfYear } from './texts-of-year.ts';

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

/** Copies of the same unit's section of the year before. */
export function copiesOfLastYear(texts: readonly CopyText[], before: TextsOfYear): Copy[] {
  return texts.flatMap((text): Copy[] => {
    const source = before.of(text.unit, text.section);
    const similarity = source ? similarityTo(text)(source) : 0;
    return source && similarity >= copiedFrom(text.shingles.length) ? [{ text, source, similarity, others: 0 }] : [];
  });
}

/** Copies from another unit's section. `years`: the texts' own year and the one before, as far as it is there. */
export function copiesOfOthers(texts: readonly CopyText[], years: readonly TextsOfYear[]): Copy[] {
  return texts.flatMap((text) => {
    const best = bestOf(
      text,
      years.flatMap((year) => year.likelySources(text))
    );
    return best ?? [];
  });
}

function similarityTo({ shingles }: CopyText): (source: CopyText) => number {
  const shared = sharedWith(shingles);
  return (source) => shared(source.shingles) / shingles.length;
}

function bestOf(text: CopyText, candidates: readonly CopyText[]): Copy | null {
  if (candidates.length === 0) return null;
  const similarity = similarityTo(text);
  const copied = candidates
    .map((source) => ({ source, similarity: similarity(source) }))
    .filter(({ similarity }) => similarity >= copiedFrom(text.shingles.length))
    .sort((one, other) => other.similarity - one.similarity || other.source.year - one.source.year);
  const [best] = copied;
  return best ? { text, ...best, others: copied.length - 1 } : null;
}
