/** A figure mistyped. */
import type { CellId } from '../../../src/lib/form/form.ts';
import { figure } from '../model.ts';
import { cellsWhere, valueAt } from './cells.ts';
import type { MistakeKind, Outcome, Site } from './mistake.ts';

/** Every way to mistype a number that gives another number without a leading zero. */
function retyped(site: Site, cells: readonly CellId[], ways: (digits: string) => string[]): Outcome {
  const choices = cells.flatMap((cell) => {
    const digits = String(figure(site.report.figures, cell));
    return ways(digits)
      .filter((other) => other !== digits && /^[1-9]\d*$/.test(other))
      .map((other) => ({ cell, other }));
  });
  if (choices.length === 0) return null;
  const { cell, other } = site.random.pick(choices);
  return { cells: new Map([[cell, other]]) };
}

const positions = (digits: string): number[] => [...digits].map((_, index) => index);

const swapped = (digits: string): string[] =>
  positions(digits)
    .slice(1)
    .map((at) => digits.slice(0, at - 1) + digits.charAt(at) + digits.charAt(at - 1) + digits.slice(at + 1));

const dropped = (digits: string): string[] => positions(digits).map((at) => digits.slice(0, at) + digits.slice(at + 1));

const doubled = (digits: string): string[] =>
  positions(digits).map((at) => digits.slice(0, at) + digits.charAt(at) + digits.slice(at));

export const DIGIT_KINDS: readonly MistakeKind[] = [
  {
    kind: 'digit-swap',
    count: 4,
    exact: true,
    make: (site) =>
      retyped(
        site,
        cellsWhere(site.report, (value) => value >= 12),
        swapped
      )
  },
  {
    kind: 'digit-dropped',
    count: 3,
    exact: true,
    make: (site) =>
      retyped(
        site,
        cellsWhere(site.report, (value) => value >= 10),
        dropped
      )
  },
  {
    kind: 'digit-doubled',
    count: 3,
    exact: true,
    make: (site) =>
      retyped(
        site,
        cellsWhere(site.report, (value) => value >= 2),
        doubled
      )
  },
  {
    kind: 'negative',
    count: 1,
    exact: true,
    make: ({ report }) =>
      valueAt(report, 'carried-out', 'person') > 0
        ? { cells: new Map([['t3.carried-out.person', `-${valueAt(report, 'carried-out', 'person')}`]]) }
        : null
  },
  {
    kind: 'decimal-point',
    count: 1,
    exact: true,
    make: (site) => {
      const cells = cellsWhere(site.report, (value) => value >= 11 && value < 100 && value % 10 !== 0);
      if (cells.length === 0) return null;
      const cell = site.random.pick(cells);
      return { cells: new Map([[cell, String(figure(site.report.figures, cell) / 10)]]) };
    }
  }
];
