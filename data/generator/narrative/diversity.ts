/** Keeps narratives apart: no two may be near-copies, within a unit or between units. */
const SHINGLE = 5;

/** Pieces of five characters, without digits and the unit's own name: a copy with those replaced is still a copy. */
export function shingles(text: string, name: string): Set<string> {
  const plain = text.replaceAll(name, '').replace(/[0-9\s]/g, '');
  const found = new Set<string>();
  for (let start = 0; start + SHINGLE <= plain.length; start += 1) found.add(plain.slice(start, start + SHINGLE));
  return found;
}

export class Library {
  readonly #textsWith = new Map<string, number[]>();
  readonly #sizes: number[] = [];

  /** The largest share of the shorter text that also stands in another one. */
  overlap(pieces: ReadonlySet<string>): number {
    const shared = new Map<number, number>();
    for (const piece of pieces) {
      for (const text of this.#textsWith.get(piece) ?? []) shared.set(text, (shared.get(text) ?? 0) + 1);
    }
    let largest = 0;
    for (const [text, count] of shared) {
      largest = Math.max(largest, count / Math.max(1, Math.min(pieces.size, this.#sizes[text] ?? 0)));
    }
    return largest;
  }

  add(pieces: ReadonlySet<string>): void {
    const text = this.#sizes.push(pieces.size) - 1;
    for (const piece of pieces) {
      const texts = this.#textsWith.get(piece);
      if (texts) texts.push(text);
      else this.#textsWith.set(piece, [text]);
    }
  }
}
