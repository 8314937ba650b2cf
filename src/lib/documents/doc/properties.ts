import type { Colour } from '../colour.ts';
import { lookAfter } from './character-look.ts';
import { indexedShading, statedShading } from './colours.ts';
import { modifyRow, type Row } from './row-definition.ts';
import type { Run } from './runs.ts';
import { modifiers, SPRM } from './sprm.ts';
import type { Styles } from './styles.ts';

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
  /** A list shows its number or bullet before it. */
  readonly listed: boolean;
  /** Behind its text. */
  readonly paper: Colour | undefined;
}

export interface CharacterProperties {
  /** Hidden, or deleted while changes were tracked; a mark that is so ends nothing. */
  readonly invisible: boolean;
  /** Of a point or less: dots. */
  readonly tooSmall: boolean;
  /** Its colour and, as far as it or its paragraph says, what is behind it. */
  readonly ink: Colour | undefined;
  readonly paper: Colour | undefined;
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
const MOST_LISTS = 0x7fe;

/** `data`: the stream in which groups too long for their page are kept. */
export function paragraphProperties(
  run: Run,
  added: Uint8Array | null,
  styles: Styles,
  data: Uint8Array
): ParagraphProperties {
  let { style } = run;
  let inTable = false;
  let depth = 0;
  let endsRow = false;
  let endsCell = false;
  let row: Row | null = null;
  let list: number | undefined;
  const papers: (Colour | undefined)[] = [];
  const apply = (group: Uint8Array, nested: boolean): void => {
    for (const modifier of modifiers(group)) {
      const { code, operand } = modifier;
      if (code === SPRM.paragraphStyle) style = operand.getUint16(0, true);
      else if (code === SPRM.paragraphList) list = operand.getUint16(0, true);
      else if (code === SPRM.paragraphInTable) inTable = operand.getUint8(0) !== 0;
      else if (code === SPRM.paragraphTableDepth) depth = operand.getInt32(0, true);
      else if (code === SPRM.paragraphTableDepthChange) depth += operand.getInt32(0, true);
      else if (code === SPRM.paragraphRowEnd || code === SPRM.paragraphInnerRowEnd) endsRow = operand.getUint8(0) !== 0;
      else if (code === SPRM.paragraphInnerCell) endsCell = operand.getUint8(0) !== 0;
      else if (code === SPRM.paragraphShadingIndex) papers.push(indexedShading(operand.getUint16(0, true)));
      else if (code === SPRM.paragraphShading) papers.push(statedShading(operand));
      else if (code === SPRM.paragraphHuge || code === SPRM.paragraphHugeOld) {
        if (!nested) apply(longGroup(data, operand.getUint32(0, true)), true);
      } else if (code === SPRM.paragraphTableProperties) {
        if (!nested && !row) apply(longGroup(data, operand.getUint32(0, true)), true);
      } else row = modifyRow(row, modifier);
    }
  };
  apply(run.modifiers, false);
  if (added) apply(added, false);
  const paper = papers.length > 0 ? papers.at(-1) : styles.paper(style);
  const listed = isShownList(list ?? styles.list(style));
  return { style, depth: inTable ? Math.max(depth, 1) : 0, endsRow, endsCell, row, listed, paper };
}

/** [MS-DOC] 2.6.2, sprmPIlfo: 0 is no list, and a number counted from above is that of one whose number is not shown. */
function isShownList(list: number): boolean {
  return list > 0 && list <= MOST_LISTS;
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
  let style = styles.look(paragraph.style);
  let deleted = false;
  let special = false;
  let symbol = false;
  let data = false;
  const groups = added ? [run.modifiers, added] : [run.modifiers];
  for (const group of groups) {
    for (const { code, operand } of modifiers(group)) {
      if (code === SPRM.characterDeleted) deleted = operand.getUint8(0) !== 0;
      else if (code === SPRM.characterStyle) style = styles.lookOver(style, operand.getUint16(0, true));
      else if (code === SPRM.characterSpecial) special = operand.getUint8(0) !== 0;
      else if (code === SPRM.characterSymbol) symbol = true;
      else if (code === SPRM.characterData) data = operand.getUint8(0) !== 0;
    }
  }
  const look = groups.reduce((before, group) => lookAfter(before, group, style), style);
  const { hidden = false, struck = false, doublyStruck = false, raised = false, moved = 0, size } = look;
  return {
    invisible: deleted || hidden,
    tooSmall: size !== undefined && size < SMALLEST_SIZE,
    ink: look.ink,
    paper: look.paper ?? paragraph.paper,
    struck: struck || doublyStruck,
    raised: raised || Math.abs(moved) >= LEAST_SHIFT,
    special,
    symbol: special && symbol,
    data
  };
}
