/** What the rows of the official tables look like when only their lines are seen. */
import type { CellId, Layout, TableNumber } from '../form/form.ts';
import { printTable } from '../form/printed-form.ts';

export interface FormRow {
  /** For every cell that stands or goes on in the row, from left to right: whether a line ends it below. */
  readonly closed: readonly boolean[];
  /** The last of those cells; the ones before are labels. Empty in a row of headings. */
  readonly values: readonly CellId[];
}

export interface FormTable {
  readonly header: readonly FormRow[];
  readonly body: readonly FormRow[];
}

interface Standing {
  readonly left: number;
  readonly width: number;
  rows: number;
}

export function formTable(layout: Layout, table: TableNumber): FormTable {
  const { header, rows } = printTable(layout, table);
  // Cells of earlier rows that go on, by the column they begin in.
  let going: Standing[] = [];
  const look = (cells: readonly { rowSpan: number; columnSpan: number }[], values: readonly CellId[]): FormRow => {
    const standing = [...going];
    let column = 0;
    for (const { rowSpan, columnSpan } of cells) {
      for (let other = at(going, column); other; other = at(going, column)) column = other.left + other.width;
      standing.push({ left: column, width: columnSpan, rows: rowSpan });
      column += columnSpan;
    }
    standing.sort((one, other) => one.left - other.left);
    const closed = standing.map((each) => each.rows === 1);
    going = standing.filter((each) => (each.rows -= 1) > 0);
    return { closed, values };
  };
  return {
    header: header.map((cells) => look(cells, [])),
    body: rows.map(({ labels, values }) =>
      look(
        [...labels, ...values.map(({ columnSpan }) => ({ rowSpan: 1, columnSpan }))],
        values.map(({ cell }) => cell)
      )
    )
  };
}

function at(cells: readonly Standing[], column: number): Standing | undefined {
  return cells.find(({ left, width }) => column >= left && column < left + width);
}
