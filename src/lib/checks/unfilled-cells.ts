import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { CellId } from '../form/form.ts';

/** Cells of reports' layouts that hold no number, and why. */
export interface UnfilledCells {
  /** Reports with a cell left blank or filled with a dash: unit, year, kind and the cells. */
  readonly blanks: readonly BlankCells[];
  /** Whether any cell was not found at all. */
  readonly hasMissing: boolean;
  /** Whether the cell is there but was not read, or was not found: what it holds is not known, not even as a blank. */
  isLost(unit: string, year: number, cell: CellId): boolean;
}

const rowSchema = z.object({
  unit: z.string(),
  year: z.number().int(),
  kind: z.enum(['blank', 'dash', 'unreadable', 'missing']),
  cells: z.array(z.string())
});
type UnfilledRow = z.infer<typeof rowSchema>;
export type BlankCells = UnfilledRow & { readonly kind: 'blank' | 'dash' };

const isBlank = (row: UnfilledRow): row is BlankCells => row.kind === 'blank' || row.kind === 'dash';

export async function findUnfilledCells(database: Database): Promise<UnfilledCells> {
  const found = await database.query(
    `SELECT unit, year, kind, list(cell) AS cells FROM cell_note WHERE kind <> 'written' GROUP BY unit, year, kind`
  );
  const rows = found.map((row) => rowSchema.parse(row));
  const lost = rows.filter((row) => !isBlank(row));
  const keys = new Set(lost.flatMap(({ unit, year, cells }) => cells.map((cell) => `${year} ${cell} ${unit}`)));
  return {
    blanks: rows.filter(isBlank),
    hasMissing: lost.some(({ kind }) => kind === 'missing'),
    isLost: (unit, year, cell) => keys.has(`${year} ${cell} ${unit}`)
  };
}
