import type { Change } from '../checks/repair/repair.ts';
import type { UnitRepairs } from '../checks/repair/repairs-for-reports.ts';
import type { ChosenFigure } from '../imports/stored.ts';
import type { StoredReport } from '../queries/get-reports.ts';
import type { AbsentCell } from '../queries/list-absent-cells.ts';

/** A change that a person chose for a unit's letter. */
export type ChosenChange = Change & { readonly unit: string };

/** What letters are made of beside flags. */
export interface LetterBasis {
  readonly repairs: readonly UnitRepairs[];
  readonly chosen: readonly ChosenChange[];
  /** Cells that hold no number and are not plainly blank. */
  readonly absent: readonly AbsentCell[];
}

/** What a person chose, made now. */
export function newChosen(unit: string, changes: readonly Omit<Change, 'absence'>[]): ChosenFigure[] {
  const at = new Date().toISOString();
  return changes.map(({ year, cell, from, to }) => ({ unit, year, cell, from, to, at }));
}

/** What was found for some units, with what a person chose for them. */
export function letterBasis(
  { reports, repairs, absent }: Omit<LetterBasis, 'chosen'> & { readonly reports: readonly StoredReport[] },
  chosenOf: (unit: string) => readonly ChosenFigure[]
): LetterBasis {
  const chosen = reports.flatMap(({ unit, year, cells }) =>
    chosenOf(unit)
      // A choice about a figure that no longer stands there is about nothing.
      .filter((figure) => figure.year === year && figure.from === (cells[figure.cell] ?? null))
      .map(({ cell, from, to }): ChosenChange => {
        const kind = from === null ? absenceOf(absent, unit, year, cell)?.kind : undefined;
        return { unit, year, cell, from, to, ...(kind === undefined || kind === 'blank' ? {} : { absence: kind }) };
      })
  );
  return { repairs, chosen, absent };
}

export function absenceOf(absent: readonly AbsentCell[], unit: string, year: number, cell: string): AbsentCell | null {
  return absent.find((each) => each.unit === unit && each.year === year && each.cell === cell) ?? null;
}
