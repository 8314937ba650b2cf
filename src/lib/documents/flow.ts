import { type Issue, Refusal } from '../report/issue.ts';
import type { Block, Table, TableCell } from './block.ts';
import { LIMITS, overLimit } from './limits.ts';
import { cellText, isFigure, lineText, OBJECT } from './text-signs.ts';

/** What stands in a document or in a cell, in reading order: a line of text, or a table. */
export type FlowItem = string | FlowTable;

/** A cell in the grid (0-based, spans resolved, no overlaps) before it is known what becomes of tables inside it. */
export interface FlowCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly items: readonly FlowItem[];
}

export interface FlowTable {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly FlowCell[];
}

/** A frame that holds whole paragraphs has few cells and long text; the forms' longest label has 40 characters. */
const FRAME_CELLS = 6;
const FRAME_TEXT = 200;
const MOST_NAMED = 8;

/**
 * The blocks of a document that may use tables for its layout. The content of a layout table's cells comes in
 * reading order; a table inside a table of data comes as a block of its own after it. Throws `document.limit`.
 */
export function blocksOfFlow(items: readonly FlowItem[]): Block[] {
  const numbering = new Numbering();
  return items.flatMap(contentOf).flatMap((item) => numbering.blocks(item));
}

/** Throws `document.scan` when blocks hold pictures and nothing else. */
export function assertText(blocks: readonly Block[]): void {
  const isBlank = (text: string): boolean => text.replaceAll(OBJECT, '').trim() === '';
  const blank = blocks.every((block) =>
    block.kind === 'paragraph' ? isBlank(block.text) : block.cells.every(({ text }) => isBlank(text))
  );
  if (blank) throw new Refusal({ code: 'document.scan' });
}

/**
 * Names the text boxes outside the tables that hold a figure and nothing else: one may well lie over a cell of a table.
 * `boxed`: what all boxes hold that are anchored outside the tables.
 */
export function figuresAfloat(boxed: readonly FlowItem[]): Issue[] {
  const found = new Set(boxed.filter((item) => typeof item === 'string').map((text) => text.trim()));
  const figures = [...found].filter(isFigure);
  const raw = figures.slice(0, MOST_NAMED).join(', ') + (figures.length > MOST_NAMED ? ' …' : '');
  return figures.length === 0 ? [] : [{ code: 'document.figure-afloat', values: { raw } }];
}

class Numbering {
  #paragraphs = 0;
  #tables = 0;
  #cells = 0;

  blocks(item: FlowItem): Block[] {
    if (typeof item === 'string') {
      return [{ kind: 'paragraph', text: lineText(item), place: { paragraph: ++this.#paragraphs } }];
    }
    const inner = nestedTables(item);
    return [this.#table(item), ...inner.flatMap((table) => this.blocks(table))];
  }

  #table({ rows, columns, cells }: FlowTable): Table {
    this.#cells += cells.length;
    if (this.#cells > LIMITS.cells) throw overLimit('cells');
    const table = ++this.#tables;
    const placed = cells.map(({ row, column, rowSpan, columnSpan, items }): TableCell => {
      const place = { table, row: row + 1, column: column + 1 };
      return { row, column, rowSpan, columnSpan, text: cellOrObject(items), place };
    });
    return { kind: 'table', rows, columns, cells: placed, place: { table } };
  }
}

/** An item as it is read. A picture in a table of layout stands for no cell's content. */
function contentOf(item: FlowItem): FlowItem[] {
  return typeof item === 'string' ? [item] : withoutLayout(item).filter((inner) => inner !== OBJECT);
}

/** The item itself, or a layout table's content; inside out, so that a frame in a cell becomes part of the cell. */
function withoutLayout(item: FlowItem): FlowItem[] {
  if (typeof item === 'string') return [item];
  const cells = item.cells.map((cell) =>
    cell.items.every((inner) => typeof inner === 'string')
      ? cell
      : { ...cell, items: cell.items.flatMap((inner) => withoutLayout(inner)) }
  );
  const table = { ...item, cells };
  return isLayout(table) ? cells.flatMap((cell) => cell.items) : [table];
}

function isLayout(table: FlowTable): boolean {
  const { cells } = table;
  if (cells.length <= 1) return true;
  const nested = nestedTables(table);
  if (nested.length === 0) {
    return cells.length <= FRAME_CELLS && cells.some(({ items }) => joined(items).length >= FRAME_TEXT);
  }
  const own = cells.filter(({ items }) => items.every((item) => typeof item === 'string'));
  return nested.reduce((sum, inner) => sum + inner.cells.length, 0) >= own.length;
}

/** Nothing yet, or no words: then anything more in the cell changes what it says. */
function mayBeFigure(items: readonly FlowItem[]): boolean {
  return items.every((item) => typeof item === 'string' && !/\p{Script=Han}/u.test(item));
}

/**
 * What stands in a cell that also shows a picture. `floating`: the picture stands over or beside the text, so that it
 * only counts where there is none.
 */
export function withPicture(items: readonly FlowItem[], floating = false): readonly FlowItem[] {
  const counts = floating ? items.every((item) => typeof item === 'string' && item.trim() === '') : mayBeFigure(items);
  return counts ? [...items, OBJECT] : items;
}

/** A table inside a cell comes after it; in a cell without words its place is kept. */
function cellOrObject(items: readonly FlowItem[]): string {
  const inner = items.filter((item) => typeof item !== 'string');
  const own = items.filter((item) => typeof item === 'string');
  const shown = inner.some(({ cells }) => cells.some((cell) => cellOrObject(cell.items) !== ''));
  return cellText(joined(shown && mayBeFigure(own) ? [...own, OBJECT] : own));
}

function nestedTables(table: FlowTable): FlowTable[] {
  return table.cells.flatMap(({ items }) => items.filter((item) => typeof item !== 'string'));
}

function joined(items: readonly FlowItem[]): string {
  return items
    .filter((item) => typeof item === 'string')
    .join('\n')
    .trim();
}
