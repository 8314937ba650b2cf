import { z } from 'zod';
import { answerKey, type Database, type Query, type Row } from '../database/database.ts';
import type { Ask } from '../queries/ask.ts';

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))]);
type Cell = z.infer<typeof cellSchema>;

/** Its cells are checked by the question's own schema when it is asked: there are tens of thousands in the file. */
const storedRow = z.custom<readonly Cell[]>((value) => Array.isArray(value));

/**
 * `answers.json`: results of each page's default questions, computed when the dataset is made by the same query
 * modules. Rows are stored as arrays under shared column names, which cuts the file to a third.
 */
export const answersSchema = z.object({
  version: z.literal(1),
  answers: z.record(z.string(), z.object({ columns: z.array(z.string()), rows: z.array(storedRow) }))
});
export type Answers = z.infer<typeof answersSchema>;

/** Rows as objects → columns and arrays. All rows of one answer have the same keys. */
function packRows(rows: readonly Row[]): Answers['answers'][string] {
  const columns = Object.keys(rows[0] ?? {});
  return { columns, rows: rows.map((row) => columns.map((column) => cellSchema.parse(row[column] ?? null))) };
}

/**
 * An `ask` that puts every question to the database and keeps the answer; `answers()` gives them all so far. What is
 * kept is the database's own row, so that the page checks and reads it as it would the engine's.
 */
export function recordAnswers(database: Database): { ask: Ask; answers: () => Answers } {
  const kept: Answers['answers'] = {};
  return {
    async ask(query, parameters) {
      const { sql, values } = query.statement(query.parameters.parse(parameters));
      const rows = await database.query(sql, values);
      kept[answerKey(query.name, parameters)] = packRows(rows);
      return rows.map((row) => query.row.parse(row));
    },
    answers: () => ({ version: 1, answers: kept })
  };
}

/** The stored answer to a question, checked against the query's own row shape; undefined when it was not foreseen. */
export function findAnswer<Parameters, Result>(
  answers: Answers,
  query: Query<Parameters, Result>,
  parameters: Parameters
): Result[] | undefined {
  const packed = answers.answers[answerKey(query.name, parameters)];
  if (!packed) return undefined;
  return packed.rows.map((row) =>
    query.row.parse(Object.fromEntries(packed.columns.map((column, index) => [column, row[index] ?? null])))
  );
}
