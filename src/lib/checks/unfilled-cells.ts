import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { CellId } from '../form/form.ts';

/** Cells of reports' layouts that hold no number, and why. */
export interface UnfilledCells {
  /** Reports with a cell left blank or filled with a dash: unit, year, kind and the cells. */
  readonly blanks: readonly BlankCells[];
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

const lostSchema = z.object({ unit: z.string(), year: z.number().int(), cell: z.string() });

export async function findUnfilledCells(database: Database): Promise<UnfilledCells> {
  const blanks = await database.query(
    `SELECT unit, year, kind, list(cell) AS cells FROM cell_note WHERE kind IN ('blank', 'dash') GROUP BY unit, year, kind`
  );
  const lost = await database.query(`SELECT unit, year, cell FROM cell_note WHERE kind IN ('unreadable', 'missing')`);
  const keys = new Set(
    lost.map((row) => {
      const { unit, year, cell } = lostSchema.parse(row);
      return `${year} ${cell} ${unit}`;
    })
  );
  return {
    blanks: blanks.map((row) => blankSchema.parse(row)),
    isLost: (unit, year, cell) => keys.has(`${year} ${cell} ${unit}`)
  };
}
