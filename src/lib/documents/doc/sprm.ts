/** Property modifiers that matter for reading ([MS-DOC] 2.6); the others are stepped over by their size. */
export const SPRM = {
  characterDeleted: 0x0800,
  characterSpecial: 0x0855,
  characterHidden: 0x083c,
  characterStruck: 0x0837,
  characterDoublyStruck: 0x2a53,
  characterRaised: 0x2a48,
  characterStyle: 0x4a30,
  characterPlain: 0x2a33,
  characterSymbol: 0x6a09,
  characterData: 0x0806,
  characterSize: 0x4a43,
  characterPosition: 0x4845,
  characterColourIndex: 0x2a42,
  characterColour: 0x6870,
  characterHighlight: 0x2a0c,
  characterShadingIndex: 0x4866,
  characterShading: 0xca71,
  paragraphShadingIndex: 0x442d,
  paragraphShading: 0xc64d,
  paragraphInTable: 0x2416,
  paragraphRowEnd: 0x2417,
  paragraphTableDepth: 0x6649,
  paragraphTableDepthChange: 0x664a,
  paragraphInnerCell: 0x244b,
  paragraphInnerRowEnd: 0x244c,
  paragraphStyle: 0x4600,
  paragraphList: 0x460b,
  paragraphHuge: 0x6646,
  paragraphHugeOld: 0x6645,
  paragraphTableProperties: 0x646b,
  paragraphTabs: 0xc615,
  tableDefinition: 0xd608,
  tableInsert: 0x7621,
  tableDelete: 0x5622,
  tableColumnWidth: 0x7623,
  tableMerge: 0x5624,
  tableSplit: 0x5625,
  tableVerticalMerge: 0xd62b,
  tableShadingIndices: 0xd609,
  tableShadings: 0xd612,
  tableShadingsSecond: 0xd616,
  tableShadingsThird: 0xd60c,
  tableShadingOf: 0xd62d,
  tableShadingIndexOf: 0x7627,
  tableShadingAll: 0xd660
} as const;

/** A modifier and its operand's bytes (without the count that precedes an operand of variable size). */
export interface Modifier {
  readonly code: number;
  readonly operand: DataView;
}

const OPERAND_SIZE = [1, 1, 2, 4, 2, 2, null, 3] as const;

/** The modifiers of a group, in order. What is cut off at the end is left out, as Word does. */
export function* modifiers(group: Uint8Array): Generator<Modifier> {
  const view = new DataView(group.buffer, group.byteOffset, group.byteLength);
  for (let at = 0; at + 2 < group.length;) {
    const code = view.getUint16(at, true);
    at += 2;
    let size: number | null = OPERAND_SIZE[code >> 13] ?? null;
    if (size === null && code === SPRM.tableDefinition) {
      // The only operand with a two-byte count, which counts one too many.
      if (at + 2 > group.length) return;
      size = view.getUint16(at, true) - 1;
      at += 2;
    } else if (size === null) {
      size = view.getUint8(at);
      // A count of 255 in this one means "count the parts"; nothing that matters here follows it.
      if (code === SPRM.paragraphTabs && size === 255) return;
      at += 1;
    }
    if (size < 0 || at + size > group.length) return;
    yield { code, operand: new DataView(group.buffer, group.byteOffset + at, size) };
    at += size;
  }
}

/** Single modifiers as a piece may state them in one byte ([MS-DOC] 2.9.215, Prm0); only those that matter. */
const SHORT: ReadonlyMap<number, number> = new Map([
  [0x18, SPRM.paragraphInTable],
  [0x19, SPRM.paragraphRowEnd],
  [0x41, SPRM.characterDeleted],
  [0x53, SPRM.characterPlain],
  [0x57, SPRM.characterStruck],
  [0x5c, SPRM.characterHidden]
]);

/** The group of modifiers that a piece adds to its text; `groups` are those listed before the piece table. */
export function pieceModifiers(prm: number, groups: readonly Uint8Array[]): Uint8Array | null {
  if (prm & 1) return groups[prm >> 1] ?? null;
  const code = SHORT.get((prm >> 1) & 0x7f);
  return code === undefined ? null : new Uint8Array([code & 0xff, code >> 8, prm >> 8]);
}
