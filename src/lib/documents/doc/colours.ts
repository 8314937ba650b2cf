import { type Colour, colourOfNumber } from '../colour.ts';

/** [MS-DOC] 2.9.119, Ico: the sixteen colours of old Word; the first is whatever can be seen. */
const INDEXED: readonly (Colour | undefined)[] = [
  undefined,
  '000000',
  '0000ff',
  '00ffff',
  '00ff00',
  'ff00ff',
  'ff0000',
  'ffff00',
  'ffffff',
  '000080',
  '008080',
  '008000',
  '800080',
  '800000',
  '808000',
  '808080',
  'c0c0c0'
];
const SOLID = 1;
export const SHADING_SIZE = 10;
const AUTOMATIC = 0xff000000;

export function indexedColour(index: number): Colour | undefined {
  return INDEXED[index];
}

/** A COLORREF, of which the last byte says whether it is left to the program. */
export function statedColour(value: number): Colour | undefined {
  return (value & AUTOMATIC) === 0 ? colourOfNumber(value) : undefined;
}

/** [MS-DOC] 2.9.245, Shd80: five bits each for the pattern's colour and the ground's, and the pattern. */
export function indexedShading(value: number): Colour | undefined {
  return indexedColour(value >> 10 === SOLID ? value & 31 : (value >> 5) & 31);
}

/** [MS-DOC] 2.9.246, SHD: the pattern's colour, the ground's and the pattern. `at`: where in the operand it begins. */
export function statedShading(operand: DataView, at = 0): Colour | undefined {
  if (operand.byteLength < at + SHADING_SIZE) return undefined;
  return statedColour(operand.getUint32(at + (operand.getUint16(at + 8, true) === SOLID ? 0 : 4), true));
}
