import type { Block } from '../../../src/lib/documents/block.ts';
import { Refusal } from '../../../src/lib/report/issue.ts';

/**
 * Blocks as short text: a paragraph as itself, a table as rows of `text`, `text@column`, with `+n` for columns and
 * `vn` for rows spanned when more than one.
 */
export function shown(blocks: readonly Block[]): (string | string[][])[] {
  return blocks.map((block) => {
    if (block.kind === 'paragraph') return block.text;
    return Array.from({ length: block.rows }, (_, row) =>
      block.cells
        .filter((cell) => cell.row === row)
        .map(({ column, columnSpan, rowSpan, text }) => {
          const spans = (columnSpan > 1 ? `+${columnSpan}` : '') + (rowSpan > 1 ? `v${rowSpan}` : '');
          return `${text}@${column}${spans}`;
        })
    );
  });
}

/** Throws when two cells share a place of the grid or one lies outside it. */
export function assertGrid(blocks: readonly Block[]): void {
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    const taken = new Set<string>();
    for (const { row, column, rowSpan, columnSpan } of block.cells) {
      if (row + rowSpan > block.rows || column + columnSpan > block.columns || rowSpan < 1 || columnSpan < 1) {
        throw new Error(`cell ${row},${column} leaves the grid`);
      }
      for (let y = row; y < row + rowSpan; y++) {
        for (let x = column; x < column + columnSpan; x++) {
          if (taken.has(`${y},${x}`)) throw new Error(`two cells at ${y},${x}`);
          taken.add(`${y},${x}`);
        }
      }
    }
  }
}

/** The code (and the reason or limit) with which an action is refused; `undefined` when it is not. */
export async function refusal(action: () => unknown): Promise<string | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, values } = error.issue;
    return [code, values?.reason ?? values?.limit ?? values?.name].filter((part) => part !== undefined).join(' ');
  }
}
