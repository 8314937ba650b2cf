import { type Issue, Refusal } from '../report/issue.ts';
import type { DocumentContent } from './block.ts';
import { withoutCutEnds } from './pdf/cut-ends.ts';
import { type OpenDocument, openPdf } from './pdf/engine.ts';
import { blocksOf } from './pdf/flow.ts';
import { holdsLargePicture } from './pdf/large-picture.ts';
import { magnificationFor, magnified, magnifiedBox } from './pdf/magnification.ts';
import type { PageParts } from './pdf/page.ts';
import { partsOf } from './pdf/page-parts.ts';
import { assertReadable, Tally } from './pdf/readable.ts';
import { assertIntact } from './pdf/stream-check.ts';
import { withoutRunningLines } from './pdf/running-lines.ts';
import { SeenPages } from './pdf/seen-pages.ts';

export { characterMapsUnder, configurePdf, type LoadCharacterMap } from './pdf/assets.ts';

/** A yearly report has 5 to 15 pages. */
const MOST_PAGES = 200;
/** Every page may show smaller print than those before it. */
const MOST_SCALES = 4;
/** So many first pages without a single character make the document a scan, whatever follows. */
const PAGES_OF_A_SCAN = 8;

/**
 * Reads a PDF by what it draws: ruling lines make tables, positions of characters make text. Needs `configurePdf`.
 * Throws `Refusal`: `document.scan` without text, `document.scan-with-text` when a machine has recognised it, `document.unreadable-text` when the characters' meaning is not told,
 * `document.encrypted`, `document.damaged`, `document.limit`, `document.character-map` when the site lacks one.
 */
export async function readPdf(bytes: Uint8Array): Promise<DocumentContent> {
  const pictures = holdsLargePicture(bytes);
  assertIntact(bytes);
  const open = await openPdf(bytes, pictures);
  try {
    const { numPages } = open.document;
    if (numPages > MOST_PAGES)
      throw new Refusal({ code: 'document.limit', values: { limit: 'pages', most: MOST_PAGES } });
    const { pages, issues, tally } = await readMagnified(open, pictures);
    open.assertComplete();
    assertReadable(tally);
    return { format: 'pdf', blocks: blocksOf(withoutRunningLines(withoutCutEnds(withoutUsedFeet(pages)))), issues };
  } finally {
    await open.close();
  }
}

interface ReadPages {
  readonly pages: PageParts[];
  readonly issues: Issue[];
  readonly tally: Tally;
}

/** All pages, as much larger as their smallest print needs: at one scale, so that the parts of a table agree. */
async function readMagnified(open: OpenDocument, pictures: boolean): Promise<ReadPages> {
  const seen = new SeenPages(open);
  let scale = 1;
  for (let tries = 1; ; tries++) {
    const read = await readPages(seen, pictures, { scale, isFinal: tries === MOST_SCALES });
    if (typeof read !== 'number') return read;
    scale *= read;
  }
}

/** The pages; or by how much they must be larger still, as soon as one of them shows it. */
async function readPages(
  seen: SeenPages,
  pictures: boolean,
  { scale, isFinal }: { readonly scale: number; readonly isFinal: boolean }
): Promise<ReadPages | number> {
  const pages: PageParts[] = [];
  const issues: Issue[] = [];
  const tally = new Tally();
  for (let number = 1; number <= seen.count; number++) {
    const { visible, area } = await seen.page(number);
    const { glyphs, recognised } = visible;
    const magnification = magnificationFor(glyphs) / scale;
    if (magnification > 1 && !isFinal) return magnification;
    const before = tally.characters;
    tally.add(glyphs);
    tally.recognised += recognised;
    const setting = { area: magnifiedBox(area, scale), scale, before: pages.at(-1) };
    const parts = partsOf(number, magnified(visible, scale), setting);
    pages.push(parts);
    const place = { page: number };
    if (recognised > 0) issues.push({ code: 'page.scan-with-text', place });
    else if (pictures && tally.characters === before) issues.push({ code: 'page.scan', place });
    if (parts.doubtful) issues.push({ code: 'table.columns-unsure', place });
    if (number >= PAGES_OF_A_SCAN && tally.characters === 0) break;
  }
  return { pages, issues, tally };
}

/** The pages without the heads at their ends that were read with the next page's table. */
function withoutUsedFeet(pages: readonly PageParts[]): PageParts[] {
  return pages.map((page, index) => {
    if (pages[index + 1]?.usesFoot !== true) return page;
    const heights = page.foot.flat().map((atom) => atom.baseline);
    const [first, last] = [Math.min(...heights), Math.max(...heights)];
    return {
      ...page,
      lines: page.lines.filter(({ baseline, size }) => baseline < first - size / 2 || baseline > last + size / 2)
    };
  });
}
