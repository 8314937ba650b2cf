import type { Row } from './database.ts';

/**
 * An engine's row as plain values: whole numbers of any width as number, lists as arrays. Throws on anything else
 * (structs, dates): a query names scalar columns.
 */
export function plainRow(row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plainValue(value)]));
}

export function plainValue(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'bigint') return plainInteger(value);
  if (typeof value !== 'object') return value;
  // Native lists are arrays; Arrow's are vectors, which are iterable.
  if (isIterable(value)) return Array.from(value, plainValue);
  throw new TypeError(`no plain value: ${String(value)}`);
}

function plainInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} does not fit a number exactly`);
  return number;
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}
