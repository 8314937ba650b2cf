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

/** Units that submitted a report of the year in which nothing is left to correct, in the order of `submitted`. */
export function cleanUnits(submitted: readonly string[], flags: readonly Flag[], markOf: MarkOf): string[] {
  const faulty = new Set(
    [...noticeFlags(flags, markOf, 'open'), ...noticeFlags(flags, markOf, 'sent')].map(({ unit }) => unit)
  );
  return submitted.filter((unit) => !faulty.has(unit));
}
