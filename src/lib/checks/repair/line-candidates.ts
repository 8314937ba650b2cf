/** What the table would read if one mistake with a whole row or column were undone. */
import type { CellId, Layout } from '../../form/form.ts';
import type { LineMistakeKind } from './reason.ts';
import { gridsOf, type TableGrid } from './table-place.ts';

export interface LineCandidate {
  readonly kind: LineMistakeKind;
  /** Cells that name the lines: one of each. */
  readonly first: CellId;
  readonly second: CellId | null;
  readonly cells: readonly CellId[];
  /** By place in `cells`: the cell whose reported figure belongs here; null where the right figure is lost. */
  readonly sources: readonly (CellId | null)[];
  readonly penalty: number;
}

/** Shifts of fewer cells are mistakes between two figures. */
const SHORTEST_SHIFT = 3;

export function* lineCandidates(
  layout: Layout,
  valueOf: (cell: CellId) => number | null,
  lastYearOf: (cell: CellId) => number | null
): Generator<LineCandidate> {
  for (const grid of gridsOf(layout)) {
    const { rows } = grid;
    const columns = transpose(rows);
    yield* exchanges('rows-exchanged', rows);
    yield* exchanges('columns-exchanged', columns);
    yield* shifts('row-shifted', rows);
    yield* shifts('column-shifted', columns);
    yield* rowShifts(rows);
    const isCopied = (line: readonly CellId[]): boolean =>
      line.filter((cell) => valueOf(cell)).length >= 2 && line.every((cell) => valueOf(cell) === lastYearOf(cell));
    for (const line of rows) if (isCopied(line)) yield lost('row-copied', line, 1.5);
    for (const line of columns) if (isCopied(line)) yield lost('column-copied', line, 1.5);
    yield* staleTotals(grid, columns);
  }
}

function transpose(rows: TableGrid['rows']): CellId[][] {
  return (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row[column] ?? []));
}

function* exchanges(kind: LineMistakeKind, lines: readonly (readonly CellId[])[]): Generator<LineCandidate> {
  for (const [i, one] of lines.entries()) {
    for (const [j, other] of lines.entries()) {
      const [first, second] = [one[0], other[0]];
      if (j <= i || !first || !second) continue;
      const penalty = j === i + 1 ? 1.5 : 2.5;
      yield { kind, first, second, cells: [...one, ...other], sources: [...other, ...one], penalty };
    }
  }
}

/** Part of a line has slid by one cell: its figures belong one back, and what the last of them covered is lost. */
function* shifts(kind: LineMistakeKind, lines: readonly (readonly CellId[])[]): Generator<LineCandidate> {
  for (const line of lines) {
    for (let start = 0; start < line.length; start += 1) {
      for (let end = start + SHORTEST_SHIFT; end <= line.length; end += 1) {
        const part = line.slice(start, end);
        const penalty = part.length === line.length ? 2 : start === 0 || end === line.length ? 2.5 : 3.2;
        yield slid(kind, part, penalty);
        yield slid(kind, [...part].reverse(), penalty);
      }
    }
  }
}

function slid(kind: LineMistakeKind, cells: readonly CellId[], penalty: number): LineCandidate {
  const [first = ''] = cells;
  return { kind, first, second: cells.at(-1) ?? null, cells, sources: [...cells.slice(1), null], penalty };
}

/** Whole rows have slid by one row, as when a row was left out while typing. */
function* rowShifts(rows: readonly (readonly CellId[])[]): Generator<LineCandidate> {
  for (let start = 0; start < rows.length; start += 1) {
    for (let end = start + 2; end <= rows.length; end += 1) {
      const part = rows.slice(start, end);
      for (const lines of [part, [...part].reverse()]) {
        const moved = [...lines.slice(1).flat(), ...(lines.at(-1) ?? []).map(() => null)];
        const [first = ''] = lines[0] ?? [];
        const second = lines.at(-1)?.[0] ?? null;
        yield { kind: 'rows-shifted', first, second, cells: lines.flat(), sources: moved, penalty: 3 };
      }
    }
  }
}

function* staleTotals({ table, rows }: TableGrid, columns: readonly (readonly CellId[])[]): Generator<LineCandidate> {
  const totals = columns.at(-1) ?? [];
  yield lost('totals-stale', totals, 2.5);
  if (table !== 3) return;
  const handled = rows.find(([cell]) => cell?.startsWith('t3.handled.')) ?? [];
  yield lost('totals-stale', handled, 2.5);
  yield lost('totals-stale', [...new Set([...totals, ...handled])], 3);
}

function lost(kind: LineMistakeKind, cells: readonly CellId[], penalty: number): LineCandidate {
  const [first = ''] = cells;
  return { kind, first, second: null, cells, sources: cells.map(() => null), penalty };
}
