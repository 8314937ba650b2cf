import { APPLICANT_COLUMNS, DISPUTE_BLOCKS, DISPUTE_COLUMNS, type CellId } from '../form/form.ts';
import type { Issue } from '../report/issue.ts';
import type { TakenRow } from './fill-cells.ts';
import { isTabbed } from './stream-layout.ts';

/** The figures that the form sums up in a row of table 3 or in a block of table 4. */
interface Sum {
  readonly row: string;
  readonly parts: readonly CellId[];
  readonly total: CellId;
}

/** Fewer rows that add up do not show that all should. */
const ENOUGH = 3;

/**
 * Rows of text without borders of cells that alone among the others do not add up. There a blank may be lost and a
 * line's number or a page's stand in its place, so that every figure stands one column off: they are taken, and said to
 * be unsure. Where most rows do not add up, the sums say nothing.
 */
export function unsureRows(rows: readonly TakenRow[], cells: Readonly<Record<CellId, number | null>>): Issue[] {
  const found = rows
    .filter((one) => one.cells !== null && !one.doubtful && keepsNoBorders(one))
    .flatMap((one) => sumsOf(one).map((sum) => ({ sum, place: one.row.place })))
    .filter(({ sum }) => sum.total in cells);
  const wrong = found.filter(({ sum }) => !addsUp(sum, cells));
  const right = found.length - wrong.length;
  if (right < ENOUGH || right < wrong.length * 2) return [];
  const named = new Map(wrong.map(({ sum, place }) => [sum.row, place]));
  const table = (row: string) => Number(row.charAt(1));
  return [...named].map(([row, place]): Issue => ({
    code: 'row.layout-unsure',
    place,
    values: { table: table(row), row }
  }));
}

/**
 * Lines of text without tabs; and rows of a text's table beside another column behind the figures, in which the last of
 * them may be found when a cell is missing.
 */
function keepsNoBorders({ row }: TakenRow): boolean {
  if (row.row.shape === 'stream') return !isTabbed(row);
  const end = Math.max(0, ...(row.columns ?? []).map(({ grid }) => grid?.to ?? Infinity));
  return row.place.line !== undefined && end < row.headerTo;
}

function sumsOf({ row }: TakenRow): Sum[] {
  if (row.table === 2) return [];
  if (row.table === 3) return [sumOf(`t3.${row.key}`, APPLICANT_COLUMNS)];
  return DISPUTE_BLOCKS.filter((block) => row.columns?.some(({ id }) => id.startsWith(`t4.${block}.`))).map((block) =>
    sumOf(`t4.${block}`, DISPUTE_COLUMNS)
  );
}

function sumOf(row: string, columns: readonly string[]): Sum {
  const parts = columns.filter((column) => column !== 'total').map((column) => `${row}.${column}`);
  return { row, parts, total: `${row}.total` };
}

/** A cell that was refused leaves the sum open. Blank cells count as nothing. */
function addsUp({ parts, total }: Sum, cells: Readonly<Record<CellId, number | null>>): boolean {
  if (parts.some((id) => !(id in cells))) return true;
  return parts.reduce((sum, id) => sum + (cells[id] ?? 0), 0) === (cells[total] ?? 0);
}
