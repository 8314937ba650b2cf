import { UNKNOWN_CHARACTER } from './fonts.ts';
import type { PageParts } from './page.ts';
import type { TablePart } from './table-part.ts';

/**
 * The pages with the figures unknown that stand at the end of a table without lines, where the next page begins with
 * figures beside no label: a page break may cut a number that a narrow cell breaks in two.
 */
export function withoutCutEnds(pages: readonly PageParts[]): PageParts[] {
  return pages.map((page, index) => {
    if (pages[index + 1]?.goesOnInFigures !== true) return page;
    const [last] = [...page.tables].sort((a, b) => b.grid.bottom - a.grid.bottom);
    return { ...page, tables: page.tables.map((table) => (table === last ? withUnknownEnd(table) : table)) };
  });
}

function withUnknownEnd(table: TablePart): TablePart {
  const lastRow = table.grid.ys.length - 2;
  return {
    ...table,
    cells: table.cells.map((cell) =>
      cell.row === lastRow && /\p{Nd}$/u.test(cell.text) ? { ...cell, text: cell.text + UNKNOWN_CHARACTER } : cell
    )
  };
}
