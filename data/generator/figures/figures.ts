/** The true figures of a unit for every year, whether it reported or not. */
import { cellsOfLayout, type CellId, type Layout } from '../../../src/lib/form/form.ts';
import { figure, type Figures } from '../model.ts';
import { Random } from '../random.ts';
import { YEARS, type DemoUnit } from '../register.ts';
import { simulateDisputes } from './disputes.ts';
import { simulateProactive } from './proactive.ts';
import { inLayout, simulateRequests, type Counts } from './requests.ts';

/** Fewer people went to an office in 2020. */
const YEAR_LEVEL: Readonly<Record<number, number>> = { 2019: 0.92, 2020: 0.8, 2023: 1.08, 2024: 1.12, 2025: 1.1 };

/** All figures of one year, for both forms. */
export interface TrueYear {
  readonly requests: Counts;
  readonly others: Counts;
}

function means(unit: DemoUnit, random: Random): number[] {
  let level = 1;
  return YEARS.map((year) => {
    level = Math.max(0.6, Math.min(1.6, level * (1 + 0.12 * random.normal())));
    return unit.requests * level * (YEAR_LEVEL[year] ?? 1);
  });
}

function simulate(unit: DemoUnit, attempt: number): TrueYear[] {
  const random = new Random('figures', unit.code, attempt);
  const requests = simulateRequests(means(unit, random), random);
  const disputes = simulateDisputes(
    requests.map((year) => year.get('t3.handled.total') ?? 0),
    random
  );
  const proactive = simulateProactive(YEARS, random);
  return requests.map((year, index) => ({
    requests: year,
    others: new Map([...(proactive[index] ?? []), ...(disputes[index] ?? [])])
  }));
}

/** No true figure looks like a slip: none jumps more than fourfold from one year to the next. */
function isCalm(years: readonly TrueYear[]): boolean {
  return years.every((year, index) => {
    const before = years[index - 1];
    if (!before) return true;
    const calm = (now: Counts, then: Counts): boolean =>
      [...now].every(([cell, value]) => {
        const last = then.get(cell) ?? 0;
        return Math.min(value, last) < 8 || Math.max(value, last) <= 4 * Math.min(value, last);
      });
    return calm(year.requests, before.requests) && calm(year.others, before.others);
  });
}

export function trueYears(unit: DemoUnit): TrueYear[] {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const years = simulate(unit, attempt);
    if (isCalm(years)) return years;
  }
  throw new Error(`${unit.name}: no calm figures in a hundred attempts`);
}

/** The figures as one layout asks for them, in print order. */
export function figuresIn(year: TrueYear, layout: Layout): Figures {
  const all = new Map([...year.others, ...inLayout(year.requests, layout)]);
  return new Map(cellsOfLayout(layout).map((cell): [CellId, number] => [cell.id, figure(all, cell.id)]));
}
