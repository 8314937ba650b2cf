import { oleOf } from './build-ole.ts';

/** A stretch of text with its own properties: modifiers as bytes, for its characters and its paragraph. */
export interface Stretch {
  readonly text: string;
  readonly character?: readonly number[];
  readonly paragraph?: readonly number[];
  readonly style?: number;
  /** One byte a character (windows-1252). */
  readonly narrow?: boolean;
  /** The piece's own modifier, as stored. */
  readonly prm?: number;
}

export interface DocParts {
  /** In which order the stretches are read; they are stored in the order given. */
  readonly order?: readonly number[];
  /** Groups of modifiers that pieces refer to. */
  readonly groups?: readonly (readonly number[])[];
  /** Characters of the main text, when not all. */
  readonly mainTextLength?: number;
  /** Styles from number 0 on: the one they are based on, and the modifiers of their characters. */
  readonly styles?: readonly { readonly base?: number; readonly character: readonly number[] }[];
  readonly data?: readonly number[];
  /** Places of anchors in the main text, with their shapes' numbers. */
  readonly anchors?: readonly (readonly [place: number, shape: number])[];
  /** Shapes with the lengths of their texts, which follow the main text one after the other. */
  readonly boxes?: readonly (readonly [length: number, shape: number])[];
  readonly version?: number;
  readonly flags?: number;
}

const TEXT = 0x600;
const PAGE = 512;
const NO_STYLE = 0xfff;
const SECOND_TABLE = 0x0200;

/** A .doc made by hand ([MS-DOC]): a head, the text, a page of character and one of paragraph runs, and the pieces. */
export function docOf(stretches: readonly Stretch[], parts: DocParts = {}): Uint8Array {
  const encoded = stretches.map(({ text, narrow = false }) =>
    [...text].flatMap((sign) => (narrow ? [sign.charCodeAt(0)] : pair(sign.charCodeAt(0))))
  );
  const offsets = encoded.reduce<number[]>((list, bytes) => [...list, (list.at(-1) ?? TEXT) + bytes.length], [TEXT]);
  const firstPage = Math.ceil((offsets.at(-1) ?? TEXT) / PAGE);
  const stream = new Uint8Array((firstPage + 2) * PAGE);
  encoded.forEach((bytes, index) => stream.set(bytes, offsets[index]));
  stream.set(
    page(
      offsets,
      stretches.map(({ character = [] }) => [character.length, ...character]),
      1
    ),
    firstPage * PAGE
  );
  const groups = stretches.map(({ paragraph = [], style = 0 }) => sized([...pair(style), ...paragraph]));
  stream.set(page(offsets, groups, 13), (firstPage + 1) * PAGE);

  const table: number[] = [];
  const view = new DataView(stream.buffer);
  const keep = (at: number, bytes: readonly number[]): void => {
    view.setUint32(at, table.length, true);
    view.setUint32(at + 4, bytes.length, true);
    table.push(...bytes);
  };
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, parts.version ?? 0xc1, true);
  view.setUint16(0x0a, SECOND_TABLE | (parts.flags ?? 0), true);
  const length = stretches.reduce((sum, { text }) => sum + text.length, 0);
  view.setUint32(0x4c, parts.mainTextLength ?? length, true);
  const { anchors = [], boxes = [] } = parts;
  const ends = boxes.reduce<number[]>((list, [size]) => [...list, (list.at(-1) ?? 0) + size], [0]);
  view.setUint32(0x64, ends.at(-1) ?? 0, true);
  keep(0x1da, [
    ...[...anchors.map(([place]) => place), length].flatMap(four),
    ...anchors.flatMap(([, shape]) => [...four(shape), ...new Array<number>(22).fill(0)])
  ]);
  keep(0x25a, [
    ...ends.flatMap(four),
    ...boxes.flatMap(([, shape]) => [...new Array<number>(14).fill(0), ...four(shape), ...four(0)])
  ]);
  keep(0xa2, styleSheet(parts.styles ?? []));
  keep(0xfa, [...four(TEXT), ...four(offsets.at(-1) ?? TEXT), ...four(firstPage)]);
  keep(0x102, [...four(TEXT), ...four(offsets.at(-1) ?? TEXT), ...four(firstPage + 1)]);
  keep(0x1a2, pieceTable(stretches, offsets, parts));
  return oleOf([
    { name: 'WordDocument', content: stream },
    { name: '1Table', content: Uint8Array.from(table) },
    { name: 'Data', content: Uint8Array.from(parts.data ?? []) }
  ]);
}

/** The modifier that defines a row: its edges, and the flags of its cells. */
export function rowOf(edges: readonly number[], flags: readonly number[] = []): number[] {
  const count = edges.length - 1;
  const cells = flags.flatMap((flag) => [...pair(flag), ...new Array<number>(18).fill(0)]);
  const operand = [count, ...edges.flatMap(pair), ...cells];
  return [0x08, 0xd6, ...pair(operand.length + 1), ...operand];
}

export function pair(value: number): number[] {
  return [value & 0xff, (value >> 8) & 0xff];
}

export function four(value: number): number[] {
  return [...pair(value), ...pair(value >>> 16)];
}

function pieceTable(stretches: readonly Stretch[], offsets: readonly number[], { order, groups = [] }: DocParts) {
  const pieces = (order ?? stretches.map((_, index) => index)).map((index) => ({ index, stretch: stretches[index] }));
  const positions = pieces.reduce<number[]>(
    (list, { stretch }) => [...list, (list.at(-1) ?? 0) + (stretch?.text.length ?? 0)],
    [0]
  );
  const descriptors = pieces.flatMap(({ index, stretch }) => {
    const offset = offsets[index] ?? 0;
    return [0, 0, ...four(stretch?.narrow ? (offset * 2) | 0x40000000 : offset), ...pair(stretch?.prm ?? 0)];
  });
  const list = [...positions.flatMap(four), ...descriptors];
  return [...groups.flatMap((group) => [1, ...pair(group.length), ...group]), 2, ...four(list.length), ...list];
}

/** A page of runs: their edges, where each one's group is, the groups from the end backwards, the count. */
function page(offsets: readonly number[], groups: readonly (readonly number[])[], entrySize: number): Uint8Array {
  const bytes = new Uint8Array(PAGE);
  bytes.set(offsets.flatMap(four));
  let end = PAGE - 1;
  groups.forEach((group, index) => {
    end = (end - group.length) & ~1;
    bytes.set(group, end);
    bytes[4 * offsets.length + index * entrySize] = end / 2;
  });
  bytes[PAGE - 1] = groups.length;
  return bytes;
}

/** A paragraph's group behind its size, which is stated in halves. */
function sized(group: readonly number[]): number[] {
  return group.length % 2 === 1 ? [(group.length + 1) / 2, ...group] : [0, group.length / 2, ...group];
}

function styleSheet(styles: NonNullable<DocParts['styles']>): number[] {
  const head = [...pair(styles.length), ...pair(10), ...new Array<number>(14).fill(0)];
  const list = styles.flatMap(({ base = NO_STYLE, character }) => {
    const style = [0, 0, ...pair(1 | (base << 4)), ...new Array<number>(6).fill(0), 0, 0, 0, 0];
    // The paragraph's modifiers are only the style's number, the characters' follow.
    style.push(2, 0, 0, 0, ...pair(character.length), ...character);
    return [...pair(style.length), ...style];
  });
  return [...pair(head.length), ...head, ...list];
}
