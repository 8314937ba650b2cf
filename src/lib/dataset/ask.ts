import { runQuery, type Database } from '../database/database.ts';
import type { Ask } from '../queries/ask.ts';
import { findAnswer, type Answers } from './answers.ts';

/** Precomputed answers first. `database` is called, and the engine so started, for a question not foreseen only. */
export function createAsk(answers: Answers, database: () => Promise<Database>): Ask {
  return (query, parameters) =>
    findAnswer(answers, query, parameters) ?? database().then((opened) => runQuery(opened, query, parameters));
}
