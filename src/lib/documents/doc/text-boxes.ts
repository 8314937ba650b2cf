import { type Extent, type Fib, slice, viewOf } from './fib.ts';

/** [MS-DOC] 2.9.253 and 2.9.113: the sizes of what is said of an anchor and of a box, and where the shape's number is. */
const ANCHOR_SIZE = 26;
const ANCHOR_SHAPE = 0;
const BOX_SIZE = 22;
const BOX_UNUSED = 8;
const BOX_SHAPE = 14;

/** From one character of the document up to another. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Which text stands in the box that is anchored at a character of the main text ([MS-DOC] 2.8.37, 2.8.32). */
export class TextBoxes {
  /** Shapes by the place of their anchors. */
  readonly #anchors: ReadonlyMap<number, number>;
  /** The text of shapes that has not been asked for. */
  readonly #texts: Map<number, Span>;
  readonly #hasStrays: boolean;

  constructor(table: Uint8Array, { anchors, textBoxes, textBoxSpan }: Fib) {
    this.#anchors = new Map(
      listed(table, anchors, ANCHOR_SIZE).map(({ from, view, at }) => [from, view.getUint32(at + ANCHOR_SHAPE, true)])
    );
    const start = textBoxSpan.from;
    const boxes = listed(table, textBoxes, BOX_SIZE).filter(
      ({ view, at }) => view.getUint16(at + BOX_UNUSED, true) === 0
    );
    this.#texts = new Map(
      boxes.map(({ from, to, view, at }) => [
        view.getUint32(at + BOX_SHAPE, true),
        { from: start + from, to: Math.min(start + to, textBoxSpan.to) }
      ])
    );
    const anchored = new Set(this.#anchors.values());
    // The last one listed is mostly no box and holds the last mark alone.
    this.#hasStrays = [...this.#texts].some(([shape, { from, to }]) => to - from > 1 && !anchored.has(shape));
  }

  /**
   * The text of the box anchored at a character, once; `stray` when there are boxes whose anchors are not told, as in
   * groups of shapes, and this may be one of them; null when there is none.
   */
  take(position: number): Span | 'stray' | null {
    const shape = this.#anchors.get(position);
    const span = shape === undefined ? undefined : this.#texts.get(shape);
    if (shape === undefined || !span) return this.#hasStrays ? 'stray' : null;
    this.#texts.delete(shape);
    return span.to > span.from ? span : null;
  }
}

/** The parts of a list of places in the text with something said of each: first all places, one more than parts. */
function listed(table: Uint8Array, extent: Extent, size: number) {
  const view = viewOf(slice(table, extent));
  const count = Math.max(0, Math.floor((view.byteLength - 4) / (size + 4)));
  return Array.from({ length: count }, (_, index) => ({
    from: view.getUint32(4 * index, true),
    to: view.getUint32(4 * index + 4, true),
    view,
    at: 4 * (count + 1) + size * index
  }));
}
