import type { Random } from '../../../data/generator/random.ts';
import type { Format } from '../../../src/lib/documents/block.ts';
import type { CellId } from '../../../src/lib/form/form.ts';
import type { FormCell, FormTable, ReportPaper } from '../report-paper.ts';

/** A report on paper while things are done to it, and what may still be read from it in silence. */
export interface Draft {
  readonly paper: ReportPaper;
  readonly truth: Map<CellId, Set<number | null>>;
  readonly format: Format;
  readonly random: Random;
  /** Rows that gained or lost a cell: a second time might only undo the first. */
  readonly uneven: Set<readonly FormCell[]>;
}

/** Does one thing to the draft; false when there is nothing to do it to. */
export type Change = (draft: Draft) => boolean;

export interface Row {
  readonly table: FormTable;
  readonly index: number;
  readonly cells: FormCell[];
  /** Where the row's figures begin. */
  readonly first: number;
  /** Where what belongs to this row alone begins: its label, behind those of groups. */
  readonly own: number;
}

export const tablesOf = ({ paper }: Draft): FormTable[] => paper.blocks.filter((block) => typeof block !== 'string');

/** Rows that hold figures. */
export function rowsOf(tables: readonly FormTable[]): Row[] {
  return tables.flatMap((table) =>
    table.flatMap((cells, index) => {
      const first = cells.findIndex(({ id }) => id !== undefined);
      if (first < 0) return [];
      let own = first;
      while (own > 0 && (cells[own - 1]?.rowSpan ?? 1) === 1) own -= 1;
      return [{ table, index, cells, first, own }];
    })
  );
}

export const idsOf = (cells: readonly FormCell[]): CellId[] => cells.flatMap(({ id }) => id ?? []);
export const forbid = ({ truth }: Draft, ids: readonly CellId[]): void => ids.forEach((id) => truth.set(id, new Set()));
export const copyOf = (cells: readonly FormCell[]): FormCell[] => cells.map((cell) => ({ ...cell }));
export const isThree = (table: FormTable): boolean =>
  table.some((row) => row.some(({ id }) => id?.startsWith('t3.') ?? false));

export function anyRow(draft: Draft): Row | undefined {
  const rows = rowsOf(tablesOf(draft));
  return rows.length === 0 ? undefined : draft.random.pick(rows);
}

export function anyFigure(draft: Draft, wanted: (cell: FormCell) => boolean = () => true) {
  const found = rowsOf(tablesOf(draft)).flatMap((row) =>
    row.cells.flatMap((cell, at) => (cell.id !== undefined && wanted(cell) ? [{ ...row, cell, at, id: cell.id }] : []))
  );
  return found.length === 0 ? undefined : draft.random.pick(found);
}

export function anyLabel(draft: Draft): FormCell | undefined {
  const labels = tablesOf(draft).flatMap((table) =>
    table.flatMap((row) => row.filter(({ id, text }) => id === undefined && text.length > 1))
  );
  return labels.length === 0 ? undefined : draft.random.pick(labels);
}

export const between = (text: string, put: string, random: Random): string => {
  const at = random.integer(1, text.length - 1);
  return text.slice(0, at) + put + text.slice(at);
};

/** A figure in a row that still has its cells; the row then counts as uneven. */
export function anyEvenFigure(draft: Draft) {
  const found = anyFigure(draft, ({ table, rowSpan }) => table === undefined && rowSpan === undefined);
  if (!found || draft.uneven.has(found.cells)) return undefined;
  draft.uneven.add(found.cells);
  return found;
}

/** Where a row is a list of cells, one less is seen; on a sheet or a page the others only stand elsewhere. */
export const isDrawnByCells = ({ format }: Draft): boolean => !['xls', 'xlsx', 'pdf'].includes(format);

export const isLeaf = ({ first, own }: Row): boolean => own < first;

/** A copy of a row that can stand below it: what reaches down from above is not repeated. */
export const leafOf = ({ cells, own }: Row): FormCell[] => copyOf(cells.slice(own));

/** Cells above that reach over the row become longer, or shorter, by rows. */
export function stretchAbove({ table, index }: Row, by = 1): void {
  table.slice(0, index + 1).forEach((row, at) => {
    for (const cell of row) {
      const span = cell.rowSpan ?? 1;
      if (span > 1 && at + span > index) cell.rowSpan = span + by;
    }
  });
}
