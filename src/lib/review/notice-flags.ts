import { rollup } from 'd3-array';
import type { Flag } from '../checks/rule.ts';
import type { LetterList } from '../selection/letter.ts';
import type { MarkOf } from './mark.ts';

/** The flags that go into a letter. What was dismissed is in none, what was sent back in the list of those alone. */
export function noticeFlags<F extends Flag>(flags: readonly F[], markOf: MarkOf, list: LetterList): F[] {
  return flags.filter((flag) => {
    const kind = markOf(flag)?.kind ?? null;
    if (list !== 'open') return kind === list;
    return kind === 'confirmed' || (kind === null && flag.severity === 'error' && flag.verdict === 'violated');
  });
}

export interface CorrectUnits {
  /** Nothing is left to correct or to ask. */
  readonly clean: readonly string[];
  /** Nothing to correct, but questions that nobody has answered, and how many. */
  readonly doubtful: readonly { readonly unit: string; readonly doubts: number }[];
}

/** Units that submitted a report of the year in which nothing is left to correct, in the order of `submitted`. */
export function correctUnits(submitted: readonly string[], flags: readonly Flag[], markOf: MarkOf): CorrectUnits {
  const faulty = new Set(
    [...noticeFlags(flags, markOf, 'open'), ...noticeFlags(flags, markOf, 'sent')].map(({ unit }) => unit)
  );
  const doubts = rollup(
    flags.filter((flag) => markOf(flag) === null),
    (open) => open.length,
    ({ unit }) => unit
  );
  const correct = submitted.filter((unit) => !faulty.has(unit));
  return {
    clean: correct.filter((unit) => !doubts.has(unit)),
    doubtful: correct.flatMap((unit) => {
      const open = doubts.get(unit);
      return open === undefined ? [] : [{ unit, doubts: open }];
    })
  };
}
