import { UNKNOWN_DISTRICT, type ResolveUnit } from '../database/resolve-units.ts';
import type { Unit } from '../report/unit.ts';
import { matchUnit } from './match-unit.ts';
import type { ImportedReport } from './survey.ts';
import type { Decision } from './stored.ts';

export function withUnit(reports: readonly ImportedReport[], unit: string, at: string): Decision[] {
  return reports.map((report) => ({ ...afresh(report), unit, at }));
}

export function withYear(report: ImportedReport, year: number, at: string): Decision[] {
  return [{ ...afresh(report), year, at }];
}

/** Another unit and year for a report that has both: until then it stays where it is. */
export function moved(report: ImportedReport, unit: string, year: number, at: string): Decision[] {
  return [{ ...afresh(report), unit, year, at }];
}

/** Which report of its unit and year counts is asked again, as if nothing had been chosen among them. */
export function askedAgain(all: readonly ImportedReport[], { decision }: ImportedReport, at: string): Decision[] {
  const { unit, year } = decision;
  const rivals = all.filter((other) => other.decision.unit === unit && other.decision.year === year);
  return rivals.map((rival) => ({ ...afresh(rival), at }));
}

/**
 * What those that stay know of rivals that go: one that was set aside is forgotten, since nobody counts on it; one that
 * was chosen is not, so that it is asked which report counts in its place.
 */
export function withoutRivals(all: readonly ImportedReport[], going: readonly ImportedReport[]): Decision[] {
  const gone = new Set(going.flatMap(({ key, decision }) => (decision.choice === 'kept' ? [] : [key])));
  const leaving = new Set(going.map(({ key }) => key));
  return all.flatMap(({ key, decision }): Decision[] => {
    if (leaving.has(key) || !decision.rivals.some((rival) => gone.has(rival))) return [];
    return [{ ...decision, rivals: decision.rivals.filter((rival) => !gone.has(rival)) }];
  });
}

/** Reports that wait for a unit and whose printed name the register knows by now. */
export function placedByNow(reports: readonly ImportedReport[], resolve: ResolveUnit, at: string): Decision[] {
  return reports.flatMap(({ decision, document, printed }): Decision[] => {
    if (decision.unit !== null) return [];
    const match = matchUnit(printed.unit, document.file, resolve);
    return match.state === 'certain' ? [{ ...decision, unit: match.unit.code, at }] : [];
  });
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
