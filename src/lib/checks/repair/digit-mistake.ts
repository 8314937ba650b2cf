/** How a figure comes to be typed for another. */

export type DigitMistakeKind =
  'digits-swapped' | 'digit-doubled' | 'digit-extra' | 'digit-missing' | 'digit-wrong' | 'tenfold' | 'tenth';

export interface DigitMistake {
  readonly kind: DigitMistakeKind;
  /** How many figures the same slip could have made of the right one: the more, the less it proves. */
  readonly outcomes: number;
}

/** Both whole numbers from 0 up. Null when no single slip of the fingers makes `typed` of `right`. */
export function digitMistake(typed: number, right: number): DigitMistake | null {
  if (typed === right || typed === 0 || right === 0) return null;
  const wrong = String(typed);
  const good = String(right);
  const length = good.length;
  if (wrong === `${good}0`) return { kind: 'tenfold', outcomes: 2 };
  if (good === `${wrong}0`) return { kind: 'tenth', outcomes: 2 };
  if (wrong.length === length) {
    const places = [...good].flatMap((digit, index) => (digit === wrong[index] ? [] : [index]));
    const [first = 0, second = first] = places;
    if (places.length === 1) return { kind: 'digit-wrong', outcomes: 9 * length };
    if (places.length !== 2 || good[first] !== wrong[second] || good[second] !== wrong[first]) return null;
    return { kind: 'digits-swapped', outcomes: second === first + 1 ? length - 1 : (length * (length - 1)) / 2 };
  }
  if (wrong.length === length + 1) {
    const extra = surplusPlace(wrong, good);
    if (extra === null) return null;
    const doubled = wrong[extra] === wrong[extra - 1];
    return doubled ? { kind: 'digit-doubled', outcomes: length } : { kind: 'digit-extra', outcomes: 10 * (length + 1) };
  }
  if (wrong.length === length - 1 && surplusPlace(good, wrong) !== null) {
    return { kind: 'digit-missing', outcomes: length };
  }
  return null;
}

/** Where the longer text has one digit more than the shorter; the last such place within a run of equal digits. */
function surplusPlace(longer: string, shorter: string): number | null {
  let place = 0;
  while (place < shorter.length && longer[place] === shorter[place]) place += 1;
  return longer.slice(place + 1) === shorter.slice(place) ? place : null;
}
