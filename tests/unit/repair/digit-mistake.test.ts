import { describe, expect, it } from 'vitest';
import { digitMistake } from '../../../src/lib/checks/repair/digit-mistake.ts';

describe('digitMistake', () => {
  it.each([
    [116, 161, 'digits-swapped'],
    [321, 123, 'digits-swapped'],
    [19979, 1979, 'digit-doubled'],
    [1799, 179, 'digit-doubled'],
    [1279, 179, 'digit-extra'],
    [19, 179, 'digit-missing'],
    [174, 179, 'digit-wrong'],
    [3, 8, 'digit-wrong'],
    [1790, 179, 'tenfold'],
    [17, 170, 'tenth'],
    [10, 1, 'tenfold']
  ])('%i for %i: %s', (typed, right, kind) => {
    expect(digitMistake(typed, right)?.kind).toBe(kind);
  });

  it.each([
    [5, 5],
    [0, 7],
    [7, 0],
    [12, 98],
    [12345, 12],
    [231, 123]
  ])('%i for %i is no single slip', (typed, right) => {
    expect(digitMistake(typed, right)).toBeNull();
  });

  it('says that a swap proves more in a long figure than a wrong digit', () => {
    const swapped = digitMistake(13245, 12345);
    const wrong = digitMistake(12945, 12345);
    expect(swapped?.outcomes).toBeLessThan(wrong?.outcomes ?? 0);
  });
});
