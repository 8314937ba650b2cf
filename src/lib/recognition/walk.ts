import type { TableNumber } from '../form/form.ts';
import type { FoundRow, SimilarLabel } from './found-row.ts';
import { Headers } from './headers.ts';
import { withoutLineNumbers } from './line-numbers.ts';
import { CLOSED_GROUP, LAWSUITS, OUTCOMES, type Label } from './labels.ts';
import { cellsAfter, cellsOfRow, followerOf, hitsOf, meaningOf, type Hit } from './label-hits.ts';
import { MoneyCaptions } from './money-captions.ts';
import { isValue } from './cell-value.ts';
import type { Row, RowCell } from './rows.ts';
import type { SectionKey } from './headings.ts';
import type { Item } from './stream.ts';
import { headlessRow, isLaidOutLike } from './dispute-rows.ts';
import { proseRows } from './prose-rows.ts';
import { subtotals } from './subtotals.ts';
import { UprightDisputes } from './upright-disputes.ts';
import { type BegunLabel, continuationOf, goneOn, unreadRow, type UnreadRow } from './unread-rows.ts';

export interface Walked {
  readonly rows: readonly FoundRow[];
  readonly similar: readonly SimilarLabel[];
  readonly unread: readonly UnreadRow[];
  /** Orders of rows that are prose: they stand in the table as well, as a row should. */
  readonly prose: ReadonlySet<number>;
  /** Headers of the form's tables, whether or not a row was found under them. */
  readonly headings: readonly { readonly table: TableNumber; readonly order: number }[];
}

/** Walks the document once, in reading order: section, header, rows. */
export function walk(items: readonly Item[]): Walked {
  const walker = new Walker();
  for (const item of items) {
    if (item.kind === 'row') walker.read(item);
    else walker.pass(item.text, item.section);
  }
  return walker.end();
}

class Walker {
  private readonly rows: FoundRow[] = [];
  private readonly similar: SimilarLabel[] = [];
  private section: SectionKey | null = null;
  private table: TableNumber | null = null;
  private group: string | null = null;
  private readonly unread: UnreadRow[] = [];
  /** The row found last, with its label, as long as the next row may go on from it. */
  private last: { readonly found: FoundRow; readonly label: BegunLabel | null } | null = null;
  private readonly headers = new Headers();
  private readonly money = new MoneyCaptions();
  private readonly upright = new UprightDisputes();
  /** Tables of which a header names a column of line numbers. */
  private readonly numbered = new Set<TableNumber>();
  /** The last row of a stream, waiting for the label that comes after it. */
  private open: FoundRow | null = null;

  end(): Walked {
    const found = this.rows.map((row) => this.money.applied(row));
    const prose = proseRows(found);
    const sums = subtotals(found);
    const rows = withoutLineNumbers(found.filter((one) => !prose.has(one.row.order) && !sums.has(one)));
    const sources = new Set(this.rows.map(({ row }) => row.source));
    // Tables of other things stand beside the form's.
    const left = [...sums].flatMap(({ row, table }) => unreadRow(row, table) ?? []);
    const unread = [...this.unread, ...left].filter(({ source }) => sources.has(source));
    return { rows, similar: this.similar, unread, prose, headings: this.headers.starts };
  }

  pass(text: string, section: SectionKey | null): void {
    this.open = null;
    if (section !== null && section !== 'other') {
      this.section = section;
      this.last = null;
      this.table = null;
      this.group = null;
      this.headers.clear();
      this.upright.clear();
      this.numbered.clear();
      this.money.begin();
    }
    this.money.read(text);
  }

  read(row: Row): void {
    const hits = hitsOf(row, this.table);
    for (const cell of row.cells) {
      if (cell.own && !hits.some((hit) => hit.cell === cell)) this.money.read(cell.text);
    }
    const leaves: { hit: Hit; label: Label }[] = [];
    // Labels of results wait until it is told whether they are columns, or rows of a table 4 that is written downwards.
    let results: { hit: Hit; label: Label }[] = [];
    const addResults = (): void => {
      for (const { hit, label } of results) this.headers.add(label, row, hit.index);
      results = [];
    };
    let closed: Hit | null = null;
    for (const hit of hits) {
      const label = meaningOf(hit, hits, row, this.table, this.group, this.headers);
      if (!label || this.isToldBlock(label, hits, row)) continue;
      this.table = label.table;
      if (this.open) {
        this.open.next = followerOf(label);
        this.open = null;
      }
      if (hit.similar)
        this.similar.push({ printed: hit.cell.text, name: label.name, order: row.order, place: hit.cell.place });
      if (label.kind === 'group') {
        this.group = label.key;
        if (label.key === CLOSED_GROUP && isOwnRow(hit.cell)) closed = hit;
      } else if (label.kind === 'row') leaves.push({ hit, label });
      else if (label.kind === 'column' && label.table === 4 && hit.cell.own) results.push({ hit, label });
      else if (label.kind === 'block') {
        addResults();
        if (!this.headers.isTurned()) {
          if (hit.cell.own) this.headers.add(label, row, hit.index);
        } else if (label.key !== LAWSUITS) leaves.push({ hit, label });
      } else if (hit.cell.own && label.key !== OUTCOMES) this.headers.add(label, row, hit.index);
    }
    if (this.table !== null && row.cells.some(({ side }) => side === 'number')) this.numbered.add(this.table);
    this.open = null;
    if (this.isUpright(row, results)) return;
    addResults();
    const { last } = this;
    this.last = null;
    if (!this.goesOn(last, row, hits)) {
      const known = this.rows.length;
      this.found(row, hits, leaves, closed);
      const unread = this.rows.length === known && this.table !== null ? unreadRow(row, this.table) : null;
      if (unread) this.unread.push(unread);
    }
    const gaps = cellsAfter(row, hits.at(-1)?.index ?? -1);
    if (this.table === 4 && gaps.every(({ gap }) => gap === true)) this.headers.endRow(gaps.length);
  }

  /** Takes a row of results of a table 4 that is written downwards. */
  private isUpright(row: Row, results: readonly { hit: Hit; label: Label }[]): boolean {
    const last = results.at(-1)?.hit;
    if (!last || this.headers.hasColumns(4)) return false;
    const cells = cellsAfter(row, last.index);
    const found = this.upright.rowOf(
      row,
      results.map(({ label }) => label.key),
      cellsOfRow(cells),
      this.headers.blocks
    );
    if (!found) return false;
    const { cell } = last;
    this.push(
      { table: 4, ...found, row, place: cell.place, cells, labelTo: cell.to, headerTo: Infinity, next: null },
      cell
    );
    return true;
  }

  /** Whether the row holds the figures of the label above it; a label that may have lost them is no row. */
  private goesOn(last: Walker['last'], row: Row, hits: readonly Hit[]): boolean {
    const from = last?.label?.cell.from ?? 0;
    if (!last || hits.some(({ cell }) => cell.own && cell.from >= from)) return false;
    const more = continuationOf(last.found, last.label, row);
    if (!more) {
      const label = last.label && goneOn(last.label, row);
      if (label) this.last = { ...last, label };
      return false;
    }
    this.rows.pop();
    if (more.kind === 'doubtful') return false;
    this.push({ ...last.found, row, cells: more.cells, labelTo: 0 }, last.label?.cell);
    return true;
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
    const has = this.headers.hasColumns(4);
    const headless = this.section === 'disputes' && !has ? headlessRow(row) : null;
    if (headless) this.push(headless);
    else if (this.table === 4 && has && !this.headers.isTurned()) this.disputes(row, hits.at(-1));
  }

  private add(row: Row, table: TableNumber, key: string, hit: Hit): void {
    const cells = cellsAfter(row, hit.index);
    // A word of the form on a line of its own, in the text: no row.
    if (cells.length === 0 && row.shape === 'stream') return;
    const { columns, to } = this.headers.use(table, key);
    this.push(
      { table, key, row, place: hit.cell.place, columns, cells, labelTo: hit.cell.to, headerTo: to, next: null },
      hit.cell
    );
  }

  /** Table 4 has no row labels: its figures are the row that follows its header. */
  private disputes(row: Row, last: Hit | undefined): void {
    const cells = cellsAfter(row, last?.index ?? -1);
    const columns = this.headers.disputes();
    const count = cells.filter(({ gap }) => gap !== true).length;
    const figures = cells.filter(({ text }) => text.trim().split(/\s+/).some(isValue)).length;
    if (figures === 0 && (last || count !== columns?.length)) return;
    // A page number or a note behind the table is no second row of figures.
    if (this.headers.isUsed(4) && count !== columns?.length && !isLaidOutLike(this.rows, row, cells)) return;
    const [first] = cells;
    if (!first) return;
    const { to } = this.headers.use(4, 'disputes');
    const common = { table: 4, key: 'disputes', row, columns, labelTo: 0, headerTo: to, next: null } as const;
    if (row.shape === 'grid') return this.push({ ...common, place: first.place, cells });
    // Empty lines after the header separate; one more than after its other rows would be an empty first cell.
    const lead = cells.findIndex(({ gap }) => gap !== true);
    const tabbed = cells.some((cell) => cell.tabbed === true);
    const { separators } = this.headers;
    const own = cells.slice(tabbed ? lead : Math.min(lead, separators));
    this.push({ ...common, place: own[0]?.place ?? first.place, cells: own, ...(tabbed ? {} : { separators }) });
  }

  private push(found: FoundRow, label: RowCell | null = null): void {
    const numbered = this.numbered.has(found.table) ? { ...found, numbered: true } : found;
    this.rows.push(numbered);
    this.last = { found: numbered, label: label && { cell: label, words: label.text } };
    const unit = found.row.cells.find(({ side }) => side === 'money')?.text;
    this.money.found(numbered, unit === undefined ? (label?.text ?? '') : `(${unit})`);
    if (found.row.shape === 'stream') this.open = numbered;
  }

  /** 行政复议 3 件 on a line before table 4, which is no header of it: no results are named, here or above. */
  private isToldBlock(label: Label, hits: readonly Hit[], row: Row): boolean {
    return (
      label.kind === 'block' &&
      row.line !== undefined &&
      !this.headers.isTurned() &&
      !hits.some(({ labels }) => labels.some(({ kind, table }) => kind === 'column' && table === 4)) &&
      cellsAfter(row, hits.at(-1)?.index ?? -1).some(({ text }) => isValue(text))
    );
  }
}

/** （六）其他处理 over three rows is a group; on a row of its own it may be the row. */
function isOwnRow(cell: RowCell): boolean {
  return cell.own && cell.rowSpan === 1;
}
