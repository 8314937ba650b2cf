import type { TableNumber } from '../form/form.ts';
import type { Follower } from './found-row.ts';
import type { Headers } from './headers.ts';
import { CLOSED_GROUP, OUTCOMES, type Label } from './labels.ts';
import { matchLabel } from './match-label.ts';
import type { Row, RowCell } from './rows.ts';

/** A cell of a row that holds a label of the form, with all that it may stand for. */
export interface Hit {
  readonly index: number;
  readonly cell: RowCell;
  readonly labels: readonly Label[];
  readonly similar: boolean;
}

/** The labels in a row; `known` is the table that the rows before it belong to. */
export function hitsOf(row: Row, known: TableNumber | null): Hit[] {
  const hits: Hit[] = [];
  let table = known;
  for (const [index, cell] of row.cells.entries()) {
    if (cell.text === '' || cell.side || isFigure(cell.text)) continue;
    const match = matchLabel(cell.text, table);
    if (!match) continue;
    hits.push({ index, cell, ...match });
    const [first] = match.labels;
    if (first && match.labels.length === 1) table = first.table;
  }
  return hits;
}

/** 总计, 其他 and 其他处理 mean different things in different places: null when it is none of them here. */
export function meaningOf(
  { labels }: Hit,
  hits: readonly Hit[],
  row: Row,
  table: TableNumber | null,
  group: string | null,
  headers: Headers
): Label | null {
  const [only] = labels;
  if (labels.length === 1 && only) return only;
  const inTable = labels.filter((label) => label.table === table);
  const asColumn = inTable.find(({ kind }) => kind === 'column');
  const asRow = inTable.find(({ kind }) => kind === 'row');
  const asGroup = inTable.find(({ kind }) => kind === 'group');
  if (asGroup) return asGroup;
  if (asColumn && asRow) {
    if (isHeaderLabel(asColumn.key, hits, row, headers)) return asColumn;
    if (asRow.key === 'closed-other' && group !== CLOSED_GROUP) return null;
    return asRow;
  }
  return asColumn ?? asRow ?? inTable[0] ?? null;
}

function isHeaderLabel(key: string, hits: readonly Hit[], row: Row, headers: Headers): boolean {
  if (row.shape === 'stream') return headers.lacksApplicant(key);
  return hits.some(({ labels }) => labels.length === 1 && labels[0]?.kind === 'column' && labels[0].table === 3);
}

/** The cells behind a label, without those of rows above and without words of columns beside the form's own. */
export function cellsAfter(row: Row, index: number): RowCell[] {
  return row.cells.slice(index + 1).filter(({ own, side }) => own && !side);
}

function isFigure(text: string): boolean {
  return /^[\s\d.]*$/.test(text);
}

export function followerOf(label: Label): Follower {
  const isOfRow = label.kind === 'row' || label.kind === 'group' || label.key === OUTCOMES;
  return { kind: isOfRow ? 'row' : 'header', blanks: blanksBefore(label) };
}

/** How many empty label cells stand before a label where a form's three label columns were typed out as text. */
function blanksBefore(label: Label): number {
  if (label.table !== 3) return 0;
  if (label.kind === 'group') return 1;
  if (label.kind !== 'row') return 0;
  if (label.group !== null) return 2;
  return ['partial', 'handled', 'closed'].includes(label.key) ? 1 : 0;
}

/** Where tabs open the cells, an empty line ends the row; elsewhere it is none of its cells. */
export function cellsOfRow(cells: readonly RowCell[]): RowCell[] {
  const end = cells.some(({ tabbed }) => tabbed === true) ? cells.findIndex(({ gap }) => gap === true) : -1;
  return (end < 0 ? cells : cells.slice(0, end)).filter(({ gap }) => gap !== true);
}
