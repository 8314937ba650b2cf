import { UNKNOWN_DISTRICT } from '../database/resolve-units.ts';
import type { Unit } from '../report/unit.ts';
import type { ImportedReport } from './survey.ts';
import type { Decision } from './stored.ts';

export function withUnit(reports: readonly ImportedReport[], unit: string, at: string): Decision[] {
  return reports.map((report) => ({ ...afresh(report), unit, at }));
}

export function withYear(report: ImportedReport, year: number, at: string): Decision[] {
  return [{ ...afresh(report), year, at }];
}

/** Unit and year are asked for again. */
export function reopened(report: ImportedReport, at: string): Decision[] {
  return [{ ...afresh(report), unit: null, year: null, at }];
}

/** Another unit or year has other rivals: what was chosen among the old ones is void. */
function afresh({ decision }: ImportedReport): Decision {
  return { ...decision, choice: null, rivals: [] };
}

/** A unit that the register does not have, after all others. Its name is its code, unless that is taken. */
export function newUnit(
  { name, district, kind }: Pick<Unit, 'name' | 'district' | 'kind'>,
  units: readonly Unit[]
): Unit {
  const codes = new Set(units.map(({ code }) => code));
  let code = name;
  for (let count = 2; codes.has(code); count += 1) code = `${name}-${count}`;
  const order = Math.max(0, ...units.map((unit) => unit.order)) + 1;
  return { code, name, district: district === '' ? UNKNOWN_DISTRICT : district, kind, order, formerNames: [] };
}
