import { z } from 'zod';
import { answerKey, type Query } from '../database/database.ts';

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))]);

/**
 * `answers.json`: results of each page's default questions, computed when the dataset is made by the same query
 * modules. Rows are stored as arrays under shared column names, which cuts the file to a third.
 */
export const answersSchema = z.object({
  version: z.literal(1),
  answers: z.record(z.string(), z.object({ columns: z.array(z.string()), rows: z.array(z.array(cellSchema)) }))
});
export type Answers = z.infer<typeof answersSchema>;

/** Rows as objects → columns and arrays. All rows of one answer have the same keys. */
export function packRows(rows: readonly Record<string, z.infer<typeof cellSchema>>[]): Answers['answers'][string] {
  const columns = Object.keys(rows[0] ?? {});
  return { columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) };
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
