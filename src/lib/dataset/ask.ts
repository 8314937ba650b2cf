import { runQuery, type Database, type Query } from '../database/database.ts';
import { findAnswer, type Answers } from './answers.ts';

/** The one function a page asks: at once from the precomputed answers when it can, else a promise from DuckDB. */
export type Ask = <Parameters, Result>(
  query: Query<Parameters, Result>,
  parameters: Parameters
) => Result[] | Promise<Result[]>;

/** `database` is called, and the engine thereby started, only for a question that was not foreseen. */
export function createAsk(answers: Answers, database: () => Promise<Database>): Ask {
  return (query, parameters) =>
    findAnswer(answers, query, parameters) ?? database().then((opened) => runQuery(opened, query, parameters));
}

type Parts = Readonly<Record<string, unknown>>;
type Settled<P extends Parts> = { [Key in keyof P]: Awaited<P[Key]> };

/** Several answers as one: at once when all of them are, else one promise. */
export function gather<P extends Parts>(parts: P): Settled<P> | Promise<Settled<P>> {
  const entries = Object.entries(parts);
  if (!entries.some(([, part]) => part instanceof Promise)) return parts as Settled<P>;
  return Promise.all(entries.map(async ([key, part]) => [key, await part])).then(
    (settled) => Object.fromEntries(settled) as Settled<P>
  );
}
