import { ALL_CELLS, type CellId } from '../form/form.ts';

/** `null`: blank or dash; undefined: not read, or not on this report's layout. */
export type CellValues = Readonly<Record<CellId, number | null | undefined>>;

export interface Difference {
  readonly cell: CellId;
  /** One a report, in the order given. */
  readonly values: readonly (number | null | undefined)[];
}

/** The cells in which these reports do not all say the same, in the form's order. Blank and zero differ. */
export function differencesOf(reports: readonly CellValues[]): Difference[] {
  return ALL_CELLS.flatMap(({ id }): Difference[] => {
    const values = reports.map((cells) => cells[id]);
    return values.every((value) => value === values[0]) ? [] : [{ cell: id, values }];
  });
}
