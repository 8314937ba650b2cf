import { max, sum } from 'd3-array';
import type { ChartMark } from '../mark.ts';
import { scaleBand, scaleLinear } from 'd3-scale';

export interface BarRow {
  readonly label: string;
  /** One value a part, in the order of `parts`; null where it is not known. */
  readonly values: readonly (number | null)[];
  /** A sign at the row's end. */
  readonly mark?: ChartMark | null;
}

export interface PlacedBar {
  readonly label: string;
  readonly y: number;
  readonly height: number;
  readonly parts: readonly {
    readonly index: number;
    readonly x: number;
    readonly width: number;
    readonly value: number;
  }[];
  readonly total: number;
  readonly endX: number;
}

/**
 * Horizontal stacked bars, px.
 * @param share true: every bar fills the width and its parts are shares; a bar without any value stays empty
 */
export function placeBars(
  rows: readonly BarRow[],
  width: number,
  rowHeight: number,
  margin: { readonly left: number; readonly right: number; readonly top: number },
  share: boolean
): PlacedBar[] {
  const totals = rows.map((row) => sum(row.values, (value) => value ?? 0));
  const most = max(totals) ?? 0;
  const y = scaleBand<number>(
    rows.map((_, index) => index),
    [margin.top, margin.top + rows.length * rowHeight]
  ).padding(0.28);
  return rows.map((row, index) => {
    const total = totals[index] ?? 0;
    const x = scaleLinear(
      [0, (share ? total : most) || 1],
      [margin.left, Math.max(width - margin.right, margin.left + 40)]
    );
    let before = 0;
    const parts = row.values.map((value, part) => {
      const start = before;
      before += value ?? 0;
      return { index: part, x: x(start), width: x(before) - x(start), value: value ?? 0 };
    });
    return {
      label: row.label,
      y: y(index) ?? 0,
      height: y.bandwidth(),
      parts: parts.filter((part) => part.value > 0),
      total,
      endX: x(before)
    };
  });
}
