import { OBJECT } from '../text-signs.ts';
import type { Sheet, SheetCell, SheetRange } from './sheet.ts';

/** A picture over more rows or columns than this is no cell's content but lies over the table, as a seal does. */
const MOST_CELLS = 2;

/**
 * A sheet in which blank cells under a picture say so. Pictures beside the tables are passed over.
 */
export function withPictures(sheet: Sheet): Sheet {
  const small = sheet.pictures.filter(
    ({ top, left, bottom, right }) => bottom - top < MOST_CELLS && right - left < MOST_CELLS
  );
  if (small.length === 0) return sheet;
  const cells = new Map(sheet.cells.map((cell) => [keyOf(cell), cell]));
  const rows = new Map<number, SheetCell[]>();
  for (const cell of sheet.cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  for (const { top, left, bottom, right } of small) {
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const spot = anchorOf({ row, column }, sheet.merges);
        const found = cells.get(keyOf(spot));
        if ((found && found.text.trim() !== '') || !isInTable(spot, rows.get(spot.row) ?? [])) continue;
        cells.set(keyOf(spot), { ...spot, text: OBJECT, bordered: found?.bordered ?? false });
      }
    }
  }
  return { ...sheet, cells: [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column) };
}

interface Spot {
  readonly row: number;
  readonly column: number;
}

function anchorOf({ row, column }: Spot, merges: readonly SheetRange[]): Spot {
  const merge = merges.find(
    ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right
  );
  return merge ? { row: merge.top, column: merge.left } : { row, column };
}

/** Between other cells of its row, or at the end of a row of several. */
function isInTable({ column }: Spot, row: readonly SheetCell[]): boolean {
  const others = row.filter((cell) => cell.column !== column);
  const [first] = others;
  const last = others.at(-1);
  return (
    others.length > 1 && first !== undefined && last !== undefined && first.column < column && column <= last.column + 1
  );
}

function keyOf({ row, column }: Spot): string {
  return `${row} ${column}`;
}
