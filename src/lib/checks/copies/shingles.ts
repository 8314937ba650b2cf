import { PieceSet } from './piece-set.ts';

/** A text as the set of its pieces of five characters, hashed: near-copies share most of them wherever they differ. */
export const PIECE = 5;

/** Changed from copy to copy without being written anew: figures, signs, blanks. */
const NOT_WORDING = /[\p{N}\p{P}\p{S}\p{Z}\s]+/gu;
/** How a report calls its own unit. */
const SELF = /[我本](?:街道|镇|乡|局|办事处|单位|机关|区|县|市|委|办)/gu;
const OFFICE = '(?:人民政府|街道办事处|办事处|街道|镇|乡)?';

/** What is taken out before signs are, as it may hold some: the unit's own names first. */
function selfNamed(names: readonly string[]): readonly RegExp[] {
  const own = names
    .flatMap((name) => [name, name.replace(/(?:街道|镇|乡)$/u, '')])
    .filter((name) => name.length >= 2)
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return [...(own.length === 0 ? [] : [new RegExp(`(?:${own.join('|')})${OFFICE}`, 'gu')]), SELF];
}

/** The wording alone: without figures and years, signs and the unit's own names. */
export function wordingOf(text: string, names: readonly string[]): string {
  return wordingWithout(names)(text);
}

/** The same for text after text of one unit. */
export function wordingWithout(names: readonly string[]): (text: string) => string {
  const patterns = selfNamed(names);
  return (text) => withoutSigns(patterns.reduce((rest, pattern) => rest.replace(pattern, ''), text));
}

/** By code unit, whether it is wording: 0 while it was not met. The pattern takes five times as long on its own. */
const met = new Uint8Array(2 ** 16);
const [WORDING, SIGN] = [1, 2];

function withoutSigns(text: string): string {
  // Half a character is neither.
  if (/[\uD800-\uDFFF]/.test(text)) return text.replace(NOT_WORDING, '');
  let wording = '';
  let begin = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (met[code] === 0) met[code] = text.charAt(at).search(NOT_WORDING) === -1 ? WORDING : SIGN;
    if (met[code] === WORDING) continue;
    wording += text.slice(begin, at);
    begin = at + 1;
  }
  return wording + text.slice(begin);
}

/** The same, with the place in the text at which each of its characters stands. */
export function placedWordingOf(text: string, names: readonly string[]): { wording: string; places: number[] } {
  let wording = text;
  let places = Array.from({ length: text.length }, (_, place) => place);
  for (const pattern of [...selfNamed(names), NOT_WORDING]) {
    const taken = new Set<number>();
    for (const { 0: match, index } of wording.matchAll(pattern)) {
      for (let at = index; at < index + match.length; at++) taken.add(at);
    }
    places = places.filter((_, at) => !taken.has(at));
    wording = wording.replace(pattern, '');
  }
  return { wording, places };
}

/** The hash of each piece, in the wording's order. A polynomial over 2^32: a clash of two is one in four billion. */
export function piecesOf(wording: string): Uint32Array {
  const hashes = new Uint32Array(Math.max(0, wording.length - PIECE + 1));
  for (let start = 0; start < hashes.length; start++) {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + PIECE; at++) hash = Math.imul(hash ^ wording.charCodeAt(at), 0x01000193);
    // The multiplication alone leaves the low bits, by which pieces are sampled, too regular.
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x85ebca6b);
    hashes[start] = (hash ^ (hash >>> 13)) >>> 0;
  }
  return hashes;
}

const seen = new PieceSet();

/** The distinct ones, in their order. */
export function shinglesOf(wording: string): Uint32Array {
  const pieces = piecesOf(wording);
  seen.startOver(pieces.length);
  let kept = 0;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at] ?? 0;
    if (seen.add(piece)) pieces[kept++] = piece;
  }
  return pieces.subarray(0, kept);
}

const compared = new PieceSet();

/** Counts how many pieces a text shares with one after the other; good until the next text is taken. */
export function sharedWith(text: Uint32Array): (other: Uint32Array) => number {
  compared.startOver(text.length);
  for (let at = 0; at < text.length; at++) compared.add(text[at] ?? 0);
  return (other) => compared.countOf(other);
}
