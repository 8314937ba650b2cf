/** Which of a repair's changes only put the rules right together. */
import type { Identity } from '../rule.ts';
import type { Change, Repair } from './repair.ts';
import type { YearCell } from './year-cells.ts';

/**
 * Splits a repair's changes into the sets that must be made as a whole: changes that one rule names, or that undo one
 * mistake, stand in one set. A set made without the others leaves no rule worse; a part of a set would. A blank that
 * becomes 0 moves no sum and stands by itself.
 */
export function changeSets({ changes, reasons }: Repair, identities: readonly Identity[]): Change[][] {
  const made = new Map(changes.filter(movesSum).map((change) => [keyOf(change), change]));
  const sets = new Map([...made.values()].map((change) => [change, new Set([change])]));
  const join = (places: readonly YearCell[]): void => {
    const [first, ...others] = places.flatMap((place) => made.get(keyOf(place)) ?? []);
    const whole = first && sets.get(first);
    if (!whole) return;
    for (const other of others) {
      for (const member of sets.get(other) ?? []) {
        whole.add(member);
        sets.set(member, whole);
      }
    }
  };
  for (const { cells } of reasons) join(cells);
  // A rule that reaches back to last year is asked of the year after a change too.
  const years = new Set(changes.flatMap(({ year }) => [year, year + 1]));
  for (const { severity, terms } of identities) {
    if (severity !== 'error') continue;
    for (const year of years) join(terms.map(({ cell, yearOffset }) => ({ cell, year: year + yearOffset })));
  }
  const alone = changes.filter((change) => !movesSum(change)).map((change) => [change]);
  return [...[...new Set(sets.values())].map((set) => changes.filter((change) => set.has(change))), ...alone];
}

const movesSum = ({ from, to }: Change): boolean => from !== null || to !== 0;
const keyOf = ({ year, cell }: YearCell): string => `${year} ${cell}`;
