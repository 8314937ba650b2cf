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
}

export interface CharacterProperties {
  /** Hidden, or deleted while changes were tracked; a mark that is so ends nothing. */
  readonly invisible: boolean;
  /** Struck through, so no longer said. */
  readonly struck: boolean;
  /** Above or below the line, as signs of notes are. */
  readonly raised: boolean;
  /** The character stored stands for one of a symbol font. */
  readonly symbol: boolean;
}

/** `data`: the stream in which groups too long for their page are kept. */
export function paragraphProperties(run: Run, added: Uint8Array | null, data: Uint8Array): ParagraphProperties {
  let { style } = run;
  let inTable = false;
  let depth = 0;
  let endsRow = false;
  let endsCell = false;
  let row: Row | null = null;
  const apply = (group: Uint8Array, nested: boolean): void => {
    for (const modifier of modifiers(group)) {
      const { code, operand } = modifier;
      if (code === SPRM.paragraphStyle) style = operand.getUint16(0, true);
      else if (code === SPRM.paragraphInTable) inTable = operand.getUint8(0) !== 0;
      else if (code === SPRM.paragraphTableDepth) depth = operand.getInt32(0, true);
      else if (code === SPRM.paragraphTableDepthChange) depth += operand.getInt32(0, true);
      else if (code === SPRM.paragraphRowEnd || code === SPRM.paragraphInnerRowEnd) endsRow = operand.getUint8(0) !== 0;
      else if (code === SPRM.paragraphInnerCell) endsCell = operand.getUint8(0) !== 0;
      else if (code === SPRM.paragraphHuge || code === SPRM.paragraphHugeOld) {
        if (!nested) apply(longGroup(data, operand.getUint32(0, true)), true);
      } else if (code === SPRM.paragraphTableProperties) {
        if (!nested && !row) apply(longGroup(data, operand.getUint32(0, true)), true);
      } else row = modifyRow(row, modifier);
    }
  };
  apply(run.modifiers, false);
  if (added) apply(added, false);
  return { style, depth: inTable ? Math.max(depth, 1) : 0, endsRow, endsCell, row };
}

function longGroup(data: Uint8Array, offset: number): Uint8Array {
  const size = (data[offset] ?? 0) | ((data[offset + 1] ?? 0) << 8);
  return data.subarray(offset + 2, offset + 2 + size);
}

export function characterProperties(
  run: Run,
  added: Uint8Array | null,
  styles: Styles,
  paragraphStyle: number
): CharacterProperties {
  let byStyle = styles.hides(paragraphStyle);
  let hidden: number | null = null;
  let deleted = false;
  let struck = false;
  let doublyStruck = false;
  let raised = false;
  let special = false;
  let symbol = false;
  for (const group of added ? [run.modifiers, added] : [run.modifiers]) {
    for (const { code, operand } of modifiers(group)) {
      if (code === SPRM.characterHidden) hidden = operand.getUint8(0);
      else if (code === SPRM.characterDeleted) deleted = operand.getUint8(0) !== 0;
      else if (code === SPRM.characterStyle) byStyle = styles.hides(operand.getUint16(0, true), byStyle);
      else if (code === SPRM.characterStruck) struck = toggled(operand.getUint8(0), false);
      else if (code === SPRM.characterDoublyStruck) doublyStruck = operand.getUint8(0) !== 0;
      else if (code === SPRM.characterRaised) raised = operand.getUint8(0) !== 0;
      else if (code === SPRM.characterPlain) [hidden, struck, doublyStruck, raised] = [null, false, false, false];
      else if (code === SPRM.characterSpecial) special = operand.getUint8(0) !== 0;
      else if (code === SPRM.characterSymbol) symbol = true;
    }
  }
  const invisible = deleted || (hidden === null ? byStyle : toggled(hidden, byStyle));
  return { invisible, struck: struck || doublyStruck, raised, symbol: special && symbol };
}
