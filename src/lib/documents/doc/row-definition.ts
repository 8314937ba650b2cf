import type { Merge } from '../boundary-grid.ts';
import type { Colour } from '../colour.ts';
import type { RowDefinition } from '../word-flow.ts';
import { indexedShading, SHADING_SIZE, statedShading } from './colours.ts';
import { type Modifier, SPRM } from './sprm.ts';

/** A row as its modifiers build it up: edges in twips, and for each cell its merge flags and the colour behind it. */
export interface Row {
  readonly edges: number[];
  readonly flags: CellFlags[];
}

interface CellFlags {
  /** As stored: 0 not merged. Which of 1 and 2 begins a merge differs between writers. */
  horizontal: number;
  /** 0 not merged, 1 continued, 3 first. */
  vertical: number;
  paper?: Colour | undefined;
}

const CELL_SIZE = 20;
const MOST_CELLS = 64;
/** Shadings are stated for 22 cells at a time. */
const FIRST_SHADED: ReadonlyMap<number, number> = new Map([
  [SPRM.tableShadings, 0],
  [SPRM.tableShadingsSecond, 22],
  [SPRM.tableShadingsThird, 44]
]);

/** Applies one modifier of a row's end to the row; others leave it as it is. Returns the row as it now stands. */
export function modifyRow(row: Row | null, { code, operand }: Modifier): Row | null {
  if (code === SPRM.tableDefinition) return definedRow(operand);
  if (!row || operand.byteLength < 2) return row;
  const first = operand.getUint8(0);
  const second = operand.getUint8(1);
  switch (code) {
    case SPRM.tableInsert:
      return withCells(row, first, second, operand.getInt16(2, true));
    case SPRM.tableDelete:
      return withoutCells(row, first, second);
    case SPRM.tableColumnWidth:
      return withWidth(row, first, second, operand.getInt16(2, true));
    case SPRM.tableMerge:
      return withFlags(row, first, second, (flags, index) => ({ ...flags, horizontal: index === first ? 2 : 1 }));
    case SPRM.tableSplit:
      return withFlags(row, first, second, (flags) => ({ ...flags, horizontal: 0 }));
    case SPRM.tableVerticalMerge:
      return withFlags(row, first, first + 1, (flags) => ({ ...flags, vertical: second & 3 }));
    case SPRM.tableShadingOf:
      return withFlags(row, first, second, (flags) => ({ ...flags, paper: statedShading(operand, 2) }));
    case SPRM.tableShadingIndexOf:
      return withFlags(row, first, second, (flags) => ({
        ...flags,
        paper: indexedShading(operand.getUint16(2, true))
      }));
    case SPRM.tableShadingAll:
      return withFlags(row, 0, Infinity, (flags) => ({ ...flags, paper: statedShading(operand) }));
    case SPRM.tableShadingIndices:
      return withFlags(row, 0, operand.byteLength >> 1, (flags, index) => ({
        ...flags,
        paper: indexedShading(operand.getUint16(2 * index, true))
      }));
    default: {
      const start = FIRST_SHADED.get(code);
      if (start === undefined) return row;
      const end = start + Math.floor(operand.byteLength / SHADING_SIZE);
      return withFlags(row, start, end, (flags, index) => ({
        ...flags,
        paper: statedShading(operand, SHADING_SIZE * (index - start))
      }));
    }
  }
}

/** The row as the flow of text wants it. */
export function rowDefinition({ edges, flags }: Row): RowDefinition {
  const horizontal = horizontalMerges(flags.map((cell) => cell.horizontal));
  return {
    left: edges[0] ?? 0,
    cells: flags.map((cell, index) => ({
      right: edges[index + 1] ?? 0,
      horizontal: horizontal[index] ?? 'none',
      vertical: cell.vertical === 1 ? 'continued' : cell.vertical === 0 ? 'none' : 'first',
      paper: cell.paper
    }))
  };
}

/** The first of a set has the one value, those that follow it the other: [MS-DOC] and older files swap the two. */
function horizontalMerges(values: readonly number[]): Merge[] {
  let first = 0;
  return values.map((value) => {
    if (value === 0) first = 0;
    else if (first === 0) first = value;
    else if (value !== first) return 'continued';
    return value === 0 ? 'none' : 'first';
  });
}

/** [MS-DOC] 2.9.322, TDefTableOperand: a count, one edge more than cells, then cells of which the last may lack. */
function definedRow(operand: DataView): Row | null {
  if (operand.byteLength < 1) return null;
  const count = operand.getUint8(0);
  const cells = 1 + 2 * (count + 1);
  if (count > MOST_CELLS || cells > operand.byteLength) return null;
  const edges: number[] = [];
  const flags: CellFlags[] = [];
  for (let index = 0; index <= count; index++) edges.push(operand.getInt16(1 + 2 * index, true));
  for (let index = 0; index < count; index++) {
    const at = cells + CELL_SIZE * index;
    const stated = at + 2 <= operand.byteLength ? operand.getUint16(at, true) : 0;
    flags.push({ horizontal: stated & 3, vertical: (stated >> 5) & 3 });
  }
  return { edges, flags };
}

function withCells({ edges, flags }: Row, first: number, count: number, width: number): Row {
  if (flags.length + count > MOST_CELLS) return { edges, flags };
  const at = Math.min(first, flags.length);
  const start = edges[at] ?? 0;
  const added = Array.from({ length: count }, (_, index) => start + width * (index + 1));
  return {
    edges: [...edges.slice(0, at + 1), ...added, ...edges.slice(at + 1).map((edge) => edge + width * count)],
    flags: [...flags.slice(0, at), ...added.map(() => ({ horizontal: 0, vertical: 0 })), ...flags.slice(at)]
  };
}

function withoutCells({ edges, flags }: Row, first: number, limit: number): Row {
  const shift = (edges[limit] ?? 0) - (edges[first] ?? 0);
  if (first >= limit || limit > flags.length) return { edges, flags };
  return {
    edges: [...edges.slice(0, first + 1), ...edges.slice(limit + 1).map((edge) => edge - shift)],
    flags: [...flags.slice(0, first), ...flags.slice(limit)]
  };
}

function withWidth({ edges, flags }: Row, first: number, limit: number, width: number): Row {
  let shift = 0;
  return {
    edges: edges.map((edge, index) => {
      if (index > first && index <= limit) shift += width - (edge - (edges[index - 1] ?? 0));
      return edge + shift;
    }),
    flags
  };
}

function withFlags(
  { edges, flags }: Row,
  first: number,
  limit: number,
  change: (flags: CellFlags, index: number) => CellFlags
): Row {
  return { edges, flags: flags.map((cell, index) => (index >= first && index < limit ? change(cell, index) : cell)) };
}
