import type { Database } from '../database/database.ts';
import { listPublishedReports, listRegister } from '../database/published.ts';
import { createResolver } from '../database/resolve-units.ts';
import type { Unit } from '../report/unit.ts';
import type { Surroundings } from './survey.ts';

/** What the imports are placed among: the published register and reports. */
export interface PublishedSide {
  readonly register: readonly Unit[];
  readonly reports: ReadonlySet<string>;
}

const keyOf = (unit: string, year: number): string => `${year} ${unit}`;

export async function readPublishedSide(database: Database): Promise<PublishedSide> {
  const [register, reports] = [await listRegister(database), await listPublishedReports(database)];
  return { register, reports: new Set(reports.map(({ unit, year }) => keyOf(unit, year))) };
}

/** With the units that a person added. */
export function surroundingsOf({ register, reports }: PublishedSide, added: readonly Unit[]): Surroundings {
  const units = [...register, ...added];
  const codes = new Set(units.map(({ code }) => code));
  return {
    resolve: createResolver(units),
    isUnit: (code) => codes.has(code),
    isPublished: (unit, year) => reports.has(keyOf(unit, year))
  };
}
