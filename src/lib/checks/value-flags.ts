import { ALL_CELLS, type CellId } from '../form/form.ts';
import { faultsOf } from '../report/figure-faults.ts';
import { unitYearKey } from '../report/unit-year.ts';
import { placeOf, type CellOfYear, type ReadJudged } from './judged.ts';
import type { Flag } from './rule.ts';
import type { UnfilledCells } from './unfilled-cells.ts';
import { HAS_FAULTS, RULE_OF_FAULT, RULES_CELLS, RULES_AT_STREET, UNIT_KINDS_WITHOUT_RULES } from './value-rules.ts';

const ofThisYear = (cells: readonly CellId[]): CellOfYear[] => cells.map((cell) => ({ cell, yearOffset: 0 }));

/** Negative, broken and too large figures: one flag a cell and fault. */
export async function flagFigures(read: ReadJudged): Promise<Flag[]> {
  const reports = await read(() => ({ cells: ofThisYear(ALL_CELLS.map(({ id }) => id)), where: HAS_FAULTS }));
  const flags: Flag[] = [];
  for (const { unit, year, years } of reports) {
    for (const [place, { id, kind }] of ALL_CELLS.entries()) {
      const actual = years[0][place] ?? null;
      if (actual === null) continue;
      for (const fault of faultsOf(actual, kind)) {
        flags.push({ ...flagOf(RULE_OF_FAULT[fault], 'error', unit, year, [id]), actual });
      }
    }
  }
  return flags;
}

/** 规章 at a street, town or township: one flag a report, with the cells that are above 0. */
export async function flagRulesAtStreets(read: ReadJudged): Promise<Flag[]> {
  const reports = await read(() => ({
    cells: ofThisYear(RULES_CELLS),
    where: `${RULES_AT_STREET.violated} AND report.unit IN (SELECT code FROM unit WHERE ${RULES_AT_STREET.asked})`
  }));
  return reports.flatMap(({ unit, year, kind, years }): Flag[] => {
    if (!UNIT_KINDS_WITHOUT_RULES.some((without) => without === kind)) return [];
    const cells = RULES_CELLS.filter((cell) => (years[0][placeOf(cell)] ?? 0) > 0);
    return cells.length === 0 ? [] : [flagOf('value.rules-at-street', 'warning', unit, year, cells)];
  });
}

/** Cells in the form's order. */
const orderOf = new Map(ALL_CELLS.map((cell, index) => [cell.id, index]));

/**
 * Cells left blank or filled with a dash: one flag a report and kind. `values.count` is their number; when every
 * identity of the report that cannot be checked would hold with 0 in them, `values.suggestion` says `blank-as-zero`.
 */
export function flagBlanks(unfilled: UnfilledCells, identityFlags: readonly Flag[]): Flag[] {
  const unsettled = new Set(
    identityFlags
      .filter((flag) => flag.verdict === 'not-checkable' && flag.values.suggestion === undefined)
      .map(unitYearKey)
  );
  return unfilled.blanks.map(({ unit, year, kind, cells }): Flag => {
    const ordered = [...cells].sort((a, b) => (orderOf.get(a) ?? 0) - (orderOf.get(b) ?? 0));
    const values: Flag['values'] = { count: cells.length };
    if (!unsettled.has(unitYearKey({ unit, year }))) values.suggestion = 'blank-as-zero';
    return { ...flagOf(`value.${kind}`, 'warning', unit, year, ordered), values };
  });
}

function flagOf(rule: string, severity: Flag['severity'], unit: string, year: number, cells: string[]): Flag {
  const none = { expected: null, actual: null, difference: null };
  return { rule, severity, verdict: 'violated', unit, year, cells, ...none, values: {} };
}
