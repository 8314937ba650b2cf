import type { Row } from './database.ts';

/** An engine's row as plain values: whole numbers of any width as number, lists as arrays. */
export function plainRow(row: Readonly<Record<string, unknown>>): Row {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plainValue(value)]));
}

function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return plainInteger(value);
  if (typeof value !== 'object' || value === null) return value ?? null;
  // Arrow's vectors and typed arrays are iterable lists; structs are records.
  if (isIterable(value)) return Array.from(value, plainValue);
  return plainRow(Object.fromEntries(Object.entries(value)));
}

function plainInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} does not fit a number exactly`);
  return number;
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}
