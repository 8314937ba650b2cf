import type { ChartMark } from '../charts/mark.ts';
import type { Figure } from '../measures/figure.ts';
import { m } from '../paraglide/messages.js';

interface Series {
  readonly label: string;
  readonly figures: readonly Figure[];
  /** Open errors that touch each figure, and where they are shown. */
  readonly errors: readonly { readonly count: number; readonly href: string }[];
}

/** The marks of a series' figures in a chart, in the order of `years`; null where no open error touches the figure. */
export function errorMarks(
  { label, figures, errors }: Series,
  years: readonly number[],
  format: (value: number) => string
): (ChartMark | null)[] {
  return years.map((year, index) => {
    const figure = figures[index];
    const error = errors[index];
    if (figure?.state !== 'value' || !error || error.count === 0) return null;
    const words = { name: label, year, value: format(figure.value), count: error.count };
    return { href: error.href, label: m.point_errors(words) };
  });
}
