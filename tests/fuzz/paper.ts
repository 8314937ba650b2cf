/** A report between the form and a file: lines and tables as they would be seen on paper. Every writer takes one. */
export interface PaperCell {
  text: string;
  /** Stands raised behind the text, as the sign of a footnote does. */
  raised?: string;
  /** Stands in the cell, below its text. */
  table?: PaperTable;
  columnSpan?: number;
  rowSpan?: number;
}
export type PaperTable = PaperCell[][];
/** A line of text or a table. */
export type Paper = (string | PaperTable)[];

export interface Placed {
  readonly cell: PaperCell;
  readonly column: number;
  readonly columnSpan: number;
  /** The cell began in a row above. */
  readonly continued: boolean;
  /** Rows that it covers from this one on; no more than there are. */
  readonly rowsLeft: number;
}

export interface Grid {
  readonly columns: number;
  /** Each row's cells from left to right, those that reach down into it among them. */
  readonly rows: readonly (readonly Placed[])[];
}

/** Gives each cell its column, as word processors and browsers do: the first that is still free. */
export function placed(table: PaperTable): Grid {
  const rows: Placed[][] = table.map(() => []);
  const taken = table.map(() => new Set<number>());
  let columns = 0;
  table.forEach((row, index) => {
    let column = 0;
    for (const cell of row) {
      while (taken[index]?.has(column)) column += 1;
      const columnSpan = cell.columnSpan ?? 1;
      const rowSpan = Math.min(cell.rowSpan ?? 1, table.length - index);
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < columnSpan; right += 1) taken[index + down]?.add(column + right);
        rows[index + down]?.push({ cell, column, columnSpan, continued: down > 0, rowsLeft: rowSpan - down });
      }
      column += columnSpan;
      columns = Math.max(columns, column);
    }
  });
  for (const row of rows) row.sort((one, other) => one.column - other.column);
  return { columns, rows };
}

/** Where each column begins and the last one ends, for writers that draw or measure: the seven of figures are narrow. */
export function edgesOf(columns: number, width: number): number[] {
  const wide = columns === 10 ? [2, 3, 6, 2, 2, 2, 2, 2, 2, 2] : Array.from({ length: columns }, () => 1);
  const all = wide.reduce((sum, each) => sum + each, 0);
  return wide.reduce<number[]>((edges, each) => [...edges, (edges.at(-1) ?? 0) + (each * width) / all], [0]);
}
