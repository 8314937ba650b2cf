/**
 * What a table would read if one mistake with a whole row or column were undone. Cells are any numbers that stand for
 * them; a grid is the table's rows, each from left to right.
 */
import type { LineMistakeKind } from './reason.ts';

export interface LineCandidate {
  readonly kind: LineMistakeKind;
  readonly cells: readonly number[];
  /** By place in `cells`: the cell whose reported figure belongs here; null where the right figure is lost. */
  readonly sources: readonly (number | null)[];
  /** What a shift leaves behind: these must be 0 or blank. */
  readonly vacated: readonly number[];
  readonly penalty: number;
}

type Line = readonly number[];

/** Shifts of fewer cells are mistakes between two figures. */
const SHORTEST_SHIFT = 3;

/** `isCopied`: whether the line reads exactly as in last year's report. */
export function* lineCandidates(rows: readonly Line[], isCopied: (line: Line) => boolean): Generator<LineCandidate> {
  const columns = (rows[0] ?? []).map((_, column) => rows.flatMap((row) => row[column] ?? []));
  yield* exchanges('rows-exchanged', rows);
  yield* exchanges('columns-exchanged', columns);
  yield* shifts('row-shifted', rows);
  yield* shifts('column-shifted', columns);
  yield* rowShifts(rows);
  for (const line of rows) if (isCopied(line)) yield lost('row-copied', line, 1.5);
  for (const line of columns) if (isCopied(line)) yield lost('column-copied', line, 1.5);
}

/** `totals` were not worked out after the figures changed. */
export function staleTotals(totals: Line): LineCandidate {
  return lost('totals-stale', totals, 4);
}

function* exchanges(kind: LineMistakeKind, lines: readonly Line[]): Generator<LineCandidate> {
  for (const [i, one] of lines.entries()) {
    for (const [j, other] of lines.entries()) {
      if (j <= i) continue;
      const penalty = j === i + 1 ? 1.5 : 2.5;
      yield { kind, cells: [...one, ...other], sources: [...other, ...one], vacated: [], penalty };
    }
  }
}

/** Part of a line has slid by one cell: its figures belong one back, and what the last of them covered is lost. */
function* shifts(kind: LineMistakeKind, lines: readonly Line[]): Generator<LineCandidate> {
  for (const line of lines) {
    for (let start = 0; start < line.length; start += 1) {
      for (let end = start + SHORTEST_SHIFT; end <= line.length; end += 1) {
        const reachesEnd = start === 0 || end === line.length;
        yield* slid(kind, line.slice(start, end), 1, end - start === line.length ? 1.5 : reachesEnd ? 2.5 : 3.2);
      }
    }
  }
}

/** The same for one whole row only. */
export function* wholeRowShifts(rows: readonly Line[]): Generator<LineCandidate> {
  for (const row of rows) yield* slid('row-shifted', row, 1, 1.5);
}

function* slid(kind: LineMistakeKind, cells: Line, by: number, penalty: number): Generator<LineCandidate> {
  const lost = cells.slice(0, by).map(() => null);
  yield { kind, cells, sources: [...cells.slice(by), ...lost], vacated: cells.slice(0, by), penalty };
  yield { kind, cells, sources: [...lost, ...cells.slice(0, -by)], vacated: cells.slice(-by), penalty };
}

/** Whole rows have slid by one row, as when a row was left out while typing. */
function* rowShifts(rows: readonly Line[]): Generator<LineCandidate> {
  const cells = rows.flat();
  const width = rows[0]?.length ?? 0;
  for (let start = 0; start < rows.length; start += 1) {
    for (let end = start + 2; end <= rows.length; end += 1) {
      yield* slid('rows-shifted', cells.slice(start * width, end * width), width, 3);
    }
  }
}

function lost(kind: LineMistakeKind, cells: Line, penalty: number): LineCandidate {
  return { kind, cells, sources: cells.map(() => null), vacated: [], penalty };
}
