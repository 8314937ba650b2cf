import { type Colour, isPale } from '../colour.ts';
import { indexedColour, indexedShading, statedColour, statedShading } from './colours.ts';
import { modifyRow, type Row } from './row-definition.ts';
import type { Run } from './runs.ts';
import { modifiers, SPRM } from './sprm.ts';
import { type Styles, toggled } from './styles.ts';

/** What a paragraph's properties say of its place in tables. */
export interface ParagraphProperties {
  readonly style: number;
  /** How many tables the paragraph stands in; 0: none. */
  readonly depth: number;
  /** The paragraph's mark ends a row; `row` then defines it. */
  readonly endsRow: boolean;
  /** In a table within a table the mark of a cell is a common paragraph mark with this property. */
  readonly endsCell: boolean;
  readonly row: Row | null;
  /** Behind its text. */
  readonly paper: Colour | undefined;
}

export interface CharacterProperties {
  /** Hidden, or deleted while changes were tracked; a mark that is so ends nothing. */
  readonly invisible: boolean;
  /** Of a point or less: dots. */
  readonly tooSmall: boolean;
  readonly pale: boolean;
  /** Struck through, so no longer said. */
  readonly struck: boolean;
  /** Above or below the line, as signs of notes are. */
  readonly raised: boolean;
  /** The character stored stands for something else. */
  readonly special: boolean;
  /** For one of a symbol font. */
  readonly symbol: boolean;
  /** For what a field knows and does not show. */
  readonly data: boolean;
}

/** In half points. Text is moved by less than two points to sit well in its line. */
const SMALLEST_SIZE = 3;
const LEAST_SHIFT = 4;

/** `data`: the stream in which groups too long for their page are kept. */
export function paragraphProperties(run: Run, added: Uint8Array | null, data: Uint8Array): ParagraphProperties {
  let { style } = run;
  let inTable = false;
  let depth = 0;
  let endsRow = false;
  let endsCell = false;
  let row: Row | null = null;
  let paper: Colour | undefined;
  const apply = (group: Uint8Array, nested: boolean): void => {
    for (const modifier of modifiers(group)) {
      const { code, operand } = modifier;
      if (code === SPRM.paragraphStyle) style = operand.getUint16(0, true);
      else if (code === SPRM.paragraphInTable) inTable = operand.getUint8(0) !== 0;
      else if (code === SPRM.paragraphTableDepth) depth = operand.getInt32(0, true);
      else if (code === SPRM.paragraphTableDepthChange) depth += operand.getInt32(0, true);
      else if (code === SPRM.paragraphRowEnd || code === SPRM.paragraphInnerRowEnd) endsRow = operand.getUint8(0) !== 0;
      else if (code === SPRM.paragraphInnerCell) endsCell = operand.getUint8(0) !== 0;
      else if (code === SPRM.paragraphShadingIndex) paper = indexedShading(operand.getUint16(0, true));
      else if (code === SPRM.paragraphShading) paper = statedShading(operand);
      else if (code === SPRM.paragraphHuge || code === SPRM.paragraphHugeOld) {
        if (!nested) apply(longGroup(data, operand.getUint32(0, true)), true);
      } else if (code === SPRM.paragraphTableProperties) {
        if (!nested && !row) apply(longGroup(data, operand.getUint32(0, true)), true);
      } else row = modifyRow(row, modifier);
    }
  };
  apply(run.modifiers, false);
  if (added) apply(added, false);
  return { style, depth: inTable ? Math.max(depth, 1) : 0, endsRow, endsCell, row, paper };
}

function longGroup(data: Uint8Array, offset: number): Uint8Array {
  const size = (data[offset] ?? 0) | ((data[offset + 1] ?? 0) << 8);
  return data.subarray(offset + 2, offset + 2 + size);
}

/** `paragraph`: the style and the paper of the paragraph that the run stands in. */
export function characterProperties(
  run: Run,
  added: Uint8Array | null,
  styles: Styles,
  paragraph: Pick<ParagraphProperties, 'style' | 'paper'>
): CharacterProperties {
  let byStyle = styles.hides(paragraph.style);
  let deleted = false;
  let special = false;
  let symbol = false;
  let data = false;
  let look: CharacterLook = {};
  for (const group of added ? [run.modifiers, added] : [run.modifiers]) {
    for (const { code, operand } of modifiers(group)) {
      if (code === SPRM.characterDeleted) deleted = operand.getUint8(0) !== 0;
      else if (code === SPRM.characterStyle) byStyle = styles.hides(operand.getUint16(0, true), byStyle);
      else if (code === SPRM.characterPlain) look = {};
      else if (code === SPRM.characterSpecial) special = operand.getUint8(0) !== 0;
      else if (code === SPRM.characterSymbol) symbol = true;
      else if (code === SPRM.characterData) data = operand.getUint8(0) !== 0;
      else modifyLook(look, code, operand);
    }
  }
  const { hidden, struck = false, doublyStruck = false, raised = false, moved = 0, size } = look;
  return {
    invisible: deleted || (hidden === undefined ? byStyle : toggled(hidden, byStyle)),
    tooSmall: size !== undefined && size < SMALLEST_SIZE,
    pale: isPale(look.ink, look.paper ?? paragraph.paper),
    struck: struck || doublyStruck,
    raised: raised || Math.abs(moved) >= LEAST_SHIFT,
    special,
    symbol: special && symbol,
    data
  };
}

/** What a run's modifiers say of how its text looks. */
interface CharacterLook {
  /** As a toggle. */
  hidden?: number;
  struck?: boolean;
  doublyStruck?: boolean;
  raised?: boolean;
  /** Up or down, in half points. */
  moved?: number;
  size?: number;
  ink?: Colour;
  paper?: Colour;
}

function modifyLook(look: CharacterLook, code: number, operand: DataView): void {
  switch (code) {
    case SPRM.characterHidden:
      look.hidden = operand.getUint8(0);
      break;
    case SPRM.characterStruck:
      look.struck = toggled(operand.getUint8(0), false);
      break;
    case SPRM.characterDoublyStruck:
      look.doublyStruck = operand.getUint8(0) !== 0;
      break;
    case SPRM.characterRaised:
      look.raised = operand.getUint8(0) !== 0;
      break;
    case SPRM.characterPosition:
      look.moved = operand.getInt16(0, true);
      break;
    case SPRM.characterSize:
      look.size = operand.getUint16(0, true);
      break;
    case SPRM.characterColourIndex:
      look.ink = indexedColour(operand.getUint8(0));
      break;
    case SPRM.characterColour:
      look.ink = statedColour(operand.getUint32(0, true));
      break;
    case SPRM.characterHighlight:
      look.paper = indexedColour(operand.getUint8(0));
      break;
    case SPRM.characterShadingIndex:
      look.paper = indexedShading(operand.getUint16(0, true));
      break;
    case SPRM.characterShading:
      look.paper = statedShading(operand);
  }
}
