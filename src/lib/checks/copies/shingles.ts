/** A text as the set of its pieces of five characters, hashed: near-copies share most of them wherever they differ. */
const LENGTH = 5;

/** Changed from copy to copy without being written anew: figures, signs, blanks. */
const NOT_WORDING = /[\p{N}\p{P}\p{S}\p{Z}\s]/gu;
/** How a report calls its own unit. */
const SELF = /[我本](?:街道|镇|乡|局|办事处|单位|机关|区|县|市|委|办)/gu;
const OFFICE = '(?:人民政府|街道办事处|办事处|街道|镇|乡)?';

/** The wording alone: without figures and years, signs and the unit's own names. */
export function wordingOf(text: string, names: readonly string[]): string {
  const own = names
    .flatMap((name) => [name, name.replace(/(?:街道|镇|乡)$/u, '')])
    .filter((name) => name.length >= 2)
    .sort((one, other) => other.length - one.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const bare = own.length === 0 ? text : text.replace(new RegExp(`(?:${own.join('|')})${OFFICE}`, 'gu'), '');
  return bare.replace(SELF, '').replace(NOT_WORDING, '');
}

/** Distinct hashes in rising order. A polynomial over 2^32, so that a clash of two pieces is one in four billion. */
export function shinglesOf(wording: string): Uint32Array {
  const count = wording.length - LENGTH + 1;
  if (count <= 0) return new Uint32Array(0);
  const hashes = new Uint32Array(count);
  for (let start = 0; start < count; start++) {
    let hash = 0x811c9dc5;
    for (let at = start; at < start + LENGTH; at++) hash = Math.imul(hash ^ wording.charCodeAt(at), 0x01000193);
    // The multiplication alone leaves the low bits, by which pieces are sampled, too regular.
    hash ^= hash >>> 15;
    hash = Math.imul(hash, 0x85ebca6b);
    hashes[start] = (hash ^ (hash >>> 13)) >>> 0;
  }
  hashes.sort();
  let kept = 0;
  for (let at = 0; at < count; at++) {
    const hash = hashes[at] ?? 0;
    if (at === 0 || hash !== hashes[kept - 1]) hashes[kept++] = hash;
  }
  return hashes.slice(0, kept);
}

/** How many pieces two texts share. */
export function sharedCount(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  let at = 0;
  for (const hash of one) {
    while (at < other.length && (other[at] ?? 0) < hash) at++;
    if (at === other.length) break;
    if (other[at] === hash) shared++;
  }
  return shared;
}
