import { type Colour, isPale } from '../colour.ts';
import { LIMITS, overLimit } from '../limits.ts';
import { signedText } from '../text-signs.ts';
import { showsNumber } from './number-text.ts';
import type { SheetCell, SheetRange } from './sheet.ts';

/** Cells held against conditions: as many as there may be, each against a hundred. */
const MOST_WORK = 100 * LIMITS.cells;

/** A format that cells take on under a condition, as far as it may make what they hold unseen. */
export interface ConditionalFormat {
  readonly ranges: readonly SheetRange[];
  readonly look: DifferentialLook;
  /** Whether a number meets the condition; null when that cannot be told here. */
  readonly isMet: (value: number) => boolean | null;
}

export interface DifferentialLook {
  readonly ink?: Colour | undefined;
  readonly paper?: Colour | undefined;
  /** A number format. */
  readonly format?: string | undefined;
  /** A sign or a bar stands in the number's place. */
  readonly withoutNumber?: boolean;
}

export type Operator =
  | 'between'
  | 'notBetween'
  | 'equal'
  | 'notEqual'
  | 'greaterThan'
  | 'lessThan'
  | 'greaterThanOrEqual'
  | 'lessThanOrEqual';

const HOLDS: Readonly<Record<Operator, (value: number, first: number, second: number) => boolean>> = {
  between: (value, first, second) => Math.min(first, second) <= value && value <= Math.max(first, second),
  notBetween: (value, first, second) => value < Math.min(first, second) || Math.max(first, second) < value,
  equal: (value, first) => value === first,
  notEqual: (value, first) => value !== first,
  greaterThan: (value, first) => value > first,
  lessThan: (value, first) => value < first,
  greaterThanOrEqual: (value, first) => value >= first,
  lessThanOrEqual: (value, first) => value <= first
};

export function isOperator(name: string | undefined): name is Operator {
  return name !== undefined && Object.hasOwn(HOLDS, name);
}

/** A comparison with numbers; one with anything else cannot be told. */
export function comparison(operator: Operator, operands: readonly (number | null)[]): ConditionalFormat['isMet'] {
  const [first = null, second = first] = operands;
  return (value) => (first === null || second === null ? null : HOLDS[operator](value, first, second));
}

/**
 * Cells as they are seen under their conditional formats: of a number that is made unseen nothing is shown; where it
 * cannot be told whether it is, its figure is doubted.
 */
export function underConditions(
  cells: readonly SheetCell[],
  formats: readonly ConditionalFormat[]
): readonly SheetCell[] {
  const hiding = formats.filter(
    ({ look: { ink, format, withoutNumber } }) => ink !== undefined || format !== undefined || withoutNumber
  );
  if (hiding.length === 0) return cells;
  if (hiding.length * cells.length > MOST_WORK) throw overLimit('cells');
  return cells.map((cell) => {
    const { value, text } = cell;
    if (value === undefined || text === '') return cell;
    const met = hiding.filter((format) => hides(format.look, cell) && format.ranges.some((range) => isIn(cell, range)));
    const verdicts = met.map(({ isMet }) => isMet(value));
    if (verdicts.includes(true)) return { ...cell, text: '', unshown: String(value) };
    return verdicts.includes(null) ? { ...cell, text: signedText(text, { pale: true }) } : cell;
  });
}

function hides({ ink, paper, format, withoutNumber = false }: DifferentialLook, cell: SheetCell): boolean {
  if (withoutNumber || (format !== undefined && !showsNumber(cell.value ?? 0, format))) return true;
  return ink !== undefined && isPale(ink, paper ?? cell.paper);
}

function isIn({ row, column }: SheetCell, { top, left, bottom, right }: SheetRange): boolean {
  return top <= row && row <= bottom && left <= column && column <= right;
}
