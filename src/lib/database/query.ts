import type { z } from 'zod';
import type { SqlFragment } from '../measures/fragment.ts';
import type { Parameter, Query } from './database.ts';

/** What may stand behind a `$name`: a value, or a list of values. */
export type Bindable = Parameter | readonly Parameter[];

export interface QueryDefinition<Parameters, Result> {
  /** The file's name without its ending: `rank-units`. It is part of the key in `answers.json`. */
  readonly name: string;
  readonly parameters: z.ZodType<Parameters>;
  readonly row: z.ZodType<Result>;
  /** The text of the `.sql` file beside it. */
  readonly sql: string;
  /** What `{{name}}` in the text stands for: fragments of `measures` only, never text. */
  slots?(parameters: Parameters): Readonly<Record<string, SqlFragment>>;
  /** What `$name` in the text stands for. Without it, the parameters themselves by their names. */
  values?(parameters: Parameters): Readonly<Record<string, Bindable>>;
}

/**
 * Declares one question in two files, `rank-units.sql` and `rank-units.ts`:
 *
 *     import sql from './rank-units.sql?raw';
 *     export const rankUnits = defineQuery({
 *       name: 'rank-units',
 *       parameters: z.object({ year: z.number().int(), measure: measureIdSchema, district: z.string().nullable() }),
 *       row: z.object({ unit: z.string(), value: z.number().nullable() }),
 *       sql,
 *       slots: ({ measure }) => measureSlots(measure)
 *     });
 *
 *     -- rank-units.sql
 *     SELECT unit, {{value}} AS value FROM report JOIN unit ON unit.code = report.unit
 *     WHERE year = $year AND ($district IS NULL OR district = $district) ORDER BY value DESC, unit."order"
 *
 * `{{slot}}` takes an `SqlFragment` (`measureSlots`, `SqlFragment.cell`), everything else is bound: `$name` takes the
 * parameter of that name, a list becomes a DuckDB list (`list_contains($units, unit)`; `unit IN $units`). Each `$name`
 * is bound at each place it stands, because the browser's engine knows positional parameters only. Text in quotes and
 * comments is left alone. Fragments name the report table's columns bare, so a query that joins `report` with a table
 * that also has `form`, `layout` or `year` reads the value in a subquery first. Sort names by `unit."order"`; the
 * browser has no Chinese collation, no `current_date` and no JSON functions.
 *
 * `statement` throws on a slot or a name that nothing stands for.
 */
export function defineQuery<Parameters extends object, Result>(
  definition: QueryDefinition<Parameters, Result>
): Query<Parameters, Result> {
  const { name, parameters, row } = definition;
  return {
    name,
    parameters,
    row,
    statement(given) {
      const slots = definition.slots?.(given) ?? {};
      const values = definition.values?.(given) ?? given;
      return fill(definition.sql, slots, new Map(Object.entries(values)), name);
    }
  };
}

/** Quoted text, quoted names and comments first, so that nothing inside them is taken for a slot or a parameter. */
const TOKEN = /'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\{\{\s*(\w+)\s*\}\}|\$([a-zA-Z_]\w*)/g;

function fill(
  text: string,
  slots: Readonly<Record<string, SqlFragment>>,
  values: ReadonlyMap<string, unknown>,
  query: string
): { sql: string; values: Parameter[] } {
  const bound: Parameter[] = [];
  const sql = text.replace(TOKEN, (token: string, slot: string | undefined, parameter: string | undefined) => {
    if (slot !== undefined) {
      const fragment = slots[slot];
      if (!fragment) throw new Error(`${query}: nothing stands for {{${slot}}}`);
      return fragment.text;
    }
    if (parameter === undefined) return token;
    const value = values.get(parameter);
    if (isParameter(value)) {
      bound.push(value);
      return '?';
    }
    if (Array.isArray(value) && value.every(isParameter)) {
      bound.push(...value);
      return `[${value.map(() => '?').join(', ')}]`;
    }
    throw new Error(`${query}: $${parameter} has no value that can be bound`);
  });
  return { sql, values: bound };
}

function isParameter(value: unknown): value is Parameter {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
