import { explainFigure, explainPair, type Reported } from './explain-figure.ts';
import type { Explanation } from './reason.ts';
import type { Change } from './repair.ts';

/** Beyond this many changes only single figures are explained: the pairings grow without bound. */
const MOST_PAIRED = 10;

/** The likeliest way to lay the changes on single mistakes and mistakes between two figures. */
export function explainChanges(changes: readonly Change[], reported: Reported): Explanation {
  const known = new Map<number, Explanation>();
  const singles = changes.map((change) => explainFigure(change, changes, reported));
  if (changes.length > MOST_PAIRED) return join(singles);

  // Bit i of `left`: change i is not explained yet.
  const best = (left: number): Explanation => {
    if (left === 0) return { reasons: [], penalty: 0 };
    const seen = known.get(left);
    if (seen) return seen;
    const index = 31 - Math.clz32(left & -left);
    const rest = left & ~(1 << index);
    const [first, single] = [changes[index], singles[index]];
    if (!first || !single) throw new Error('no such change');
    let found = join([single, best(rest)]);
    changes.forEach((second, other) => {
      if ((rest & (1 << other)) === 0) return;
      const together = explainPair(first, second, reported);
      if (!together) return;
      const whole = join([together, best(rest & ~(1 << other))]);
      if (whole.penalty < found.penalty) found = whole;
    });
    known.set(left, found);
    return found;
  };
  return best((1 << changes.length) - 1);
}

export function join(explanations: readonly Explanation[]): Explanation {
  return {
    reasons: explanations.flatMap(({ reasons }) => reasons),
    penalty: explanations.reduce((sum, { penalty }) => sum + penalty, 0)
  };
}
