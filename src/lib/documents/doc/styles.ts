import type { Colour } from '../colour.ts';
import { indexedShading, statedShading } from './colours.ts';
import { type CharacterLook, lookAfter } from './character-look.ts';
import { viewOf } from './fib.ts';
import { modifiers, SPRM } from './sprm.ts';

const PARAGRAPH_STYLE = 1;
const CHARACTER_STYLE = 2;
const DEEPEST_BASE = 12;
const PLAIN: CharacterLook = {};

interface Style {
  readonly base: number;
  /** The style's own modifiers, of its paragraphs and of their characters. */
  readonly paragraph: Uint8Array;
  readonly character: Uint8Array;
}

/** The styles of a document, each with what its bases say ([MS-DOC] 2.9.271, STSH). */
export class Styles {
  readonly #styles: ReadonlyMap<number, Style>;
  readonly #looks = new Map<number, CharacterLook>();
  readonly #papers = new Map<number, Colour | undefined>();

  constructor(sheet: Uint8Array) {
    this.#styles = readStyles(sheet);
  }

  /** How the characters of paragraphs of a style look. */
  look(number: number): CharacterLook {
    let look = this.#looks.get(number);
    if (!look) this.#looks.set(number, (look = this.lookOver(PLAIN, number)));
    return look;
  }

  /** The look of characters of a style, where they look like `around` without it. */
  lookOver(around: CharacterLook, number: number): CharacterLook {
    return this.#chain(number).reduce((look, { character }) => lookAfter(look, character), around);
  }

  /** The colour behind paragraphs of a style. */
  paper(number: number): Colour | undefined {
    if (!this.#papers.has(number)) this.#papers.set(number, this.#paper(number));
    return this.#papers.get(number);
  }

  #paper(number: number): Colour | undefined {
    let paper: Colour | undefined;
    for (const { paragraph } of this.#chain(number)) {
      for (const { code, operand } of modifiers(paragraph)) {
        if (code === SPRM.paragraphShadingIndex) paper = indexedShading(operand.getUint16(0, true));
        else if (code === SPRM.paragraphShading) paper = statedShading(operand);
      }
    }
    return paper;
  }

  /** The list that paragraphs of a style belong to; 0 for none. */
  list(number: number): number {
    let list = 0;
    for (const { paragraph } of this.#chain(number)) {
      for (const { code, operand } of modifiers(paragraph)) {
        if (code === SPRM.paragraphList) list = operand.getUint16(0, true);
      }
    }
    return list;
  }

  /** A style behind those that it is based on. */
  #chain(number: number): Style[] {
    const chain: Style[] = [];
    for (let at: number | undefined = number; at !== undefined && chain.length <= DEEPEST_BASE;) {
      const style: Style | undefined = this.#styles.get(at);
      if (style) chain.unshift(style);
      at = style?.base;
    }
    return chain;
  }
}

/** A sheet that is cut off or odd gives the styles before that: text without a style is plain. */
function readStyles(sheet: Uint8Array): Map<number, Style> {
  const styles = new Map<number, Style>();
  if (sheet.length < 6) return styles;
  const view = viewOf(sheet);
  const count = view.getUint16(2, true);
  const headSize = view.getUint16(4, true);
  let at = 2 + view.getUint16(0, true);
  for (let number = 0; number < count && at + 2 <= sheet.length; number++) {
    const size = view.getUint16(at, true);
    const style = readStyle(sheet.subarray(at + 2, at + 2 + size), headSize);
    if (style) styles.set(number, style);
    at += 2 + size;
  }
  return styles;
}

function readStyle(bytes: Uint8Array, headSize: number): Style | null {
  if (bytes.length < headSize + 2 || headSize < 10) return null;
  const view = viewOf(bytes);
  const kindAndBase = view.getUint16(2, true);
  const kind = kindAndBase & 0xf;
  const base = kindAndBase >> 4;
  if (kind !== PARAGRAPH_STYLE && kind !== CHARACTER_STYLE) return null;
  // The name: a count of characters, the characters, a zero.
  let at = headSize + 2 + 2 * view.getUint16(headSize, true) + 2;
  const groups: Uint8Array[] = [];
  // A paragraph style has its paragraph's modifiers before its characters'; each group begins at an even byte.
  for (const own = kind === PARAGRAPH_STYLE ? 2 : 1; groups.length < own && at + 2 <= bytes.length;) {
    const size = view.getUint16(at, true);
    groups.push(bytes.subarray(at + 2, at + 2 + size));
    at += 2 + size + (size & 1);
  }
  const none = new Uint8Array();
  const [first = none, second = none] = groups;
  // The paragraph's modifiers follow the number of the style.
  return kind === PARAGRAPH_STYLE
    ? { base, paragraph: first.subarray(2), character: second }
    : { base, paragraph: none, character: first };
}
