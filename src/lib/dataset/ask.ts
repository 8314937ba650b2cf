import { runQuery, type Database } from '../database/database.ts';
import type { Ask } from '../queries/ask.ts';
import { findAnswer, type Answers } from './answers.ts';

/**
 * Precomputed answers first, while `answers` gives any: they know the published reports alone. `database` is called,
 * and the engine so started, for a question not foreseen only.
 */
export function createAsk(answers: () => Answers | null, database: () => Promise<Database>): Ask {
  return (query, parameters) => {
    const foreseen = answers();
    return (
      (foreseen && findAnswer(foreseen, query, parameters)) ??
      database().then((opened) => runQuery(opened, query, parameters))
    );
  };
}
