/** A sign at a figure in a chart that leads to what is said of it. */
export interface ChartMark {
  readonly href: string;
  /** Its text alternative: which figure, and what about it. */
  readonly label: string;
}

/** In px, from the picture's upper left corner. */
export interface PlacedMark extends ChartMark {
  readonly x: number;
  readonly y: number;
}
