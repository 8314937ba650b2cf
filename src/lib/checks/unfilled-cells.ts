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

const blankSchema = z.object({
  unit: z.string(),
  year: z.number().int(),
  kind: z.enum(['blank', 'dash']),
  cells: z.array(z.string())
});
export type BlankCells = z.infer<typeof blankSchema>;

const lostSchema = z.object({
  unit: z.string(),
  year: z.number().int(),
  cell: z.string(),
  kind: z.enum(['unreadable', 'missing'])
});

export async function findUnfilledCells(database: Database): Promise<UnfilledCells> {
  const blanks = await database.query(
    `SELECT unit, year, kind, list(cell) AS cells FROM cell_note WHERE kind IN ('blank', 'dash') GROUP BY unit, year, kind`
  );
  const rows = await database.query(
    `SELECT unit, year, cell, kind FROM cell_note WHERE kind IN ('unreadable', 'missing')`
  );
  const lost = rows.map((row) => lostSchema.parse(row));
  const keys = new Set(lost.map(({ unit, year, cell }) => `${year} ${cell} ${unit}`));
  return {
    blanks: blanks.map((row) => blankSchema.parse(row)),
    hasMissing: lost.some(({ kind }) => kind === 'missing'),
    isLost: (unit, year, cell) => keys.has(`${year} ${cell} ${unit}`)
  };
}
