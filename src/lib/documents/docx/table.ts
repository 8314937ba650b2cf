import type { Colour } from '../colour.ts';
import type { FlowCell, FlowTable } from '../flow.ts';
import { withoutIdleColumns } from '../grid-columns.ts';
import { LIMITS, overLimit } from '../limits.ts';
import type { XmlElement } from '../xml.ts';
import { Frame } from './frame.ts';
import { isOn, shading } from './styles.ts';

/** A cell while it is read. */
export class OpenCell {
  readonly frame = new Frame();
  span = 1;
  /** Merged with the cell above or to the left: Word does not show its own text. */
  continuesAbove = false;
  continuesLeft = false;
  startsMerge = false;
  deleted = false;
  paper: Colour | undefined;
}

export class OpenRow {
  readonly cells: OpenCell[] = [];
  /** Grid columns left out before the first cell. */
  before = 0;
  /** The row's end is deleted or hidden: without visible text there is no row. */
  markGone = false;
}

function readRowProperty(row: OpenRow, element: XmlElement): void {
  if (element.name === 'w:gridBefore') row.before = count(element);
  else if (element.name === 'w:del') row.markGone = true;
  else if (element.name === 'w:hidden') row.markGone ||= isOn(element);
}

function readCellProperty(cell: OpenCell, element: XmlElement): void {
  const continues = element.attribute('w:val') !== 'restart';
  if (element.name === 'w:gridSpan') cell.span = Math.max(count(element), 1);
  else if (element.name === 'w:hMerge') cell.continuesLeft = continues;
  else if (element.name === 'w:cellDel') cell.deleted = true;
  else if (element.name === 'w:shd') cell.paper = shading(element);
  else if (element.name === 'w:vMerge') {
    cell.continuesAbove = continues;
    cell.startsMerge = !continues;
  }
}

/** A count or a width in twips; what is no such number counts as 0. */
function count(element: XmlElement, name = 'w:val'): number {
  const value = Number(element.attribute(name));
  return Number.isInteger(value) && value >= 0 ? value : 0;
}

type MutableCell = { -readonly [Key in keyof FlowCell]: FlowCell[Key] };

/** Collects a table's rows and resolves its merges. */
export class OpenTable {
  readonly #cells: MutableCell[] = [];
  /** By its first column, the cell of the row above that a merged cell may continue. */
  #above = new Map<number, MutableCell>();
  #rows = 0;
  #columns = 0;
  row = new OpenRow();
  /** Widths of the grid's columns, in twips. */
  readonly #widths: number[] = [];

  get cell(): OpenCell | undefined {
    return this.row.cells.at(-1);
  }

  /** Reads one property of the grid, the open row or the open cell; any other element changes nothing. */
  readProperty(element: XmlElement): void {
    if (element.parent === 'w:trPr') readRowProperty(this.row, element);
    else if (element.parent === 'w:tcPr' && this.cell) readCellProperty(this.cell, element);
    else if (element.name === 'w:gridCol') this.#widths.push(count(element, 'w:w'));
  }

  /** Takes the row that was read. */
  endRow(): void {
    const { row } = this;
    this.row = new OpenRow();
    const cells = row.cells.filter((cell) => !cell.deleted);
    if (row.markGone && cells.every(({ frame }) => frame.finish().every((item) => item === ''))) return;
    const here = new Map<number, MutableCell>();
    let column = row.before;
    let left: MutableCell | undefined;
    for (const open of cells) {
      const columnSpan = Math.min(open.span, LIMITS.columns);
      if (column + columnSpan > LIMITS.columns) throw overLimit('columns');
      const above = open.continuesAbove ? this.#above.get(column) : undefined;
      if (open.continuesLeft && left) left.columnSpan += columnSpan;
      else if (above?.columnSpan === columnSpan) {
        above.rowSpan = this.#rows - above.row + 1;
        here.set(column, above);
        left = undefined;
      } else {
        left = { row: this.#rows, column, rowSpan: 1, columnSpan, items: open.frame.finishCell() };
        this.#cells.push(left);
        if (open.startsMerge || open.continuesAbove) here.set(column, left);
      }
      column += columnSpan;
    }
    this.#columns = Math.max(this.#columns, column);
    this.#above = here;
    this.#rows++;
  }

  finish(): FlowTable | undefined {
    if (this.row.cells.length > 0) this.endRow();
    if (this.#cells.length === 0) return undefined;
    return withoutIdleColumns({ rows: this.#rows, columns: this.#columns, cells: this.#cells }, this.#widths);
  }
}
