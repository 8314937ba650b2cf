import type { FlowCell, FlowItem, FlowTable } from '../flow.ts';
import { LIMITS, overLimit } from '../limits.ts';

/** A cell as it is written. */
export interface WrittenCell {
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly repeated: number;
  /** Hidden under a cell that spans. */
  readonly covered: boolean;
  readonly items: readonly FlowItem[];
}

type MutableCell = { -readonly [Key in keyof FlowCell]: FlowCell[Key] };

/** Collects a table's rows. Cells under a spanning one are written out, but a file may leave them out. */
export class OpenTable {
  readonly #cells: MutableCell[] = [];
  /** Per column, the first row that is free again. */
  readonly #freeFrom: number[] = [];
  #rows = 0;

  /** `repeated`: how many times the row stands there. Throws `document.limit`. */
  addRow(row: readonly WrittenCell[], repeated: number): void {
    // A row that takes no cell costs nothing by itself, but its number would.
    if (this.#rows + repeated > LIMITS.cells) throw overLimit('cells');
    for (let count = 0; count < repeated; count++) this.#placeRow(row);
  }

  finish(): FlowTable | undefined {
    if (this.#cells.length === 0) return undefined;
    const columns = this.#cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 1);
    for (const cell of this.#cells) cell.rowSpan = Math.min(cell.rowSpan, this.#rows - cell.row);
    return { rows: this.#rows, columns, cells: this.#cells };
  }

  #placeRow(row: readonly WrittenCell[]): void {
    const at = this.#rows++;
    const isFree = (column: number) => (this.#freeFrom[column] ?? 0) <= at;
    let column = 0;
    for (const cell of row) {
      for (let count = 0; count < cell.repeated; count++) {
        if (cell.covered && !isFree(column)) {
          column++;
          continue;
        }
        while (!isFree(column)) column++;
        const wanted = column + (cell.covered ? 1 : cell.columnSpan);
        if (wanted > LIMITS.columns) throw overLimit('columns');
        let end = column + 1;
        while (end < wanted && isFree(end)) end++;
        const rowSpan = cell.covered ? 1 : cell.rowSpan;
        for (let own = column; own < end; own++) this.#freeFrom[own] = at + rowSpan;
        // Only the cells written out after it are its covered ones.
        this.#cells.push({ row: at, column, rowSpan, columnSpan: end - column, items: cell.covered ? [] : cell.items });
        if (this.#cells.length > LIMITS.cells) throw overLimit('cells');
        column = cell.covered ? end : column + 1;
      }
    }
  }
}
