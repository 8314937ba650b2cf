/**
 * Which frames on the pages are which official table. Only the whole table with every row and every joined cell in its
 * place is a match, and only when there is no other way to see it; a table may go over the end of a page.
 */
import { LAYOUTS, type CellId, type Layout, type TableNumber } from '../form/form.ts';
import { formTable, type FormRow } from './form-rows.ts';
import type { Frame, FrameRow } from './frames.ts';
import type { Box } from './picture.ts';

/** Where a cell stands on the pages: in two pieces when the end of a page cuts its row. */
export type CellPieces = readonly { readonly page: number; readonly box: Box }[];

export type TableMatch =
  | { readonly kind: 'found'; readonly cells: ReadonlyMap<CellId, CellPieces> }
  /** `other`: the layout whose table it is instead. */
  | { readonly kind: 'other-layout'; readonly other: Layout }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'not-found' };

interface PageRow extends FrameRow {
  readonly page: number;
  /** What stands between it and the row before. */
  readonly before: 'nothing' | 'end-of-page' | 'other-table';
}

export const TABLES: readonly TableNumber[] = [2, 3, 4];

/** @param pages the frames of each page, from the top down */
export function matchTables(pages: readonly (readonly Frame[])[], layout: Layout): Map<TableNumber, TableMatch> {
  const rows = pageRows(pages);
  return new Map(TABLES.map((table) => [table, matchTable(rows, layout, table)]));
}

function matchTable(rows: readonly PageRow[], layout: Layout, table: TableNumber): TableMatch {
  const [first, ...more] = ways(rows, layout, table);
  if (first && more.length === 0) return { kind: 'found', cells: first };
  if (first) return { kind: 'ambiguous' };
  const other = LAYOUTS.find((each) => each !== layout && ways(rows, each, table).length > 0);
  return other ? { kind: 'other-layout', other } : { kind: 'not-found' };
}

function pageRows(pages: readonly (readonly Frame[])[]): PageRow[] {
  return pages.flatMap((frames, page) =>
    frames.flatMap((frame, number) =>
      frame.rows.map((row, index): PageRow => {
        // A table goes on only in the first frame of the next page.
        const goesOn = number === 0 && (pages[page - 1]?.length ?? 0) > 0;
        return { ...row, page, before: index > 0 ? 'nothing' : goesOn ? 'end-of-page' : 'other-table' };
      })
    )
  );
}

type Way = Map<CellId, CellPieces>;

/** Every way to see the table's rows in the pages' rows. */
function ways(rows: readonly PageRow[], layout: Layout, table: TableNumber): Way[] {
  const { header, body } = formTable(layout, table);
  // One row of table 4 says nothing by itself; table 3's header is often cut by the end of a page.
  const wanted = table === 4 ? [...header, ...body] : body;
  return rows.flatMap((_, start) => {
    if (!startsAfresh(rows, start)) return [];
    return follow(rows, start, wanted, header);
  });
}

/** All cells above it end there. */
function startsAfresh(rows: readonly PageRow[], start: number): boolean {
  const above = rows[start - 1];
  return rows[start]?.before !== 'nothing' || !above || above.cells.every(({ closed }) => closed);
}

function follow(
  rows: readonly PageRow[],
  start: number,
  wanted: readonly FormRow[],
  header: readonly FormRow[]
): Way[] {
  const [form, ...rest] = wanted;
  if (!form) return [new Map()];
  const row = rows[start];
  const next = rows[start + 1];
  if (!row) return [];
  const found: Way[] = [];
  const goOn = (from: number, pieces: readonly PageRow[]): void => {
    // The next row belongs to the same table, or the table is at its end.
    if (rest.length > 0 && rows[from]?.before === 'other-table') return;
    const starts = [from];
    if (rest.length > 0 && header.length > 0 && rows[from]?.before === 'end-of-page') {
      const repeated = header.every((each, index) => {
        const own = rows[from + index];
        return own && looksLike(own, each, index === 0 || own.before === 'nothing');
      });
      if (repeated) starts.push(from + header.length);
    }
    for (const each of starts) {
      for (const way of follow(rows, each, rest, header)) found.push(new Map([...cellsIn(form, pieces), ...way]));
    }
  };
  const endsPage = next === undefined || next.before !== 'nothing';
  if (looksLike(row, form, !endsPage)) goOn(start + 1, [row]);
  // A row that the end of a page cuts in two.
  if (next?.before === 'end-of-page' && looksLike(row, form, false)) {
    const after = rows[start + 2];
    if (looksLike(next, form, after?.before === 'nothing')) goOn(start + 2, [row, next]);
  }
  return found;
}

/** At the end of a page every cell is closed, whatever comes on the next. */
function looksLike({ cells, unclear }: PageRow, form: FormRow, below: boolean): boolean {
  if (unclear || cells.length !== form.closed.length) return false;
  return !below || cells.every(({ closed }, index) => closed === form.closed[index]);
}

function cellsIn({ values, closed }: FormRow, pieces: readonly PageRow[]): (readonly [CellId, CellPieces])[] {
  const labels = closed.length - values.length;
  return values.map((cell, index) => [
    cell,
    pieces.flatMap(({ page, cells }) => {
      const own = cells[labels + index];
      return own ? [{ page, box: own.box }] : [];
    })
  ]);
}
