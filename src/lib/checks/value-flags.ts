import { z } from 'zod';
import { cellColumn } from '../database/schema.ts';
import type { Database } from '../database/database.ts';
import { ALL_CELLS, type CellId } from '../form/form.ts';
import type { Flag } from './rule.ts';
import type { UnfilledCells } from './unfilled-cells.ts';
import { anyFailsSql, FIGURE_RULES, RULES_CELLS, UNIT_KINDS_WITHOUT_RULES } from './value-rules.ts';

const figuresSchema = z.object({
  unit: z.string(),
  year: z.number().int(),
  figures: z.array(z.number().nullable())
});

const listOf = (cells: readonly CellId[]): string => `[${cells.map(cellColumn).join(', ')}]`;

const FIGURES_STATEMENT = `SELECT unit, year, ${listOf(ALL_CELLS.map((cell) => cell.id))} AS figures
FROM report
WHERE ${FIGURE_RULES.map(anyFailsSql).join('\nOR ')}`;

/** Negative, broken and too large figures: one flag a cell. */
export async function flagFigures(database: Database): Promise<Flag[]> {
  const rows = await database.query(FIGURES_STATEMENT);
  return rows.flatMap((row) => {
    const { unit, year, figures } = figuresSchema.parse(row);
    const figureOf = new Map(ALL_CELLS.map((cell, index) => [cell.id, figures[index] ?? null]));
    return FIGURE_RULES.flatMap(({ id, severity, cells, fails }) =>
      cells.flatMap((cell): Flag[] => {
        const actual = figureOf.get(cell) ?? null;
        if (actual === null || !fails(actual)) return [];
        return [{ ...flagOf(id, severity, unit, year, [cell]), actual }];
      })
    );
  });
}

const RULES_STATEMENT = `SELECT report.unit, year, ${listOf(RULES_CELLS)} AS figures
FROM report JOIN unit ON unit.code = report.unit
WHERE unit.kind IN (${UNIT_KINDS_WITHOUT_RULES.map((kind) => `'${kind}'`).join(', ')})
AND (${RULES_CELLS.map((cell) => `${cellColumn(cell)} > 0`).join(' OR ')})`;

/** 规章 at a street, town or township: one flag a report, with the cells that are above 0. */
export async function flagRulesAtStreets(database: Database): Promise<Flag[]> {
  const rows = await database.query(RULES_STATEMENT);
  return rows.map((row) => {
    const { unit, year, figures } = figuresSchema.parse(row);
    const cells = RULES_CELLS.filter((_, index) => (figures[index] ?? 0) > 0);
    return flagOf('value.rules-at-street', 'warning', unit, year, cells);
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
      .map((flag) => `${flag.year} ${flag.unit}`)
  );
  return unfilled.blanks.map(({ unit, year, kind, cells }): Flag => {
    const ordered = [...cells].sort((a, b) => (orderOf.get(a) ?? 0) - (orderOf.get(b) ?? 0));
    const values: Flag['values'] = { count: cells.length };
    if (!unsettled.has(`${year} ${unit}`)) values.suggestion = 'blank-as-zero';
    return { ...flagOf(`value.${kind}`, 'warning', unit, year, ordered), values };
  });
}

function flagOf(rule: string, severity: Flag['severity'], unit: string, year: number, cells: string[]): Flag {
  const none = { expected: null, actual: null, difference: null };
  return { rule, severity, verdict: 'violated', unit, year, cells, ...none, values: {} };
}
