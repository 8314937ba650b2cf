/** Table 2 of a unit over the years, for both forms at once. */
import type { Random } from '../random.ts';
import type { Counts } from './requests.ts';

const FORM_YEAR = 2021;

/** A count that wanders slowly: at most a third up or down a year. */
function wander(value: number, random: Random): number {
  return Math.max(1, Math.round(value * (1 + Math.max(-0.3, Math.min(0.35, 0.15 * random.normal())))));
}

function started(base: number, start: number, years: readonly number[], random: Random): number[] {
  let value = base;
  return years.map((year) => {
    if (base === 0 || year < start) return 0;
    value = wander(value, random);
    return value;
  });
}

/** Items of a list (licences, penalties…) before the year and the change in it. */
function items(base: number, years: readonly number[], random: Random): { before: number; change: number }[] {
  let before = base;
  return years.map(() => {
    const change = base > 0 && random.chance(0.3) ? Math.max(-before, random.integer(-3, 4)) : 0;
    const year = { before, change };
    before += change;
    return year;
  });
}

/** 规章 are all 0: a street, a town or a township cannot make any. */
export function simulateProactive(years: readonly number[], random: Random): Counts[] {
  const some = (chance: number, low: number, high: number): number =>
    random.chance(chance) ? random.integer(low, high) : 0;
  let stock = some(0.4, 1, 6);
  const licensing = started(some(0.3, 12, 640), 0, years, random);
  const services = started(some(0.3, 40, 1900), 0, years, random);
  const penalty = started(some(0.3, 4, 130), random.pick([2019, 2021, 2022]), years, random);
  const coercion = started(some(0.1, 1, 9), 2021, years, random);
  const feeCents = started(some(0.1, 60, 4200), 2021, years, random);
  const procurement = started(some(0.4, 1, 9), 0, years, random);
  const licensingItems = items((licensing[0] ?? 0) > 0 ? random.integer(8, 36) : 0, years, random);
  const serviceItems = items((services[0] ?? 0) > 0 ? random.integer(15, 84) : 0, years, random);
  const penaltyItems = items(some(0.15, 5, 60), years, random);
  const coercionItems = items(some(0.06, 1, 8), years, random);
  const feeItems = items(some(0.06, 1, 3), years, random);
  return years.map((year, index) => {
    const issued = stock > 0 || year >= FORM_YEAR ? Number(random.chance(0.22)) + Number(random.chance(0.05)) : 0;
    const repealed = stock > 0 && random.chance(0.12) ? random.integer(1, Math.min(2, stock)) : 0;
    stock += issued - repealed;
    const of = <T>(list: readonly T[]): T | undefined => list[index];
    const change = (row: string, list: readonly { before: number; change: number }[]): [string, number][] => [
      [`t2.${row}.items-before`, of(list)?.before ?? 0],
      [`t2.${row}.items-change`, of(list)?.change ?? 0]
    ];
    const purchases = of(procurement) ?? 0;
    return new Map([
      ['t2.rules.made', 0],
      ['t2.rules.disclosed', 0],
      ['t2.rules.disclosed-total', 0],
      ['t2.rules.issued', 0],
      ['t2.rules.repealed', 0],
      ['t2.rules.in-force', 0],
      ['t2.normative.made', issued],
      ['t2.normative.disclosed', issued],
      ['t2.normative.disclosed-total', stock],
      ['t2.normative.issued', issued],
      ['t2.normative.repealed', repealed],
      ['t2.normative.in-force', stock],
      ...change('licensing', licensingItems),
      ['t2.licensing.decisions', of(licensing) ?? 0],
      ...change('other-services', serviceItems),
      ['t2.other-services.decisions', of(services) ?? 0],
      ...change('penalty', penaltyItems),
      ['t2.penalty.decisions', of(penalty) ?? 0],
      ...change('coercion', coercionItems),
      ['t2.coercion.decisions', of(coercion) ?? 0],
      ...change('fees', feeItems),
      ['t2.fees.amount', (of(feeCents) ?? 0) / 100],
      ['t2.procurement.items', purchases],
      ['t2.procurement.amount', purchases === 0 ? 0 : random.integer(purchases * 650, purchases * 9000) / 100]
    ]);
  });
}
