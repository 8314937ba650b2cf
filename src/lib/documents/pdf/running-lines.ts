import type { Line } from './lines.ts';
import type { PageParts } from './page.ts';

/** How many lines of a page's head or foot are looked at. */
const DEEPEST = 3;
/** Points that a header may move from page to page. */
const DRIFT = 6;

/** A page number standing by itself: `- 3 -`, `第 3 页`, `第3页 共8页`, `3/8`, `Page 3`. */
const PAGE_NUMBER = /^(?:[-—–−·\s]*\d+[-—–−·\s]*|第\s*\d+\s*页.*|\d+\s*[/／]\s*\d+|page\s+\d+.*)$/i;

/**
 * The pages without their running headers, footers and page numbers, which would come between the two halves of a
 * table. Only the outermost lines are judged: they go when the same text, numbers apart, stands there on another page.
 */
export function withoutRunningLines(pages: readonly PageParts[]): PageParts[] {
  const running = new Set<Line>();
  for (const side of ['head', 'foot'] as const) {
    const outer = pages.map((page) => outerLines(page, side));
    for (let depth = 0; depth < DEEPEST; depth++) {
      const candidates = outer.flatMap((lines, index) => {
        const line = lines[depth];
        const page = pages[index];
        return line && page && lines.slice(0, depth).every((outerLine) => running.has(outerLine))
          ? [{ line, page }]
          : [];
      });
      for (const { line, page } of candidates) {
        const others = candidates.filter((candidate) => candidate.line !== line);
        if (others.some((other) => isSameRunning({ line, page }, other, side))) running.add(line);
      }
    }
  }
  return pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !running.has(line)) }));
}

/**
 * A page's outermost lines that stand on the page before as well: known before its tables are, so that they are not taken
 * for the head of a table without ruling lines.
 */
export function repeatedLines(lines: readonly Line[], page: Sheet, before: PageParts): Line[] {
  return (['head', 'foot'] as const).flatMap((side) => {
    const others = (side === 'head' ? before.lines.slice(0, DEEPEST) : before.lines.slice(-DEEPEST)).map((line) => ({
      line,
      page: before
    }));
    const outer = side === 'head' ? lines.slice(0, DEEPEST) : lines.slice(-DEEPEST).reverse();
    const end = outer.findIndex((line) => !others.some((other) => isSameRunning({ line, page }, other, side)));
    return outer.slice(0, end < 0 ? undefined : end);
  });
}

/** A page's lines above its first table or below its last one, from the edge inwards. */
function outerLines(page: PageParts, side: 'head' | 'foot'): Line[] {
  const tops = page.tables.map((table) => table.grid.top);
  const bottoms = page.tables.map((table) => table.grid.bottom);
  if (side === 'head')
    return page.lines.filter((line) => line.baseline < Math.min(Infinity, ...tops)).slice(0, DEEPEST);
  return page.lines
    .filter((line) => line.baseline > Math.max(-Infinity, ...bottoms))
    .slice(-DEEPEST)
    .reverse();
}

type Sheet = Pick<PageParts, 'page' | 'height'>;

interface Candidate {
  readonly line: Line;
  readonly page: Sheet;
}

function isSameRunning(one: Candidate, other: Candidate, side: 'head' | 'foot'): boolean {
  const fromEdge = ({ line, page }: Candidate) => (side === 'head' ? line.baseline : page.height - line.baseline);
  if (Math.abs(fromEdge(one) - fromEdge(other)) > DRIFT) return false;
  const [text, otherText] = [one.line.text, other.line.text].map((value) => value.normalize('NFKC'));
  if (text === undefined || otherText === undefined) return false;
  const [numbers, otherNumbers] = [numbersIn(text), numbersIn(otherText)];
  if (PAGE_NUMBER.test(text) && PAGE_NUMBER.test(otherText)) {
    // A page number grows with the page; a figure at a page's foot does not.
    return (numbers[0] ?? 0) - (otherNumbers[0] ?? 0) === one.page.page - other.page.page;
  }
  return text.replace(/\d+/g, '#') === otherText.replace(/\d+/g, '#') && /\p{L}/u.test(text);
}

function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d+/g)].map((match) => Number(match[0]));
}
