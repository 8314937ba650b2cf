import type { Box, Matrix } from './geometry.ts';

/** One operator's operands, which come from the document by way of pdf.js and may be anything. */
export class Operands {
  readonly values: readonly unknown[];

  constructor(given: unknown) {
    this.values = Array.isArray(given) ? given : [];
  }

  /** The number at `index`, or 0. */
  number(index: number): number {
    const value = this.values[index];
    return typeof value === 'number' && Number.isFinite(value) ? value : 0;
  }

  list(index: number): readonly unknown[] {
    const value = this.values[index];
    return Array.isArray(value) ? value : [];
  }

  /** The matrix written out as six operands. */
  matrix(): Matrix | undefined {
    return matrixOf(this.values);
  }

  /** The matrix that is the operand at `index`. */
  matrixAt(index: number): Matrix | undefined {
    return matrixOf(this.values[index]);
  }

  /** The rectangle [x1 y1 x2 y2] that is the operand at `index`. */
  rectangleAt(index: number): Box | undefined {
    const numbers = numbersOf(this.values[index]);
    const [x1, y1, x2, y2] = numbers ?? [];
    if (x1 === undefined || y1 === undefined || x2 === undefined || y2 === undefined) return undefined;
    return { left: Math.min(x1, x2), top: Math.min(y1, y2), right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
  }

  /** The colour at `index` as `#rrggbb`, which is how pdf.js gives all colour spaces. */
  colourAt(index: number): string | undefined {
    const value = this.values[index];
    return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : undefined;
  }

  /** The path data at `index`. */
  pathAt(index: number): Float32Array | undefined {
    const [data] = this.list(index);
    return data instanceof Float32Array ? data : undefined;
  }
}

function matrixOf(value: unknown): Matrix | undefined {
  const [a, b, c, d, e, f] = numbersOf(value) ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined)
    return undefined;
  return [a, b, c, d, e, f];
}

function numbersOf(value: unknown): readonly number[] | undefined {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return undefined;
  const numbers: number[] = [];
  for (const entry of value) {
    if (typeof entry !== 'number' || !Number.isFinite(entry)) return undefined;
    numbers.push(entry);
  }
  return numbers;
}
