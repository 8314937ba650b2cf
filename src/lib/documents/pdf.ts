import type { PDFPageProxy } from 'pdfjs-dist';
import { type Issue, Refusal } from '../report/issue.ts';
import type { DocumentContent } from './block.ts';
import { damaged } from './limits.ts';
import { type OpenDocument, openPdf } from './pdf/engine.ts';
import { blocksOf } from './pdf/flow.ts';
import { type Box, type Matrix, multiply, transformBox } from './pdf/geometry.ts';
import { interpret } from './pdf/interpret.ts';
import { holdsLargePicture } from './pdf/large-picture.ts';
import { magnificationFor, magnified, magnifiedBox } from './pdf/magnification.ts';
import { type PageParts, partsOf } from './pdf/page-parts.ts';
import { assertReadable, Tally } from './pdf/readable.ts';
import { assertIntact } from './pdf/stream-check.ts';
import { withoutRunningLines } from './pdf/running-lines.ts';
import { visiblePart } from './pdf/visible.ts';

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
    return { format: 'pdf', blocks: blocksOf(withoutRunningLines(withoutUsedFeet(pages))), issues };
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
  let scale = 1;
  for (let tries = 1; ; tries++) {
    const read = await readPages(open, pictures, { scale, isFinal: tries === MOST_SCALES });
    if (typeof read !== 'number') return read;
    scale *= read;
  }
}

/** The pages; or by how much they must be larger still, as soon as one of them shows it. */
async function readPages(
  open: OpenDocument,
  pictures: boolean,
  { scale, isFinal }: { readonly scale: number; readonly isFinal: boolean }
): Promise<ReadPages | number> {
  const pages: PageParts[] = [];
  const issues: Issue[] = [];
  const tally = new Tally();
  for (let number = 1; number <= open.document.numPages; number++) {
    const before = tally.characters;
    const { parts, recognised, magnification } = await readPage(open, number, { tally, scale, before: pages.at(-1) });
    if (magnification > 1 && !isFinal) return magnification;
    pages.push(parts);
    const place = { page: number };
    if (recognised > 0) issues.push({ code: 'page.scan-with-text', place });
    else if (pictures && tally.characters === before) issues.push({ code: 'page.scan', place });
    if (parts.doubtful) issues.push({ code: 'table.columns-unsure', place });
    if (number >= PAGES_OF_A_SCAN && tally.characters === 0) break;
  }
  return { pages, issues, tally };
}

async function readPage(
  open: OpenDocument,
  number: number,
  { tally, scale, before }: { readonly tally: Tally; readonly scale: number; readonly before: PageParts | undefined }
): Promise<{ readonly parts: PageParts; readonly recognised: number; readonly magnification: number }> {
  const page = await orDamaged(open.document.getPage(number));
  const [operators, layers] = await orDamaged(
    Promise.all([page.getOperatorList(), open.document.getOptionalContentConfig()])
  );
  const paint = (turn: number) => {
    const { matrix, area } = setting(page, turn);
    const isShown = (layer: unknown) => layer === null || layers.isVisible(layer);
    return { area, painted: interpret(operators, { page, operatorNumbers: open.engine.OPS, matrix, area, isShown }) };
  };
  const upright = paint(0);
  const { turn } = upright.painted.directions;
  const { painted, area } = turn === 0 ? upright : paint(turn);
  page.cleanup();
  const visible = visiblePart(painted, area);
  tally.add(visible.glyphs);
  tally.recognised += visible.recognised;
  return {
    parts: partsOf(number, magnified(visible, scale), { area: magnifiedBox(area, scale), scale, before }),
    recognised: visible.recognised,
    magnification: magnificationFor(visible.glyphs) / scale
  };
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

/** The page's size and the way to its coordinates, turned to the left by so many degrees more than it says itself. */
function setting(page: PDFPageProxy, turn: number): { readonly matrix: Matrix; readonly area: Box } {
  const quarters = Math.round(turn / 90) * 90;
  const { transform, width, height } = page.getViewport({ scale: 1, rotation: (page.rotate + 720 - quarters) % 360 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: unknown[] = transform;
  const [xx = 1, xy = 0, yx = 0, yy = 1, x = 0, y = 0] = [a, b, c, d, e, f].map(Number);
  return turnedLeft([xx, xy, yx, yy, x, y], { left: 0, top: 0, right: width, bottom: height }, turn - quarters);
}

/** A page set or printed askew by some degrees, upright on a page as much larger. */
function turnedLeft(matrix: Matrix, area: Box, degrees: number): { readonly matrix: Matrix; readonly area: Box } {
  if (degrees === 0) return { matrix, area };
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = transformBox([cos, -sin, sin, cos, 0, 0], area);
  return {
    matrix: multiply([cos, -sin, sin, cos, -turned.left, -turned.top], matrix),
    area: { left: 0, top: 0, right: turned.right - turned.left, bottom: turned.bottom - turned.top }
  };
}

/** pdf.js' own errors are about the document: what can be repaired it repairs. */
async function orDamaged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw damaged(error instanceof Error ? error.name : 'pdf');
  }
}
