import type { Block, Table, TableCell } from '../documents/block.ts';
import type { Place } from '../report/place.ts';
import { isValue } from './cell-value.ts';
import { withoutGluedLabels } from './glued-labels.ts';
import { exactLabels } from './match-label.ts';
import { withoutRemarks } from './remark-columns.ts';
import { sideWord, type SideWord } from './side-words.ts';
import { withStackedLabels } from './stacked-labels.ts';
import { withStackedRows } from './stacked-rows.ts';

/** A cell of a row, wherever it came from. */
export interface RowCell {
  readonly text: string;
  readonly place: Place;
  /** The grid columns it covers, `to` not included; in text, its position in the row. */
  readonly from: number;
  readonly to: number;
  readonly rowSpan: number;
  /** False when the cell began in a row above and only spans into this one. */
  readonly own: boolean;
  /** An empty line of a text without tabs: a separator in one layout, an empty cell in another. */
  readonly gap?: boolean;
  /** A tab opens the cell in the text, so that it would be there even when empty. */
  readonly tabbed?: boolean;
  /** A figure at a line's end with a tab behind it. */
  readonly openEnd?: boolean;
  /** A word of a column beside the form's own, such as 件 or 行次: no figure, and no place for one. */
  readonly side?: SideWord;
  /** What is printed, when the cell was cut out of it. */
  readonly printed?: string;
  /** What the document stores in the cell and does not show. */
  readonly unshown?: string;
}

export interface Row {
  readonly kind: 'row';
  /** Position in the reading order of the document. */
  readonly order: number;
  /** `grid`: cells know their columns. `stream`: cells follow one another, so they can only be counted. */
  readonly shape: 'grid' | 'stream';
  /** Which table of the document; 0 for a stream. */
  readonly source: number;
  readonly cells: readonly RowCell[];
  /** Label and figures stand without anything between them: 规章000. */
  readonly glued?: boolean;
  /** Labels and figures of one line: an empty line has nothing to do with them. */
  readonly inline?: boolean;
  /** The line that the whole row was taken from: it may be prose that reads like a row. */
  readonly line?: Line;
}

export interface Line {
  readonly kind: 'line';
  readonly order: number;
  readonly text: string;
  readonly place: Place;
}

export type Entry = Row | Line;

/** A document's blocks as rows of tables and lines of text. A table that only arranges text is taken for text. */
export function entriesOf(blocks: readonly Block[]): Entry[] {
  const entries: Entry[] = [];
  let order = 0;
  let source = 0;
  let tabbed = false;
  for (const block of blocks) {
    if (block.kind === 'table') {
      source++;
      tabbed = false;
      for (const cells of withoutRemarks(rowsOfTable(withStackedRows(withStackedLabels(withoutGluedLabels(block)))))) {
        if (isFormRow(cells)) entries.push({ kind: 'row', order: order++, shape: 'grid', source, cells });
        else entries.push(...linesOf(cells).map((line): Line => ({ kind: 'line', order: order++, ...line })));
      }
      continue;
    }
    const parts = block.text.split('\t');
    if (parts.filter((part) => part.trim() !== '').length > 1) {
      if (!tabbed) source++;
      tabbed = true;
      const cells = parts.map((part, column) => cellOf(part, column, block.place));
      entries.push({ kind: 'row', order: order++, shape: 'grid', source, cells });
      continue;
    }
    if (block.text.trim() !== '') tabbed = false;
    entries.push({ kind: 'line', order: order++, text: block.text, place: block.place });
  }
  return entries;
}

function cellOf(text: string, column: number, place: Place): RowCell {
  return asSide({ text, place, from: column, to: column + 1, rowSpan: 1, own: true });
}

function asSide(cell: RowCell): RowCell {
  const side = sideWord(cell.text);
  return side ? { ...cell, side } : cell;
}

/** The cells that cover each row, by column; a cell that spans rows comes with each of them. */
function rowsOfTable(table: Table): RowCell[][] {
  const rows: TableCell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    const end = Math.min(cell.row + cell.rowSpan, table.rows);
    for (let row = cell.row; row < end; row++) rows[row]?.push(cell);
  }
  return rows.map((cells, row) =>
    withoutRepeats(
      cells
        .sort((one, other) => one.column - other.column)
        .map((cell) =>
          asSide({
            text: cell.text,
            place: cell.place,
            from: cell.column,
            to: cell.column + cell.columnSpan,
            rowSpan: cell.rowSpan,
            own: cell.row === row,
            ...(cell.unshown === undefined ? {} : { unshown: cell.unshown })
          })
        )
    )
  );
}

/** Some programs repeat a spanned label in each column that it spans: side by side, the same words are one cell. */
function withoutRepeats(cells: readonly RowCell[]): RowCell[] {
  const merged: RowCell[] = [];
  for (const cell of cells) {
    const last = merged.at(-1);
    const same = last?.text === cell.text && last.to === cell.from && last.own === cell.own && !isValue(cell.text);
    if (same && last.rowSpan === cell.rowSpan && /\p{Script=Han}/u.test(cell.text))
      merged[merged.length - 1] = { ...last, to: cell.to };
    else merged.push(cell);
  }
  return merged;
}

/** A row without one label or figure arranges text; a row without any text may be table 4's cells, left blank. */
function isFormRow(cells: readonly RowCell[]): boolean {
  const written = cells.filter(({ own, text }) => own && text.trim() !== '');
  return written.length === 0 || written.some(({ text }) => exactLabels(text) !== undefined || isValue(text));
}

function linesOf(cells: readonly RowCell[]): { text: string; place: Place }[] {
  return cells
    .filter(({ own, text }) => own && text.trim() !== '')
    .flatMap(({ text, place }) => text.split('\n').map((line) => ({ text: line, place })));
}
