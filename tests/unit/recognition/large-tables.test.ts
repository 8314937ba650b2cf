import { expect, it } from 'vitest';
import type { Table } from '../../../src/lib/documents/block.ts';
import { entriesOf } from '../../../src/lib/recognition/rows.ts';
import { processorTime } from '../../fuzz/processor-time.ts';

/** As many cells as a document may hold. */
function table(columns: number, textOf: (row: number, column: number) => string): Table {
  const rows = 200_000 / columns;
  const cells = Array.from({ length: rows * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    return { row, column, rowSpan: 1, columnSpan: 1, text: textOf(row, column), place: { table: 1, row, column } };
  });
  return { kind: 'table', rows, columns, place: { table: 1 }, cells };
}

it.each([
  ['words alone', table(2, () => '某某词语')],
  ['words over one row of figures', table(2, (row) => (row === 99_999 ? '5' : '某某词语'))],
  ['very many heads', table(2, (row) => (row % 3 === 2 ? '5' : '某某词语'))],
  ['a column of remarks headed in every row', table(2, (_, column) => (column === 0 ? '某某词语' : '备注'))]
])('a table of %s is taken apart in time', { timeout: 60_000 }, (_, large) => {
  const begin = processorTime();
  expect(entriesOf([large]).length).toBeGreaterThan(0);
  expect(processorTime() - begin).toBeLessThan(15_000);
});
