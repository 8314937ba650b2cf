/** A street's report by hand, of which every exact rule holds: figures that tests make wrong one by one. */
import { cellsOfLayout, type CellId, type Layout } from '../../../src/lib/form/form.ts';
import type { YearCells } from '../../../src/lib/checks/repair/year-cells.ts';

type Cells = Record<CellId, number | null>;

const OUTCOMES: readonly [row: string, column: string, count: number][] = [
  ['granted', 'person', 161],
  ['granted', 'company', 14],
  ['partial', 'person', 20],
  ['denied-law', 'person', 12],
  ['unavailable-not-held', 'person', 8]
];

export function soundCells(layout: Layout = '2021'): Cells {
  const cells: Cells = Object.fromEntries(cellsOfLayout(layout).map(({ id }) => [id, 0]));
  const add = (row: string, column: string, count: number): void => {
    for (const id of [`t3.${row}.${column}`, `t3.${row}.total`]) cells[id] = (cells[id] ?? 0) + count;
  };
  add('new', 'person', 200);
  add('new', 'company', 14);
  add('carried-in', 'person', 3);
  add('carried-out', 'person', 2);
  for (const [row, column, count] of OUTCOMES) {
    add(row, column, count);
    add('handled', column, count);
  }
  return { ...cells, 't4.review.upheld': 3, 't4.review.corrected': 1, 't4.review.total': 4 };
}

export function report(wrong: Cells = {}, year = 2022): YearCells {
  return { year, layout: '2021', cells: { ...soundCells(), ...wrong } };
}
