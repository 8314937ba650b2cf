import { modifiers, SPRM } from './sprm.ts';
import { viewOf } from './fib.ts';

const PARAGRAPH_STYLE = 1;
const CHARACTER_STYLE = 2;
const DEEPEST_BASE = 12;

interface Style {
  readonly base: number;
  /** The style's own word on hidden text, as a toggle; null when it says nothing. */
  readonly hidden: number | null;
}

/** Which styles hide their text ([MS-DOC] 2.9.271, STSH). */
export class Styles {
  readonly #styles: ReadonlyMap<number, Style>;

  constructor(sheet: Uint8Array) {
    this.#styles = readStyles(sheet);
  }

  /** Whether text of this style is hidden; `inherited` is what holds where the style and its bases say nothing. */
  hides(number: number, inherited = false, depth = 0): boolean {
    const style = this.#styles.get(number);
    if (!style || depth > DEEPEST_BASE) return inherited;
    const base = this.hides(style.base, inherited, depth + 1);
    return style.hidden === null ? base : toggled(style.hidden, base);
  }
}

/** [MS-DOC] 2.9.325, ToggleOperand: 0 and 1 stand by themselves, 128 is as the style says, 129 its opposite. */
export function toggled(operand: number, style: boolean): boolean {
  if (operand === 0x80) return style;
  return operand === 0x81 ? !style : operand !== 0;
}

/** A sheet that is cut off or odd gives the styles before that: no text depends on them but hidden text. */
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
  // A paragraph style has its paragraph's modifiers before its characters'; each group begins at an even byte.
  for (let group = kind === PARAGRAPH_STYLE ? 0 : 1; at + 2 <= bytes.length; group++) {
    const size = view.getUint16(at, true);
    if (group === 1) return { base, hidden: statedHidden(bytes.subarray(at + 2, at + 2 + size)) };
    at += 2 + size + (size & 1);
  }
  return { base, hidden: null };
}

function statedHidden(group: Uint8Array): number | null {
  let hidden: number | null = null;
  for (const { code, operand } of modifiers(group)) {
    if (code === SPRM.characterHidden) hidden = operand.getUint8(0);
  }
  return hidden;
}
