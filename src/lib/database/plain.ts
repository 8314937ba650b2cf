import type { Row } from './database.ts';

/**
 * An engine's row as plain values: whole numbers of any width as number, lists as arrays. Throws on anything else
 * (structs, dates): a query names scalar columns.
 */
export function plainRow(row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plainValue(value)]));
}

function plainValue(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return plainInteger(value);
  if (typeof value !== 'object') return value;
  // Native lists are arrays; Arrow's are vectors, which are iterable.
  if (isVector(value)) {
    const numbers = value.toArray();
    if (numbers instanceof Float64Array) return plainNumbers(numbers, value);
  }
  if (isIterable(value)) return Array.from(value, plainValue);
  throw new TypeError(`no plain value: ${String(value)}`);
}

function plainInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} does not fit a number exactly`);
  return number;
}

interface Vector {
  readonly nullCount: number;
  toArray(): unknown;
  isValid(index: number): boolean;
}

function isVector(value: object): value is Vector {
  return 'toArray' in value && 'isValid' in value && 'nullCount' in value;
}

/** Long lists of figures: iterating over the vector itself would take several times as long. */
function plainNumbers(numbers: Float64Array, vector: Vector): (number | null)[] {
  if (vector.nullCount === 0) return Array.from(numbers);
  return Array.from(numbers, (number, index) => (vector.isValid(index) ? number : null));
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}
