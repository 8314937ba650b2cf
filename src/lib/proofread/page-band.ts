/** Where on a page's picture a row of a table stands, told by the texts in it. */
export interface PlacedText {
  readonly text: string;
  /** Distance from the page's top, in points. */
  readonly top: number;
  readonly height: number;
}

export interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** A row of the form is rarely higher than this, its label broken into lines. */
const HIGHEST = 60;

/**
 * The band of the page in which most of a row's texts stand together; null when nothing of them is there. It leads the
 * eye and is never the source of a figure.
 */
export function bandOf(texts: readonly PlacedText[], row: readonly string[]): Band | null {
  const wanted = row.map(folded).filter((text) => text !== '');
  const hits = texts
    .map((item) => ({ ...item, weight: weightOf(folded(item.text), wanted) }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => one.top - other.top);
  let best: { weight: number; band: Band } | null = null;
  for (const [index, first] of hits.entries()) {
    const together = hits.slice(index).filter(({ top }) => top < first.top + HIGHEST);
    const weight = together.reduce((sum, each) => sum + each.weight, 0);
    const bottom = Math.max(...together.map(({ top, height }) => top + height));
    if (!best || weight > best.weight) best = { weight, band: { top: first.top, bottom } };
  }
  return best?.band ?? null;
}

/** Words tell a row; figures do not, 0 stands everywhere. */
function weightOf(text: string, wanted: readonly string[]): number {
  const isWord = text.length > 1 && /\p{L}/u.test(text);
  return isWord && wanted.some((each) => each.includes(text)) ? text.length : 0;
}

function folded(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}
