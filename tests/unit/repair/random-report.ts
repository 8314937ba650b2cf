import {
  APPLICANT_COLUMNS,
  cellsOfLayout,
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  outcomeRows,
  type CellId,
  type Layout
} from '../../../src/lib/form/form.ts';

export type Values = Record<CellId, number | null>;

/** Small, fast and the same everywhere (mulberry32), so that a failing case can be run again by its seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to but without 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to `most`. */
  upTo(most: number): number {
    return Math.floor(this.fraction() * (most + 1));
  }

  isHit(chance: number): boolean {
    return this.fraction() < chance;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.upTo(items.length - 1)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}

/**
 * A report of which every exact rule holds, most cells 0, `scale` requests or so. With the cells of the year before,
 * what that year carried out is carried in.
 */
export function soundReport(layout: Layout, scale: number, random: Random, before?: Values): Values {
  const cells: Values = Object.fromEntries(cellsOfLayout(layout).map(({ id }) => [id, 0]));
  const add = (row: string, column: string, amount: number): void => {
    for (const id of [`t3.${row}.${column}`, `t3.${row}.total`]) cells[id] = (cells[id] ?? 0) + amount;
  };
  const rows = outcomeRows(layout);
  const usual = rows.filter((_, index) => index < 2 || random.isHit(0.3));
  for (const column of APPLICANT_COLUMNS) {
    if (column === 'total') continue;
    const isCommon = column === 'person' || (column === 'company' && random.isHit(0.7)) || random.isHit(0.15);
    let open = isCommon ? random.upTo(column === 'person' ? scale : Math.ceil(scale / 5)) : 0;
    add('new', column, open);
    const carried = before
      ? (before[`t3.carried-out.${column}`] ?? 0)
      : isCommon
        ? random.upTo(Math.ceil(scale / 20))
        : 0;
    add('carried-in', column, carried);
    open += carried;
    const out = random.isHit(0.4) ? random.upTo(Math.floor(open / 10)) : 0;
    add('carried-out', column, out);
    open -= out;
    add('handled', column, open);
    while (open > 0) {
      const part = Math.min(open, 1 + random.upTo(Math.ceil(open / 2)));
      add(random.pick(usual), column, part);
      open -= part;
    }
  }
  for (const block of DISPUTE_BLOCKS) {
    if (!random.isHit(0.5)) continue;
    for (const column of DISPUTE_COLUMNS) {
      if (column === 'total') continue;
      const count = random.isHit(0.5) ? random.upTo(Math.ceil(scale / 20)) : 0;
      cells[`t4.${block}.${column}`] = count;
      cells[`t4.${block}.total`] = (cells[`t4.${block}.total`] ?? 0) + count;
    }
  }
  return cells;
}

/** Cells that an exact rule names. */
export function ruledCells(layout: Layout): CellId[] {
  return cellsOfLayout(layout).flatMap(({ id, table }) => (table === 2 ? [] : [id]));
}

/** A slip of the fingers: never the right figure itself. */
export function mistyped(right: number, random: Random): number {
  const digits = String(right);
  const place = random.upTo(digits.length - 1);
  const before = digits.slice(0, place);
  const digit = digits.charAt(place);
  const after = digits.slice(place + 1);
  const next = after.charAt(0);
  const slips = [
    before + next + digit + after.slice(1),
    before + digit + digit + after,
    before + after,
    before + digit + String(random.upTo(9)) + after,
    before + String(random.upTo(9)) + after,
    '0'
  ];
  const wrong = Number(random.pick(slips));
  return wrong === right ? mistyped(right, random) : wrong;
}
