import { max } from 'd3-array';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { ChartMark, PlacedMark } from '../mark.ts';
import { spreadLabels } from '../spread-labels.ts';
import { wholeTicks } from '../ticks.ts';

export interface Series {
  readonly key: string;
  readonly label: string;
  /** One value a year, in the order of `years`; null where there is none: the line has a gap there. */
  readonly values: readonly (number | null)[];
  /** Signs at the values, in the order of `years`. */
  readonly marks?: readonly (ChartMark | null)[];
  /** The one drawn in the accent colour and thicker. */
  readonly emphasised: boolean;
}

export interface LineChartSpec {
  readonly years: readonly number[];
  readonly series: readonly Series[];
  /** First year of the new form; null when all years are on one form. */
  readonly breakYear: number | null;
  /** False: the two forms count different things, so no line crosses the break. */
  readonly comparable: boolean;
  /** Values as printed at a line's end and at a tick. */
  readonly format: (value: number) => string;
  /** Whole-number ticks for counts. */
  readonly whole: boolean;
}

export interface PlacedPoint {
  readonly year: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
}

export interface PlacedSeries {
  readonly key: string;
  readonly label: string;
  readonly emphasised: boolean;
  /** SVG paths, one a run of years without a gap. */
  readonly paths: readonly string[];
  readonly points: readonly PlacedPoint[];
  readonly end: { readonly x: number; readonly y: number; readonly text: string } | null;
}

export interface PlacedLines {
  readonly series: readonly PlacedSeries[];
  readonly marks: readonly PlacedMark[];
  readonly xTicks: readonly { readonly x: number; readonly year: number }[];
  readonly yTicks: readonly { readonly y: number; readonly text: string }[];
  /** x of the named line between the two forms. */
  readonly breakX: number | null;
  readonly plot: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
}

const MARGIN = { top: 26, bottom: 28, left: 44 };
const LABEL_GAP = 17;

/** Everything in px for a picture of `width` × `height`; labels stand to the right in a strip of `labelWidth`. */
export function placeLines(spec: LineChartSpec, width: number, height: number, labelWidth: number): PlacedLines {
  const plot = {
    left: MARGIN.left,
    right: Math.max(width - labelWidth, MARGIN.left + 40),
    top: MARGIN.top,
    bottom: height - MARGIN.bottom
  };
  const x = scalePoint<number>([...spec.years], [plot.left + 8, plot.right - 8]);
  const most = max(spec.series.flatMap((each) => each.values.map((value) => value ?? 0))) ?? 0;
  const ticks = spec.whole
    ? wholeTicks(most, 4)
    : scaleLinear([0, most || 1], [0, 1])
        .nice(4)
        .ticks(4);
  const y = scaleLinear([0, Math.max(ticks.at(-1) ?? 1, most)], [plot.bottom, plot.top]);
  const at = (year: number): number => x(year) ?? plot.left;

  const series = spec.series.map((each): Omit<PlacedSeries, 'end'> => {
    const runs: PlacedPoint[][] = [[]];
    spec.years.forEach((year, index) => {
      const value = each.values[index] ?? null;
      if (value === null || (year === spec.breakYear && !spec.comparable)) runs.push([]);
      if (value !== null) runs.at(-1)?.push({ year, value, x: at(year), y: y(value) });
    });
    const path = line<PlacedPoint>(
      (point) => point.x,
      (point) => point.y
    );
    const filled = runs.filter((run) => run.length > 0);
    return {
      key: each.key,
      label: each.label,
      emphasised: each.emphasised,
      paths: filled.filter((run) => run.length > 1).map((run) => path(run) ?? ''),
      points: filled.flat()
    };
  });

  const marks = spec.series.flatMap((each, index) =>
    (series[index]?.points ?? []).flatMap(({ year, x: left, y: top }): PlacedMark[] => {
      const mark = each.marks?.[spec.years.indexOf(year)];
      return mark ? [{ ...mark, x: left, y: top }] : [];
    })
  );

  const ends = series.map((each) => each.points.at(-1));
  const centres = spreadLabels(
    ends.map((end) => end?.y ?? plot.bottom),
    LABEL_GAP,
    plot.top,
    plot.bottom
  );
  const before = spec.breakYear === null ? -1 : spec.years.indexOf(spec.breakYear) - 1;
  const [last, first] = [spec.years[before], spec.years[before + 1]];

  return {
    plot,
    marks,
    series: series.map((each, index) => {
      const end = ends[index];
      return {
        ...each,
        end: end ? { x: plot.right + 2, y: centres[index] ?? end.y, text: spec.format(end.value) } : null
      };
    }),
    xTicks: spec.years.map((year) => ({ x: at(year), year })),
    yTicks: ticks.map((tick) => ({ y: y(tick), text: spec.format(tick) })),
    breakX: before >= 0 && last !== undefined && first !== undefined ? (at(last) + at(first)) / 2 : null
  };
}
