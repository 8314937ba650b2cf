import type { z } from 'zod';

/** A value bound to a `?` of a statement. Names are never bound; they come from the form's ids only. */
export type Parameter = string | number | boolean | null;

/** Plain JavaScript values: integers and decimals as number, lists as arrays; never a BigInt or an Arrow object. */
export type Row = Record<string, unknown>;

/** The one door to DuckDB: native (`native.ts`, Node) or WebAssembly (`browser.ts`). The SQL is the same. */
export interface Database {
  /** Runs one statement. Throws `QueryError`, which holds the SQL, when DuckDB refuses it. */
  query(sql: string, parameters?: readonly Parameter[]): Promise<Row[]>;
  /** Inserts rows by column name into an existing table. */
  insert(table: string, rows: readonly Row[]): Promise<void>;
  close(): Promise<void>;
}

/** A failed query shows its SQL and keeps the cause. */
export class QueryError extends Error {
  constructor(
    readonly sql: string,
    override readonly cause: unknown
  ) {
    super(`${cause instanceof Error ? cause.message : String(cause)}\n${sql}`);
    this.name = 'QueryError';
  }
}

/** One question to the database: `rank-units.ts` declares it beside `rank-units.sql`. */
export interface Query<Parameters, Result> {
  readonly name: string;
  readonly parameters: z.ZodType<Parameters>;
  readonly row: z.ZodType<Result>;
  statement(parameters: Parameters): { sql: string; values: readonly Parameter[] };
}

export async function runQuery<Parameters, Result>(
  database: Database,
  query: Query<Parameters, Result>,
  parameters: Parameters
): Promise<Result[]> {
  const { sql, values } = query.statement(query.parameters.parse(parameters));
  const rows = await database.query(sql, values);
  return rows.map((row) => query.row.parse(row));
}

/** The key under which an answer is kept in `answers.json`: name and parameters in a fixed order. */
export function answerKey(name: string, parameters: unknown): string {
  return `${name} ${canonical(parameters)}`;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
