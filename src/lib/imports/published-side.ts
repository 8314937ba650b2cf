import type { Database } from '../database/database.ts';
import { listPublishedReports, listRegister } from '../database/published.ts';
import { createResolver } from '../database/resolve-units.ts';
import type { Unit } from '../report/unit.ts';
import { unitYearKey } from '../report/unit-year.ts';
import { certainUnit } from './register-of-imports.ts';
import type { Surroundings } from './survey.ts';

/** What was published beside the site. */
export interface PublishedSide {
  /** null: nothing was published, the imports are all there is. */
  readonly register: readonly Unit[] | null;
  readonly reports: ReadonlySet<string>;
}

export const NOTHING_PUBLISHED: PublishedSide = { register: null, reports: new Set() };

export async function readPublishedSide(database: Database): Promise<PublishedSide> {
  const [register, reports] = [await listRegister(database), await listPublishedReports(database)];
  return { register, reports: new Set(reports.map(unitYearKey)) };
}

/** @param units all that a report may be of */
export function surroundingsOf(units: readonly Unit[], { reports }: Pick<PublishedSide, 'reports'>): Surroundings {
  const codes = new Set(units.map(({ code }) => code));
  const resolve = createResolver(units);
  const later = new Map<string, string | null>();
  return {
    resolve,
    // Where names are the codes, a name may since have been joined with others, or have come into a register.
    unitOf(code) {
      if (codes.has(code)) return code;
      let unit = later.get(code);
      if (unit === undefined) later.set(code, (unit = certainUnit(code, resolve)));
      return unit;
    },
    isPublished: (unit, year) => reports.has(unitYearKey({ unit, year }))
  };
}
