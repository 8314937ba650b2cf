import type { TableNumber } from '../form/form.ts';
import type { Place } from '../report/place.ts';
import {
  applicantColumns,
  columnsOfApplicants,
  columnsOfBlock,
  columnsOfItem,
  disputeColumns,
  type Column,
  type HeaderCell
} from './columns.ts';
import { CLOSED_GROUP, LAWSUITS, ORGANISATIONS, OUTCOMES, type Label } from './labels.ts';
import { matchLabel } from './match-label.ts';
import { isValue, type Row, type RowCell } from './rows.ts';
import type { Item } from './stream.ts';

/** A row of the form that was found by its label, with the cells that follow the label, not yet read. */
export interface FoundRow {
  readonly table: TableNumber;
  /** `new`, `denied-law`; for table 4, which has no row labels, `disputes` or the block. */
  readonly key: string;
  readonly row: Row;
  readonly place: Place;
  /** Null when the header does not tell them. */
  readonly columns: readonly Column[] | null;
  readonly cells: readonly RowCell[];
  /** Where the label ends and where the header ends, in grid columns. */
  readonly labelTo: number;
  readonly headerTo: number;
  /** Empty label cells that the form's layout puts before the next label; null at the end of a table. */
  after: number | null;
  /** Empty lines after each row of the header, in a stream; only told for table 4, which has a single row. */
  readonly separators?: number;
}

/** A label that is not printed as on the form, with the one it was taken for. */
export interface SimilarLabel {
  readonly printed: string;
  readonly name: string;
  readonly order: number;
  readonly place: Place;
}

export interface Walked {
  readonly rows: readonly FoundRow[];
  readonly similar: readonly SimilarLabel[];
  /** Headers of the form's tables, whether or not a row was found under them. */
  readonly headings: readonly { readonly table: TableNumber; readonly order: number }[];
}

interface Header {
  cells: HeaderCell[];
  blocks: HeaderCell[];
  organisations: HeaderCell[];
  /** A row of figures has been found under it: the next header label begins a new header. */
  used: boolean;
  to: number;
  /** The fewest empty lines after one of its rows, in a stream. */
  separators: number;
}

interface Hit {
  readonly index: number;
  readonly cell: RowCell;
  readonly labels: readonly Label[];
  readonly similar: boolean;
}

/** Walks the document once, in reading order: section, header, rows. */
export function walk(items: readonly Item[]): Walked {
  const walker = new Walker();
  for (const item of items) {
    if (item.kind === 'row') walker.read(item);
    else walker.pass(item.section !== null && item.section !== 'other');
  }
  return walker;
}

class Walker implements Walked {
  readonly rows: FoundRow[] = [];
  readonly similar: SimilarLabel[] = [];
  readonly headings: { table: TableNumber; order: number }[] = [];
  private table: TableNumber | null = null;
  private group: string | null = null;
  private headers = noHeaders();
  /** The last row of a stream, waiting for the label that comes after it. */
  private open: FoundRow | null = null;

  pass(isTitle: boolean): void {
    this.open = null;
    if (!isTitle) return;
    this.table = null;
    this.group = null;
    this.headers = noHeaders();
  }

  read(row: Row): void {
    const hits = this.hitsOf(row);
    const leaves: { hit: Hit; label: Label }[] = [];
    let closed: Hit | null = null;
    for (const hit of hits) {
      const label = this.meaningOf(hit, hits, row);
      if (!label) continue;
      this.table = label.table;
      if (this.open) {
        this.open.after = blanksBefore(label);
        this.open = null;
      }
      if (hit.similar)
        this.similar.push({ printed: hit.cell.text, name: label.name, order: row.order, place: hit.cell.place });
      if (label.kind === 'group') {
        this.group = label.key;
        if (label.key === CLOSED_GROUP && isOwnRow(hit.cell)) closed = hit;
      } else if (label.kind === 'row') leaves.push({ hit, label });
      else if (label.kind === 'block' && this.isTurned()) {
        if (label.key !== LAWSUITS) leaves.push({ hit, label });
      } else if (hit.cell.own && label.key !== OUTCOMES) this.head(label, hit, row);
    }
    this.open = null;
    this.found(row, hits, leaves, closed);
    const gaps = cellsAfter(row, hits.at(-1)?.index ?? -1);
    if (this.table === 4 && gaps.every(({ gap }) => gap === true)) {
      this.headers[4].separators = Math.min(this.headers[4].separators, gaps.length);
    }
  }

  private found(
    row: Row,
    hits: readonly Hit[],
    leaves: readonly { hit: Hit; label: Label }[],
    closed: Hit | null
  ): void {
    const last = leaves.at(-1);
    if (last) {
      // Two different labels side by side cannot both own the figures that follow.
      if (row.shape === 'grid' && leaves.some(({ label }) => label.key !== last.label.key)) return;
      if (last.label.kind === 'row') this.group = last.label.group;
      this.add(row, last.label.table, last.label.key, last.hit);
      return;
    }
    if (closed && closed === hits.at(-1) && cellsAfter(row, closed.index).length > 0) {
      this.add(row, 3, 'closed', closed);
      return;
    }
    if (this.table === 4 && !this.isTurned()) this.disputes(row, hits.at(-1));
  }

  private add(row: Row, table: TableNumber, key: string, hit: Hit): void {
    const cells = cellsAfter(row, hit.index);
    // A word of the form on a line of its own, in the text: no row.
    if (cells.length === 0 && row.shape === 'stream') return;
    const header = this.headers[table];
    header.used = true;
    this.push({
      table,
      key,
      row,
      place: hit.cell.place,
      columns: columnsUnder(header, table, key),
      cells,
      labelTo: hit.cell.to,
      headerTo: header.to,
      after: null
    });
  }

  /** Table 4 has no row labels: its figures are the row that follows its header. */
  private disputes(row: Row, last: Hit | undefined): void {
    const cells = cellsAfter(row, last?.index ?? -1);
    const header = this.headers[4];
    if (header.cells.length === 0) return;
    const columns = disputeColumns(header.cells, header.blocks);
    const count = cells.filter(({ gap }) => gap !== true).length;
    const figures = cells.filter(({ text }) => text.trim().split(/\s+/).some(isValue)).length;
    if (figures === 0 && (last || count !== columns?.length)) return;
    // A page number or a note behind the table is no second row of figures.
    if (header.used && count !== columns?.length) return;
    const [first] = cells;
    if (!first) return;
    header.used = true;
    const common = { table: 4, key: 'disputes', row, columns, labelTo: 0, headerTo: header.to, after: null } as const;
    if (row.shape === 'grid') return this.push({ ...common, place: first.place, cells });
    // Empty lines after the header separate; one more than after its other rows would be an empty first cell.
    const lead = cells.findIndex(({ gap }) => gap !== true);
    const tabbed = cells.some((cell) => cell.tabbed === true);
    const separators = Number.isFinite(header.separators) ? header.separators : 0;
    const own = cells.slice(tabbed ? lead : Math.min(lead, separators));
    this.push({ ...common, place: own[0]?.place ?? first.place, cells: own, ...(tabbed ? {} : { separators }) });
  }

  private push(found: FoundRow): void {
    this.rows.push(found);
    if (found.row.shape === 'stream') this.open = found;
  }

  private hitsOf(row: Row): Hit[] {
    const hits: Hit[] = [];
    let table = this.table;
    for (const [index, cell] of row.cells.entries()) {
      if (cell.text === '' || isFigure(cell.text)) continue;
      const match = matchLabel(cell.text, table);
      if (!match) continue;
      hits.push({ index, cell, ...match });
      const [first] = match.labels;
      if (first && match.labels.length === 1) table = first.table;
    }
    return hits;
  }

  /** 总计, 其他 and 其他处理 mean different things in different places. */
  private meaningOf(hit: Hit, hits: readonly Hit[], row: Row): Label | null {
    const { labels } = hit;
    const [only] = labels;
    if (labels.length === 1 && only) return only;
    const inTable = labels.filter(({ table }) => table === this.table);
    const asColumn = inTable.find(({ kind }) => kind === 'column');
    const asRow = inTable.find(({ kind }) => kind === 'row');
    const asGroup = inTable.find(({ kind }) => kind === 'group');
    if (asGroup) return asGroup;
    if (asColumn && asRow) {
      if (this.isHeaderLabel(asColumn.key, hits, row)) return asColumn;
      if (asRow.key === 'closed-other' && this.group !== CLOSED_GROUP) return null;
      return asRow;
    }
    return asColumn ?? asRow ?? inTable[0] ?? null;
  }

  private isHeaderLabel(key: string, hits: readonly Hit[], row: Row): boolean {
    const sure = hits.some(
      ({ labels }) => labels.length === 1 && labels[0]?.kind === 'column' && labels[0].table === 3
    );
    if (row.shape === 'grid') return sure;
    const { used, cells, organisations } = this.headers[3];
    const begun = cells.length > 0 || organisations.length > 0;
    return begun && !used && !cells.some((cell) => cell.key === key);
  }

  private isTurned(): boolean {
    const { cells, blocks } = this.headers[4];
    return this.table === 4 && cells.length === 5 && blocks.length === 0;
  }

  private head(label: Label, hit: Hit, row: Row): void {
    const cell: HeaderCell = {
      key: label.key,
      text: hit.cell.text,
      from: hit.cell.from,
      to: hit.cell.to,
      order: row.order,
      source: row.shape === 'grid' ? row.source : 0
    };
    const header = this.headerFor(label, cell);
    header.to = Math.max(header.to, ...row.cells.map(({ to }) => to));
    if (label.kind === 'column') {
      if (header.cells.length === 0) this.headings.push({ table: label.table, order: row.order });
      header.cells.push(cell);
    } else if (label.kind === 'block') header.blocks.push({ ...cell, to: endOver(row, hit.index) });
    else if (label.key === ORGANISATIONS) header.organisations.push({ ...cell, to: endOver(row, hit.index) });
  }

  private headerFor(label: Label, cell: HeaderCell): Header {
    const header = this.headers[label.table];
    const repeated = label.table === 2 && (label.key === 'heading' ? header.cells.length > 0 : has(header, cell));
    const other = label.kind === 'column' && header.cells.some(({ source }) => source !== cell.source);
    if (!header.used && !repeated && !other) return header;
    return (this.headers[label.table] = noHeader());
  }
}

function has(header: Header, cell: HeaderCell): boolean {
  return header.cells.some(({ key }) => key === cell.key);
}

function columnsUnder(header: Header, table: TableNumber, key: string): readonly Column[] | null {
  if (table === 2) return columnsOfItem(header.cells, key);
  if (table === 4) return columnsOfBlock(header.cells, key);
  const ordered = applicantColumns(header.cells, header.organisations);
  return ordered && columnsOfApplicants(ordered, key);
}

function noHeader(): Header {
  return { cells: [], blocks: [], organisations: [], used: false, to: 0, separators: Infinity };
}

function noHeaders(): Record<TableNumber, Header> {
  return { 2: noHeader(), 3: noHeader(), 4: noHeader() };
}

function cellsAfter(row: Row, index: number): RowCell[] {
  return row.cells.slice(index + 1).filter(({ own }) => own);
}

function isFigure(text: string): boolean {
  return /^[\s\d.]*$/.test(text);
}

/** （六）其他处理 over three rows is a group; on a row of its own it may be the row. */
function isOwnRow(cell: RowCell): boolean {
  return cell.own && cell.rowSpan === 1;
}

/** A header cell typed over several columns leaves empty cells to its right. */
function endOver(row: Row, index: number): number {
  const cell = row.cells[index];
  const next = row.cells.slice(index + 1).find(({ text }) => text.trim() !== '');
  return row.shape === 'stream' ? (cell?.to ?? 0) : (next?.from ?? row.cells.at(-1)?.to ?? 0);
}

/** How many empty label cells stand before a label where a form's three label columns were typed out as text. */
function blanksBefore(label: Label): number {
  if (label.table !== 3) return 0;
  if (label.kind === 'group') return 1;
  if (label.kind !== 'row') return 0;
  if (label.group !== null) return 2;
  return ['partial', 'handled', 'closed'].includes(label.key) ? 1 : 0;
}
