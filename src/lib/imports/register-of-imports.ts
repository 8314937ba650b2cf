/**
 * The units that imports are placed among: the published register, else one that a person dropped in, else the names
 * that the reports print, joined as the command joins them without a register.
 */
import { createResolver, unitsOfNames, type ResolveUnit } from '../database/resolve-units.ts';
import type { Unit } from '../report/unit.ts';
import { reportKey, type Decision, type ImportedDocument } from './stored.ts';

/** What is longer is a sentence that was taken for a name: a person is asked. */
const LONGEST_NAME = 60;

/** In the register's own order, the person's own units behind it. */
export function registerWith(given: readonly Unit[], added: readonly Unit[]): Unit[] {
  const codes = new Set(given.map(({ code }) => code));
  const ordered = [...given].sort((a, b) => a.order - b.order);
  return [...ordered, ...added.filter(({ code }) => !codes.has(code))];
}

/**
 * The register that follows from the names in use. A unit that a person added takes the ways to write its name; where
 * two of one name were added, either may be meant, so that a person is asked.
 */
export function registerOfNames(names: readonly string[], added: readonly Unit[]): Unit[] {
  const joined = unitsOfNames([...added.map(({ name }) => name), ...names]);
  const resolve = createResolver(joined);
  const taken = new Map<string, Unit[]>();
  for (const unit of added) {
    const code = certainUnit(unit.name, resolve) ?? unit.code;
    taken.set(code, [...(taken.get(code) ?? []), unit]);
  }
  return joined
    .flatMap((unit): Unit[] => {
      const own = taken.get(unit.code);
      if (!own) return [unit];
      const ways = [unit.name, ...unit.formerNames];
      return own.map((each) => ({ ...each, formerNames: ways.filter((way) => way !== each.name) }));
    })
    .map((unit, index) => ({ ...unit, order: index + 1 }));
}

/** `registerOfNames` that gives the same register as last time for the same names: most documents bring no new one. */
export function rememberingRegister(): (names: readonly string[], added: readonly Unit[]) => readonly Unit[] {
  let last: { readonly key: string; readonly register: readonly Unit[] } | null = null;
  return (names, added) => {
    const key = JSON.stringify([names, added]);
    if (last?.key !== key) last = { key, register: registerOfNames(names, added) };
    return last.register;
  };
}

/**
 * The names that reports go by: the one a person gave, else the one they print. What a person has given another name
 * is no longer a unit by its printed one.
 */
export function namesInUse(
  documents: readonly ImportedDocument[],
  decisions: ReadonlyMap<string, Decision>
): readonly string[] {
  const reports = documents.flatMap((document) =>
    document.reports.map(({ unit }, index) => ({
      printed: unit,
      decided: decisions.get(reportKey({ document: document.id, index }))?.unit ?? null
    }))
  );
  const printed = new Set(reports.flatMap((report) => report.printed ?? []).filter(isName));
  let resolve: ResolveUnit | null = null;
  /** A code of a register that is no longer there is no name. */
  const isKnown = (decided: string): boolean => {
    if (printed.has(decided)) return true;
    resolve ??= createResolver(unitsOfNames(printed));
    return certainUnit(decided, resolve) !== null;
  };
  const used = reports.flatMap((report): string[] => {
    if (report.decided !== null) return isKnown(report.decided) ? [report.decided] : [];
    return report.printed !== null && isName(report.printed) ? [report.printed] : [];
  });
  return [...new Set(used)];
}

function isName(text: string): boolean {
  return text.trim() !== '' && text.length <= LONGEST_NAME;
}

/** The code of the unit that this name certainly means; null when a person has to say. */
export function certainUnit(name: string, resolve: ResolveUnit): string | null {
  const resolution = resolve(name);
  return 'unit' in resolution ? resolution.unit.code : null;
}
