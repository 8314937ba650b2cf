/** Ruled tables on a page: which lines belong together, and the rows of cells between them. */
import { turned, type Ink } from './ink.ts';
import type { Box } from './picture.ts';
import { findRules, type Rule } from './rules.ts';

export interface FrameCell {
  /** Inside its lines. */
  readonly box: Box;
  /** A line ends it below; else it goes on in the row under it. */
  readonly closed: boolean;
}

/** One row between two level lines, with every cell that stands or goes on in it, from left to right. */
export interface FrameRow {
  readonly cells: readonly FrameCell[];
  /** A line is neither there nor missing: nothing may be concluded from this row. */
  readonly unclear: boolean;
}

export interface Frame {
  readonly box: Box;
  readonly rows: readonly FrameRow[];
}

/** The shortest lines of the forms: those over a part of a header, the uprights of a single row. */
const SHORTEST_LEVEL = 150;
const SHORTEST_PART = 50;
const SHORTEST_UPRIGHT = 34;
/** How far lines may miss each other at a corner. */
const TOUCH = 7;
/** Two lines nearer than this are one: web pages draw a border round every cell. */
const DOUBLE = 8;
/** How much of a cell's side must be ruled to be a line, and how little to be none. */
const RULED = 0.8;
const OPEN = 0.3;

/** From the top of the page down. */
export function findFrames(ink: Ink): Frame[] {
  const level = findRules(ink, SHORTEST_LEVEL, SHORTEST_PART);
  const upright = findRules(turned(ink), SHORTEST_UPRIGHT);
  return connected(level, upright)
    .flatMap(([rows, columns]) => frameOf(rows, columns) ?? [])
    .sort((one, other) => one.box.top - other.box.top);
}

/** Groups of level and upright lines that touch. */
function connected(level: readonly Rule[], upright: readonly Rule[]): (readonly [Rule[], Rule[]])[] {
  const groups: (readonly [Rule[], Rule[]])[] = [];
  const left = { level: new Set(level), upright: new Set(upright) };
  for (const start of level) {
    if (!left.level.delete(start)) continue;
    const [rows, columns]: [Rule[], Rule[]] = [[start], []];
    for (let row = 0, column = 0; row < rows.length || column < columns.length;) {
      const [own, others, pile] =
        row < rows.length ? [rows[row++], left.upright, columns] : [columns[column++], left.level, rows];
      for (const other of others) {
        if (!own || !touch(own, other)) continue;
        others.delete(other);
        pile.push(other);
      }
    }
    groups.push([rows, columns]);
  }
  return groups;
}

function touch(one: Rule, across: Rule): boolean {
  return (
    across.high >= one.from - TOUCH &&
    across.low <= one.to + TOUCH &&
    one.high >= across.from - TOUCH &&
    one.low <= across.to + TOUCH
  );
}

/** A line of the grid: where it lies, and the parts of it that are ruled. */
interface GridLine {
  readonly low: number;
  readonly high: number;
  readonly parts: readonly Rule[];
}

function gridLines(rules: readonly Rule[]): GridLine[] {
  const lines: { low: number; high: number; parts: Rule[] }[] = [];
  for (const rule of [...rules].sort((one, other) => one.low - other.low)) {
    const last = lines.at(-1);
    if (last && rule.low - last.high <= DOUBLE) {
      last.high = Math.max(last.high, rule.high);
      last.parts.push(rule);
    } else lines.push({ low: rule.low, high: rule.high, parts: [rule] });
  }
  return lines;
}

/** How much of the stretch the line rules: 0 to 1. */
function ruled({ parts }: GridLine, from: number, to: number): number {
  const pieces = parts
    .map((part) => [Math.max(part.from, from), Math.min(part.to, to)] as const)
    .sort(([one], [other]) => one - other);
  let covered = 0;
  let reached = from - 1;
  for (const [start, end] of pieces) {
    covered += Math.max(0, end - Math.max(start, reached + 1) + 1);
    reached = Math.max(reached, end);
  }
  return covered / Math.max(1, to - from + 1);
}

function frameOf(level: readonly Rule[], upright: readonly Rule[]): Frame | null {
  const lines = gridLines(level);
  const sides = gridLines(upright);
  const [top, bottom, left, right] = [lines[0], lines.at(-1), sides[0], sides.at(-1)];
  if (!top || !bottom || !left || !right || top === bottom || left === right) return null;
  return {
    box: { left: left.low, top: top.low, right: right.high + 1, bottom: bottom.high + 1 },
    rows: rowsBetween(lines, sides)
  };
}

/** A line that ends no cell, such as an underlined word or a long stroke, parts no rows. */
function rowsBetween(lines: readonly GridLine[], sides: readonly GridLine[]): FrameRow[] {
  const rows = lines.slice(0, -1).flatMap((line, index) => {
    const below = lines[index + 1];
    return below ? [rowOf(line, below, sides)] : [];
  });
  const idle = rows.findIndex(({ cells }) => cells.every(({ closed }) => !closed));
  if (idle < 0 || idle === rows.length - 1) return rows;
  return rowsBetween(
    lines.filter((_, index) => index !== idle + 1),
    sides
  );
}

function rowOf(above: GridLine, below: GridLine, sides: readonly GridLine[]): FrameRow {
  let unclear = false;
  const isRuled = (line: GridLine, from: number, to: number): boolean => {
    const part = ruled(line, from, to);
    if (part > OPEN && part < RULED) unclear = true;
    return part >= RULED;
  };
  const standing = sides.filter((side) => isRuled(side, above.high + 1, below.low - 1));
  const cells = standing.slice(0, -1).flatMap((side, index): FrameCell[] => {
    const next = standing[index + 1];
    if (!next) return [];
    const box = { left: side.high + 1, top: above.high + 1, right: next.low, bottom: below.low };
    return [{ box, closed: isRuled(below, box.left, box.right - 1) }];
  });
  return { cells, unclear };
}
