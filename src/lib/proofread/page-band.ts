/** Where on a page's picture a row of a table stands, told by the texts in it. */
export interface PlacedText {
  readonly text: string;
  readonly left: number;
  /** Distance from the page's top, in points. */
  readonly top: number;
  readonly height: number;
}

export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Texts whose tops differ by less stand in one line. */
const SAME_LINE = 3;
/** A label broken into more lines than this is rare. */
const MOST_LINES = 4;
/** Some characters of a page are often not told: half of the row is enough, less is chance. */
const ALIKE = 0.5;

/**
 * The lines of the page whose texts are most like those of the row; null when none are. It leads the eye and is never
 * the source of a figure.
 */
export function bandOf(texts: readonly PlacedText[], row: readonly string[]): Band | null {
  const wanted = pairsOf(folded(row.join('')));
  const lines = linesOf(texts);
  let best: Band | null = null;
  let most = ALIKE;
  for (const start of lines.keys()) {
    for (let count = 1; count <= MOST_LINES && start + count <= lines.length; count += 1) {
      const items = lines.slice(start, start + count).flat();
      const likeness = likenessOf(wanted, pairsOf(folded(items.map(({ text }) => text).join(''))));
      if (likeness <= most) continue;
      most = likeness;
      const top = Math.min(...items.map((item) => item.top));
      best = { top, bottom: Math.max(...items.map((item) => item.top + item.height)) };
    }
  }
  return best;
}

function linesOf(texts: readonly PlacedText[]): PlacedText[][] {
  const lines: PlacedText[][] = [];
  for (const item of texts.filter(({ text }) => text.trim() !== '').sort((one, other) => one.top - other.top)) {
    const first = lines.at(-1)?.[0];
    if (first && item.top - first.top < SAME_LINE) lines.at(-1)?.push(item);
    else lines.push([item]);
  }
  return lines.map((line) => line.sort((one, other) => one.left - other.left));
}

/** How many pairs of neighbouring characters two texts share, of all they have: 0 to 1. */
function likenessOf(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 0;
  const left = [...other];
  let shared = 0;
  for (const pair of one) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return (2 * shared) / (one.length + other.length);
}

function pairsOf(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
