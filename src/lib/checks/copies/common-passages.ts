/** Where two texts say the same, by the very pieces that the rule compares. */
import { PIECE, piecesOf, placedWordingOf, wordingOf } from './shingles.ts';

/** A text, and the names its unit goes by, which count for nothing in a comparison. */
export interface NamedText {
  readonly text: string;
  readonly names: readonly string[];
}

export interface Passage {
  readonly text: string;
  /** True: it stands in the other text too. */
  readonly isCommon: boolean;
}

/** Signs between two common characters belong to the passage; figures and names are shown as they are: they may differ. */
const SIGNS = /^[\p{P}\p{S}\p{Z}\s]*$/u;

/** The text in passages that stand in the other one and passages that do not, in turn; joined they are the text. */
export function commonPassages({ text, names }: NamedText, other: NamedText): Passage[] {
  const { wording, places } = placedWordingOf(text, names);
  const known = new Set(piecesOf(wordingOf(other.text, other.names)));
  const covered = new Uint8Array(wording.length);
  piecesOf(wording).forEach((hash, start) => {
    if (known.has(hash)) covered.fill(1, start, start + PIECE);
  });
  const isCommon = new Uint8Array(text.length);
  places.forEach((place, index) => {
    if (covered[index] === 0) return;
    isCommon[place] = 1;
    const before = covered[index - 1] === 1 ? places[index - 1] : undefined;
    if (before !== undefined && SIGNS.test(text.slice(before + 1, place))) isCommon.fill(1, before + 1, place);
  });
  return inTurn(text, isCommon);
}

function inTurn(text: string, isCommon: Uint8Array): Passage[] {
  const passages: { text: string; isCommon: boolean }[] = [];
  // By whole characters: half of one would not be shown.
  let at = 0;
  for (const character of text) {
    const common = isCommon[at] === 1;
    const open = passages.at(-1);
    if (open?.isCommon === common) open.text += character;
    else passages.push({ text: character, isCommon: common });
    at += character.length;
  }
  return passages;
}
