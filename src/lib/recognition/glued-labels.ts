import { isValue } from './cell-value.ts';
import type { Table, TableCell } from '../documents/block.ts';
import type { Label } from './labels.ts';
import { exactLabels } from './match-label.ts';

/** The longest label of a column or of what stands above several. */
const LONGEST = 12;
/** 商业企业科研机构社会公益组织法律服务机构其他 and longer ones of table 4. */
const LONGEST_GLUED = 90;

/**
 * The table with labels of its header taken apart that run together over several columns, as they do in a PDF without
 * lines whose columns are hardly wider than their words. Only labels of the form to the letter, as many as columns, are
 * taken apart; one that stands above several columns takes those that are left.
 */
export function withoutGluedLabels(table: Table): Table {
  const cells = table.cells.flatMap((cell) => partsOf(cell) ?? [cell]);
  return cells.length === table.cells.length ? table : { ...table, cells };
}

function partsOf(cell: TableCell): TableCell[] | null {
  const { text, columnSpan, column } = cell;
  if (columnSpan < 2 || text.length > LONGEST_GLUED || text.trim() === '' || isValue(text) || exactLabels(text))
    return null;
  const [parts, ...more] = waysToPart([...text.replace(/\s/g, '')], columnSpan);
  if (!parts || more.length > 0) return null;
  const spare = columnSpan - parts.length;
  let at = column;
  return parts.map((part) => {
    const span = isOverSeveral(part) ? spare + 1 : 1;
    const own = { ...cell, text: part, column: at, columnSpan: span };
    at += span;
    return own;
  });
}

/** All ways of reading the signs as labels that fill so many columns. */
function waysToPart(signs: readonly string[], columns: number): string[][] {
  const ways: string[][] = [];
  const read = (from: number, parts: readonly string[]) => {
    if (from === signs.length) {
      const wide = parts.filter(isOverSeveral).length;
      if (parts.length > 1 && (wide === 0 ? parts.length === columns : wide === 1 && parts.length <= columns))
        ways.push([...parts]);
      return;
    }
    if (parts.length === columns) return;
    for (let to = from + 2; to <= Math.min(from + LONGEST, signs.length); to++) {
      const part = signs.slice(from, to).join('');
      if (exactLabels(part)?.some(isOfHeader)) read(to, [...parts, part]);
    }
  };
  read(0, []);
  return ways;
}

function isOverSeveral(part: string): boolean {
  return exactLabels(part)?.some(({ kind }) => kind === 'frame' || kind === 'block') ?? false;
}

function isOfHeader({ kind, table }: Label): boolean {
  return table !== 2 && (kind === 'column' || kind === 'frame' || kind === 'block');
}
