import Papa from 'papaparse';
import type { Place } from '../../report/place.ts';
import type { Block } from '../block.ts';
import { LIMITS, overLimit } from '../limits.ts';
import { sheetBlocks } from '../sheet/sheet-blocks.ts';
import type { Sheet, SheetCell } from '../sheet/sheet.ts';

/** Rows of a sheet have so many cells, and most lines of its file are such rows. */
const FEWEST_CELLS = 3;
const FEWEST_ROWS = 5;
const MOST = 0.6;

/**
 * The blocks of a sheet that a spreadsheet saved as text: values parted by commas or semicolons, or by tabs where line
 * breaks inside quotes would be taken for the ends of rows. Null for any other text.
 */
export function separatedBlocks(text: string): Block[] | null {
  for (const delimiter of [',', ';', '\t']) {
    if (delimiter === '\t' && !/(?:^|\t)"/m.test(text)) continue;
    const { data, errors } = Papa.parse<string[]>(text, { delimiter });
    const written = data.filter((row) => row.some((value) => value.trim() !== ''));
    const rows = written.filter(({ length }) => length >= FEWEST_CELLS);
    // A quote that is never closed holds the rest of the file.
    const whole = errors.every(({ type }) => type !== 'Quotes');
    if (!whole || rows.length < FEWEST_ROWS || rows.length < written.length * MOST) continue;
    const lines = linesOf(data);
    return sheetBlocks([sheetOf(data)]).map((block) => inLines(block, lines));
  }
  return null;
}

/** The line at which each row begins. */
function linesOf(rows: readonly (readonly string[])[]): number[] {
  let line = 1;
  return rows.map((values) => {
    const first = line;
    line += 1 + values.reduce((sum, value) => sum + (value.match(/\r\n|[\r\n]/g)?.length ?? 0), 0);
    return first;
  });
}

/** A block with its places in the text instead of those in a sheet. */
function inLines(block: Block, lines: readonly number[]): Block {
  const placeOf = ({ row = 1, column, table }: Place): Place => ({ line: lines[row - 1] ?? row, table, row, column });
  if (block.kind === 'paragraph') return { ...block, place: { line: lines[(block.place.row ?? 1) - 1] ?? 1 } };
  return {
    ...block,
    place: placeOf(block.place),
    cells: block.cells.map((cell) => ({ ...cell, place: { ...placeOf(cell.place), row: cell.row + 1 } }))
  };
}

function sheetOf(rows: readonly (readonly string[])[]): Sheet {
  const cells = rows.flatMap((values, row) =>
    values.flatMap((value, column): SheetCell[] => {
      const text = value.trim();
      return text === '' ? [] : [{ row, column, text, bordered: false }];
    })
  );
  if (cells.length > LIMITS.cells) throw overLimit('cells');
  const shown = (): boolean => false;
  return {
    name: '',
    hidden: false,
    cells,
    merges: [],
    pictures: [],
    zerosHidden: false,
    rowHidden: shown,
    columnHidden: shown
  };
}
