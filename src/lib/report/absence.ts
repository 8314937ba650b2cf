import type { CellId } from '../form/form.ts';
import type { Report } from './report.ts';

/**
 * Why a cell of the report's form holds no number. `blank`: nothing stands there. `dash`: / - — 无. `unreadable`: text
 * from which no number can be taken. `missing`: the cell was not found.
 */
export const ABSENCES = ['blank', 'dash', 'unreadable', 'missing'] as const;
export type Absence = (typeof ABSENCES)[number];

/** For those of `cells` that hold no number, why. */
export function absencesOf(
  { cells: values, notes }: Pick<Report, 'cells' | 'notes'>,
  cells: readonly CellId[]
): Map<CellId, Absence> {
  const noted = new Map(notes.map((note) => [note.cell, note.kind]));
  return new Map(
    cells.flatMap((cell): [CellId, Absence][] => {
      const value = values[cell];
      if (typeof value === 'number') return [];
      if (value === null) return [[cell, noted.get(cell) === 'dash' ? 'dash' : 'blank']];
      return [[cell, noted.get(cell) === 'unreadable' ? 'unreadable' : 'missing']];
    })
  );
}
