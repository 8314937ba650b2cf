import { cellsOfLayout, type CellId, type Layout } from '../form/form.ts';
import type { Absence } from '../report/absence.ts';
import { unitYearKey, type UnitYear } from '../report/unit-year.ts';
import { IDENTITIES } from './identities.ts';
import { isToldByTotal, notCheckable } from './identity-flags.ts';
import type { Flag, Term } from './rule.ts';

export interface ReadReport extends UnitYear {
  readonly layout: Layout;
  readonly cells: Readonly<Record<CellId, number | null | undefined>>;
  /** Why cells hold no number; those that are not named are blank. */
  readonly absent?: Readonly<Record<CellId, Absence | undefined>>;
}

/**
 * The identities that cannot be checked and have no flag: those none of whose cells holds a number, and a column's
 * carry-over that the total's tells of. To a person they say no more than that a row, a column or a table is empty, which
 * is one flag by itself; a program that finds no flag of a rule would take it to hold.
 */
export function unansweredIdentities(reports: readonly ReadReport[]): Flag[] {
  const byKey = new Map(reports.map((report) => [unitYearKey(report), report]));
  const printed = (unit: string, year: number, cell: CellId): ReadReport | undefined => {
    const report = byKey.get(unitYearKey({ unit, year }));
    return report && cellsOfLayout(report.layout).some(({ id }) => id === cell) ? report : undefined;
  };
  const isLost = (unit: string, year: number, cell: CellId): boolean => {
    const absence = byKey.get(unitYearKey({ unit, year }))?.absent?.[cell];
    return absence === 'unreadable' || absence === 'missing';
  };
  return reports.flatMap(({ unit, year, layout }): Flag[] => {
    const figureOf = ({ cell, yearOffset }: Pick<Term, 'cell' | 'yearOffset'>): number | null =>
      printed(unit, year + yearOffset, cell)?.cells[cell] ?? null;
    return IDENTITIES.flatMap((identity): Flag[] => {
      const { layouts, terms } = identity;
      if (!layouts.includes(layout)) return [];
      if (!terms.every(({ cell, yearOffset }) => printed(unit, year + yearOffset, cell))) return [];
      const figures = terms.map(figureOf);
      const isAnswered = figures.every((figure) => figure !== null);
      const isFlagged = figures.some((figure) => figure !== null) && !isToldByTotal(identity, figureOf);
      if (isAnswered || isFlagged) return [];
      return [{ ...notCheckable(identity, { unit, year, figures }, isLost), severity: 'info' }];
    });
  });
}
