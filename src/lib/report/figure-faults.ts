import type { CellKind } from '../form/form.ts';

/** No office counts so many; up to here sums of all cells stay exact in a double. */
export const LARGEST_COUNT = 1e14;

export const FIGURE_FAULTS = ['negative', 'not-whole', 'too-large'] as const;
export type FigureFault = (typeof FIGURE_FAULTS)[number];

/** Source: counts on the forms are whole numbers from 0 up; changes may be negative, amounts broken. */
const HAS_FAULT: Readonly<Record<FigureFault, (figure: number, kind: CellKind) => boolean>> = {
  negative: (figure, kind) => figure < 0 && kind !== 'change',
  'not-whole': (figure, kind) => !Number.isInteger(figure) && kind !== 'amount',
  'too-large': (figure) => Math.abs(figure) > LARGEST_COUNT
};

/** Why a figure cannot stand in a cell of that kind, whatever the other cells say. */
export function faultsOf(figure: number, kind: CellKind): FigureFault[] {
  return FIGURE_FAULTS.filter((fault) => HAS_FAULT[fault](figure, kind));
}

export function isCount(figure: number): boolean {
  return faultsOf(figure, 'count').length === 0;
}
