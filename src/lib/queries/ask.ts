import type { Query } from '../database/database.ts';

/** The one function a page asks: at once from the precomputed answers when they hold it, else a promise. */
export type Ask = <Parameters, Result>(
  query: Query<Parameters, Result>,
  parameters: Parameters
) => Result[] | Promise<Result[]>;

type Parts = Readonly<Record<string, unknown>>;
export type Gathered<P extends Parts> = { [Key in keyof P]: Awaited<P[Key]> };

/** Several answers as one: at once when all of them are, else one promise. */
export function gather<P extends Parts>(parts: P): Gathered<P> | Promise<Gathered<P>> {
  const entries = Object.entries(parts);
  if (!entries.some(([, part]) => part instanceof Promise)) return parts as Gathered<P>;
  return Promise.all(entries.map(async ([key, part]) => [key, await part])).then(
    (settled) => Object.fromEntries(settled) as Gathered<P>
  );
}

/** A question that depends on an answer: at once when the answer is there. */
export function follow<T, U>(answer: T | Promise<T>, next: (answer: T) => U | Promise<U>): U | Promise<U> {
  return answer instanceof Promise ? answer.then(next) : next(answer);
}
