import { MEASURE_SETS, type compareFields } from '../selection/compare.ts';
import type { Selected } from '../selection/selection.ts';
import { gather, type Ask } from './ask.ts';
import { listErrorCells } from './list-error-cells.ts';
import { listFigures, type ListedFigure } from './list-figures.ts';

/** The measures a selection shows: one over the years, or a set of one year. */
export function comparedMeasures(
  selection: Pick<Selected<typeof compareFields>, 'across' | 'measure' | 'set'>
): readonly string[] {
  return selection.across === 'years' ? [selection.measure] : MEASURE_SETS[selection.set];
}

/** Figures by measure id, and the cells that errors touch. */
export function askCompare(ask: Ask, selection: Selected<typeof compareFields>) {
  const parts = comparedMeasures(selection).map((measure): [string, ListedFigure[] | Promise<ListedFigure[]>] => [
    measure,
    ask(listFigures, { measure })
  ]);
  return gather({ figures: gather(Object.fromEntries(parts)), errors: ask(listErrorCells, {}) });
}
export type CompareAnswer = Awaited<ReturnType<typeof askCompare>>;
