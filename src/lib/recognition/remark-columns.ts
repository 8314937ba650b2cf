import { isValue } from './cell-value.ts';
import { normaliseLabel } from './normalise-label.ts';

/** How a column of words beside the form's own is headed. */
const HEADS = new Set(['备注', '备考', '说明', '附注', '情况说明', '备注说明', '有关说明']);

interface Placed {
  readonly text: string;
  /** The grid columns it covers, `to` not included. */
  readonly from: number;
  readonly to: number;
}

/**
 * The rows of a table with what is remarked in words left out. A remark is told by its column, and by being no figure: a
 * figure there may be the last of a row that was shifted.
 */
export function withoutRemarks<Cell extends Placed>(rows: readonly (readonly Cell[])[]): Cell[][] {
  const columns = new Set<string>();
  return rows.map((cells) => {
    const heads = cells.filter(({ text }) => HEADS.has(normaliseLabel(text)));
    for (const head of heads) columns.add(extentOf(head));
    if (columns.size === 0) return [...cells];
    return cells.map((cell) => {
      const isRemark = !heads.includes(cell) && columns.has(extentOf(cell));
      return isRemark && /\p{Script=Han}/u.test(cell.text) && !isValue(cell.text) ? { ...cell, text: '' } : cell;
    });
  });
}

function extentOf({ from, to }: Placed): string {
  return `${from} ${to}`;
}
