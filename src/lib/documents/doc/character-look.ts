import type { Colour } from '../colour.ts';
import { indexedColour, indexedShading, statedColour, statedShading } from './colours.ts';
import { modifiers, SPRM } from './sprm.ts';

/** How characters look, as a style or a run's own modifiers have it. A colour that is stated as none hides the style's. */
export interface CharacterLook {
  readonly hidden?: boolean;
  readonly struck?: boolean;
  readonly doublyStruck?: boolean;
  readonly raised?: boolean;
  /** Up or down, in half points. */
  readonly moved?: number;
  readonly size?: number;
  readonly ink?: Colour | undefined;
  readonly paper?: Colour | undefined;
}

/** [MS-DOC] 2.9.325, ToggleOperand: 0 and 1 stand by themselves, 128 is as the style says, 129 its opposite. */
function toggled(operand: number, style = false): boolean {
  if (operand === 0x80) return style;
  return operand === 0x81 ? !style : operand !== 0;
}

/** A look as a group of modifiers changes it. `style`: what holds where the characters have no modifiers of their own. */
export function lookAfter(before: CharacterLook, group: Uint8Array, style = before): CharacterLook {
  let look = before;
  for (const { code, operand } of modifiers(group)) {
    if (code === SPRM.characterPlain) look = style;
    else look = { ...look, ...changeOf(code, operand, style) };
  }
  return look;
}

function changeOf(code: number, operand: DataView, style: CharacterLook): CharacterLook | undefined {
  switch (code) {
    case SPRM.characterHidden:
      return { hidden: toggled(operand.getUint8(0), style.hidden) };
    case SPRM.characterStruck:
      return { struck: toggled(operand.getUint8(0), style.struck) };
    case SPRM.characterDoublyStruck:
      return { doublyStruck: operand.getUint8(0) !== 0 };
    case SPRM.characterRaised:
      return { raised: operand.getUint8(0) !== 0 };
    case SPRM.characterPosition:
      return { moved: operand.getInt16(0, true) };
    case SPRM.characterSize:
      return { size: operand.getUint16(0, true) };
    case SPRM.characterColourIndex:
      return { ink: indexedColour(operand.getUint8(0)) };
    case SPRM.characterColour:
      return { ink: statedColour(operand.getUint32(0, true)) };
    case SPRM.characterHighlight:
      return { paper: indexedColour(operand.getUint8(0)) };
    case SPRM.characterShadingIndex:
      return { paper: indexedShading(operand.getUint16(0, true)) };
    case SPRM.characterShading:
      return { paper: statedShading(operand) };
    default:
      return undefined;
  }
}
