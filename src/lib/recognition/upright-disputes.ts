import { DISPUTE_BLOCKS, type CellId } from '../form/form.ts';
import { blockOrder, type Column, type HeaderCell } from './columns.ts';
import { isWritten } from './layout.ts';
import { LAWSUITS } from './labels.ts';
import { isValue } from './cell-value.ts';
import type { Row, RowCell } from './rows.ts';

export interface UprightRow {
  /** The block, or `disputes` when the row goes through all of them. */
  readonly key: string;
  /** Null when the figures do not stand under the blocks. */
  readonly columns: readonly Column[] | null;
}

/**
 * Table 4 written downwards, its results being rows: `below`, with five rows a block, or `beside`, with the blocks side
 * by side above the rows. Which of them it is, the first row of results tells by the blocks named before it.
 */
export class UprightDisputes {
  private way: 'below' | 'beside' | null = null;

  /** Forgets the table: a new one may begin. */
  clear(): void {
    this.way = null;
  }

  /**
   * The columns of a row of results; null when it is none. `results`: the results named in the row, `figures` the cells
   * after them, `blocks` the labels of blocks up to here.
   */
  rowOf(
    row: Row,
    results: readonly string[],
    figures: readonly RowCell[],
    blocks: readonly HeaderCell[]
  ): UprightRow | null {
    const result = results.at(-1);
    const leaves = blocks.filter(({ key }) => key !== LAWSUITS);
    const block = leaves.at(-1);
    const fits = figures.some(isWritten)
      ? figures.every(isFigureOrBlank)
      : figures.some(({ tabbed }) => tabbed === true || row.shape === 'grid');
    if (result === undefined || !block || !fits || (this.way === null && results.length > 1)) return null;
    const named = new Set(leaves.map(({ key }) => key)).size;
    const way = this.way ?? (named === 1 ? 'below' : named === DISPUTE_BLOCKS.length ? 'beside' : null);
    if (way === 'below') {
      if (figures.length !== 1) return null;
      this.way = way;
      return { key: block.key, columns: [columnOf(`t4.${block.key}.${result}`)] };
    }
    const order = blockOrder(blocks);
    if (way === null || order?.length !== DISPUTE_BLOCKS.length) return null;
    this.way = way;
    const sorted = order.flatMap((key) => leaves.find((leaf) => leaf.key === key) ?? []);
    return {
      key: 'disputes',
      columns: isUnder(row, figures, sorted) ? order.map((key) => columnOf(`t4.${key}.${result}`)) : null
    };
  }
}

function isFigureOrBlank(cell: RowCell): boolean {
  return !isWritten(cell) || isValue(cell.text) || /\d/.test(cell.text);
}

/** One figure a block; in a table each right under its block. */
function isUnder(row: Row, figures: readonly RowCell[], blocks: readonly HeaderCell[]): boolean {
  if (figures.length !== blocks.length) return false;
  if (row.shape === 'stream' || blocks.some(({ source }) => source !== row.source)) return true;
  return figures.every((cell, index) => {
    const block = blocks[index];
    return block !== undefined && cell.from < block.to && block.from < cell.to;
  });
}

function columnOf(id: CellId): Column {
  return { id, stated: null, grid: null };
}
