import type { PDFPageProxy } from 'pdfjs-dist';
import { damaged } from '../limits.ts';
import type { OpenDocument } from './engine.ts';
import { type Box, type Matrix, multiply, transformBox } from './geometry.ts';
import { interpret } from './interpret.ts';
import { unshownTexts } from './unshown-texts.ts';
import { type Visible, visiblePart } from './visible.ts';

/** Characters, lines and areas of all pages together that are kept: a report with dotted lines has 400,000. */
const MOST_KEPT = 500_000;

interface SeenPage {
  readonly visible: Visible;
  readonly area: Box;
}

/** What is seen of a document's pages, at their own size. It is kept for being looked at again, as long as it is little. */
export class SeenPages {
  readonly #open: OpenDocument;
  readonly #kept = new Map<number, SeenPage>();
  #size = 0;

  constructor(open: OpenDocument) {
    this.#open = open;
  }

  get count(): number {
    return this.#open.document.numPages;
  }

  /** The page with this number, from 1 on. */
  async page(number: number): Promise<SeenPage> {
    const kept = this.#kept.get(number);
    if (kept) return kept;
    const seen = await seePage(this.#open, number);
    const { glyphs, horizontals, verticals, areas } = seen.visible;
    this.#size += glyphs.length + horizontals.length + verticals.length + areas.length;
    if (this.#size <= MOST_KEPT) this.#kept.set(number, seen);
    return seen;
  }
}

async function seePage(open: OpenDocument, number: number): Promise<SeenPage> {
  const page = await orDamaged(open.document.getPage(number));
  const [operators, layers] = await orDamaged(
    Promise.all([page.getOperatorList(), open.document.getOptionalContentConfig()])
  );
  const paint = (turn: number) => {
    const { matrix, area } = setting(page, turn);
    const isShown = (layer: unknown) => layer === null || layers.isVisible(layer);
    return {
      area,
      matrix,
      painted: interpret(operators, { page, operatorNumbers: open.engine.OPS, matrix, area, isShown })
    };
  };
  const upright = paint(0);
  const { turn } = upright.painted.directions;
  const { painted, area, matrix } = turn === 0 ? upright : paint(turn);
  const unshown = await orDamaged(unshownTexts(page, matrix, area));
  page.cleanup();
  const visible = visiblePart(painted, area);
  return { visible: { ...visible, glyphs: [...visible.glyphs, ...unshown] }, area };
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
