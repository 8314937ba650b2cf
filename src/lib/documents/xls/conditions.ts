import type { Colour } from '../colour.ts';
import { builtInFormat } from '../sheet/cell-style.ts';
import { comparison, type ConditionalFormat, type DifferentialLook, type Operator } from '../sheet/conditions.ts';
import type { SheetRange } from '../sheet/sheet.ts';
import { type BiffRecord, RECORD } from './records.ts';
import { StringReader } from './strings.ts';

/** [MS-XLS] 2.4.42, CF: what a condition's comparison is, by its number. */
const OPERATORS: readonly (Operator | undefined)[] = [
  undefined,
  'between',
  'notBetween',
  'equal',
  'notEqual',
  'greaterThan',
  'lessThan',
  'greaterThanOrEqual',
  'lessThanOrEqual'
];
const OF_VALUE = 1;
/** A condition's head: its kind, its operator, the sizes of its two formulas. */
const HEAD = 6;
/** [MS-XLS] 2.5.92, DXFN: flags of the parts that follow them, in this order, and the parts' sizes. */
const FLAGS = 6;
const NUMBER = 0x0200_0000;
const FONT = 0x0400_0000;
const FONT_SIZE = 118;
const FONT_COLOUR = 80;
const OTHERS: readonly (readonly [flag: number, size: number])[] = [
  [0x0800_0000, 8],
  [0x1000_0000, 8]
];
const PATTERN = 0x2000_0000;
const MOST_COLOURS = 0x7fff;
/** Operands of formulas that are plain numbers ([MS-XLS] 2.5.198.66, 2.5.198.79). */
const WHOLE = 0x1e;
const FLOAT = 0x1f;

/** Collects a worksheet's conditional formats: a record of ranges, then one for each of their conditions. */
export class XlsConditions {
  readonly formats: ConditionalFormat[] = [];
  #ranges: SheetRange[] = [];

  constructor(private readonly colourOf: (index: number) => Colour | undefined) {}

  take({ type, data }: BiffRecord): void {
    if (type === RECORD.conditionRanges) this.#ranges = rangesIn(data);
    else if (type === RECORD.condition) {
      this.formats.push({ ranges: this.#ranges, look: this.#look(data), isMet: condition(data) });
    }
  }

  #look(data: DataView): DifferentialLook {
    const flags = data.getUint32(HEAD, true);
    let at = HEAD + FLAGS;
    let look: DifferentialLook = {};
    if (flags & NUMBER) {
      const isOwn = (data.getUint16(HEAD + 4, true) & 1) !== 0;
      const format = isOwn ? new StringReader([data], at + 2).string() : builtInFormat(data.getUint8(at + 1));
      look = { ...look, format };
      at += isOwn ? data.getUint16(at, true) : 2;
    }
    if (flags & FONT) {
      const colour = data.getUint32(at + FONT_COLOUR, true);
      look = { ...look, ink: colour > MOST_COLOURS ? undefined : this.colourOf(colour) };
      at += FONT_SIZE;
    }
    for (const [flag, size] of OTHERS) if (flags & flag) at += size;
    // The colour of a full pattern is its ground's here.
    if (flags & PATTERN) look = { ...look, paper: this.colourOf((data.getUint16(at + 2, true) >> 7) & 0x7f) };
    return look;
  }
}

/** [MS-XLS] 2.4.43, CondFmt: the ranges follow their number and the rectangle around them all. */
function rangesIn(data: DataView): SheetRange[] {
  const count = data.getUint16(12, true);
  return Array.from({ length: count }, (_, index) => {
    const [top = 0, bottom = 0, left = 0, right = 0] = [0, 2, 4, 6].map((part) =>
      data.getUint16(14 + 8 * index + part, true)
    );
    return { top, left, bottom, right };
  });
}

function condition(data: DataView): ConditionalFormat['isMet'] {
  const operator = data.getUint8(0) === OF_VALUE ? OPERATORS[data.getUint8(1)] : undefined;
  if (!operator) return () => null;
  const sizes = [data.getUint16(2, true), data.getUint16(4, true)];
  let at = data.byteLength - sizes.reduce((sum, size) => sum + size, 0);
  const operands: (number | null)[] = [];
  for (const size of sizes) {
    if (size > 0) operands.push(numberIn(data, at, size));
    at += size;
  }
  return comparison(operator, operands);
}

function numberIn(data: DataView, at: number, size: number): number | null {
  const kind = data.getUint8(at);
  if (kind === WHOLE && size === 3) return data.getUint16(at + 1, true);
  return kind === FLOAT && size === 9 ? data.getFloat64(at + 1, true) : null;
}
