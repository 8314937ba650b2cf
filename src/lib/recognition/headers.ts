import type { TableNumber } from '../form/form.ts';
import {
  applicantColumns,
  columnsOfApplicants,
  columnsOfBlock,
  columnsOfItem,
  disputeColumns,
  type Column,
  type HeaderCell
} from './columns.ts';
import { ORGANISATIONS, type Label } from './labels.ts';
import type { Row } from './rows.ts';

/** The labels above one table's columns, as far as they have been read. */
interface Header {
  readonly cells: HeaderCell[];
  readonly blocks: HeaderCell[];
  readonly organisations: HeaderCell[];
  /** A row of figures has been found under it: the next header label begins a new header. */
  used: boolean;
  to: number;
  /** The fewest empty lines after one of its rows, in a stream. */
  separators: number;
  /** Table 3's columns in order, told once for all rows; undefined before. */
  applicants: HeaderCell[] | null | undefined;
}

/** The three tables' current headers while a document is walked. */
export class Headers {
  /** Where each header began, whether or not a row was found under it. */
  readonly starts: { readonly table: TableNumber; readonly order: number }[] = [];
  private current = noHeaders();

  /** Forgets all headers: a new section has begun. */
  clear(): void {
    this.current = noHeaders();
  }

  /** Takes a label of a table's frame, the cell at `index` of `row`. */
  add(label: Label, row: Row, index: number): void {
    const { text = '', from = 0, to = 0 } = row.cells[index] ?? {};
    const source = row.shape === 'grid' ? row.source : 0;
    const cell: HeaderCell = { key: label.key, text, from, to, order: row.order, source };
    const header = this.headerFor(label, cell);
    header.to = Math.max(header.to, ...row.cells.map((one) => one.to));
    header.applicants = undefined;
    if (label.kind === 'column') {
      if (header.cells.length === 0) this.starts.push({ table: label.table, order: row.order });
      header.cells.push(cell);
    } else if (label.kind === 'block') header.blocks.push({ ...cell, to: endOver(row, index) });
    else if (label.key === ORGANISATIONS) header.organisations.push({ ...cell, to: endOver(row, index) });
  }

  /** Marks the header as used by a row and tells the row's columns, and where the header ends in grid columns. */
  use(table: TableNumber, row: string): { columns: readonly Column[] | null; to: number } {
    const header = this.current[table];
    header.used = true;
    return { columns: columnsUnder(header, table, row), to: header.to };
  }

  /** Table 4's columns under all its blocks; null when they cannot be told. */
  disputes(): readonly Column[] | null {
    const { cells, blocks } = this.current[4];
    return disputeColumns(cells, blocks);
  }

  /** Table 4's blocks, in the order in which their labels were read. */
  get blocks(): readonly HeaderCell[] {
    return this.current[4].blocks;
  }

  hasColumns(table: TableNumber): boolean {
    return this.current[table].cells.length > 0;
  }

  isUsed(table: TableNumber): boolean {
    return this.current[table].used;
  }

  /** Table 4's columns without a block above them: then each block is a row. */
  isTurned(): boolean {
    const { cells, blocks } = this.current[4];
    return cells.length === 5 && blocks.length === 0;
  }

  /** Whether table 3's header has begun and still lacks this column. */
  lacksApplicant(key: string): boolean {
    const { used, cells, organisations } = this.current[3];
    const begun = cells.length > 0 || organisations.length > 0;
    return begun && !used && !cells.some((cell) => cell.key === key);
  }

  /** A row of table 4's header in a stream ended with so many empty lines. */
  endRow(emptyLines: number): void {
    this.current[4].separators = Math.min(this.current[4].separators, emptyLines);
  }

  get separators(): number {
    const { separators } = this.current[4];
    return Number.isFinite(separators) ? separators : 0;
  }

  private headerFor(label: Label, cell: HeaderCell): Header {
    const header = this.current[label.table];
    const has = header.cells.some(({ key }) => key === cell.key);
    const repeated = label.table === 2 && (label.key === 'heading' ? header.cells.length > 0 : has);
    const elsewhere = label.kind === 'column' && header.cells.some(({ source }) => source !== cell.source);
    if (!header.used && !repeated && !elsewhere) return header;
    return (this.current[label.table] = noHeader());
  }
}

function columnsUnder(header: Header, table: TableNumber, row: string): readonly Column[] | null {
  if (table === 2) return columnsOfItem(header.cells, row);
  if (table === 4) return columnsOfBlock(header.cells, row);
  header.applicants ??= applicantColumns(header.cells, header.organisations);
  return header.applicants && columnsOfApplicants(header.applicants, row);
}

/** A header cell typed over several columns leaves empty cells to its right. */
function endOver(row: Row, index: number): number {
  const next = row.cells.slice(index + 1).find(({ text }) => text.trim() !== '');
  if (row.shape === 'stream') return row.cells[index]?.to ?? 0;
  return next?.from ?? row.cells.at(-1)?.to ?? 0;
}

function noHeader(): Header {
  return { cells: [], blocks: [], organisations: [], used: false, to: 0, separators: Infinity, applicants: undefined };
}

function noHeaders(): Record<TableNumber, Header> {
  return { 2: noHeader(), 3: noHeader(), 4: noHeader() };
}
