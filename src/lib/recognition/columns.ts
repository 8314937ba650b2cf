import { APPLICANT_COLUMNS, DISPUTE_BLOCKS, DISPUTE_COLUMNS, type CellId } from '../form/form.ts';
import { columnsOnForm, LAWSUITS } from './labels.ts';
import { moneyUnitIn, type StatedUnit } from './money-unit.ts';

/** A label of a table's header and where it stands. */
export interface HeaderCell {
  readonly key: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Which row of the document, and which table; 0 when it is a stream, where `from` says nothing. */
  readonly order: number;
  readonly source: number;
}

/** A value column. `from` and `to` are the grid columns of table `source`, when the header tells them. */
export interface Column {
  readonly id: CellId;
  readonly stated: StatedUnit;
  readonly grid: { readonly source: number; readonly from: number; readonly to: number } | null;
}

const ORGANISATION_KEYS: readonly string[] = APPLICANT_COLUMNS.slice(1, 6);

/** Table 2: the columns of one row, or null when the header above it does not hold exactly this row's columns. */
export function columnsOfItem(header: readonly HeaderCell[], row: string): Column[] | null {
  const ordered = inGrid(header) ?? header;
  const keys = ordered.map(({ key }) => key);
  const known = (['2021', '2019'] as const).some((form) => isSameSet(keys, columnsOnForm(form, 2, row) ?? []));
  return known ? ordered.map((cell) => column(`t2.${row}.${cell.key}`, cell, inGrid(header) !== null)) : null;
}

/**
 * Table 3: the order of its seven columns. An order other than the official one is only believed when the header shows
 * it: a header cell that is missing shifts all others, and the figures would go to the wrong applicants.
 */
export function applicantColumns(header: readonly HeaderCell[], groups: readonly HeaderCell[]): HeaderCell[] | null {
  const cells = withoutRepeats(header);
  const keys = cells.map(({ key }) => key);
  const [organisations, ...more] = withoutRepeats(groups);
  if (!isSameSet(keys, APPLICANT_COLUMNS) || more.length > 0) return null;
  const grid = inGrid(cells);
  const ordered = grid ?? unfolded(cells, organisations);
  if (!ordered) return null;
  if (isOfficial(ordered)) return ordered;
  // A total between its parts is a label that slipped where a page ended.
  if (ordered[0]?.key !== 'total' && ordered.at(-1)?.key !== 'total') return null;
  if (!grid) return organisations && inOneRow(ordered) ? ordered : null;
  if (!organisations) return cells.every(({ order }) => order === cells[0]?.order) ? ordered : null;
  const below = ordered.filter((cell) => overlaps(cell, organisations)).map(({ key }) => key);
  return isSameSet(below, ORGANISATION_KEYS) ? ordered : null;
}

function isOfficial(cells: readonly HeaderCell[]): boolean {
  return cells.every(({ key }, index) => key === APPLICANT_COLUMNS[index]);
}

/** The group's columns stand in one row of a table; a 其他 of another row would take the place of the last of them. */
function inOneRow(cells: readonly HeaderCell[]): boolean {
  const [first, ...more] = cells.filter(({ key, source }) => source !== 0 && ORGANISATION_KEYS.includes(key));
  return more.every(({ order }) => order === first?.order);
}

/** A label typed again under itself, as some programs fill in spanned cells, is one label. */
function withoutRepeats(header: readonly HeaderCell[]): HeaderCell[] {
  return header.filter(
    (cell, index) =>
      !header.slice(0, index).some((other) => other.key === cell.key && overlaps(other, cell) && sameGrid(other, cell))
  );
}

export function columnsOfApplicants(ordered: readonly HeaderCell[], row: string): Column[] {
  const grid = inGrid(ordered) !== null;
  return ordered.map((cell) => column(`t3.${row}.${cell.key}`, cell, grid));
}

/**
 * In text the group's five columns come after the whole upper row: they take the group's place in it. Null when that
 * place is not told: 自然人 behind the group may stand right of it, or only lower in its taller cell.
 * Where a column of the upper row comes among or after the five, all seven may have been read from one row: then they
 * stand in the official order, and another one is not believed.
 */
function unfolded(cells: readonly HeaderCell[], organisations: HeaderCell | undefined): HeaderCell[] | null {
  if (!organisations) return [...cells];
  const inside = cells.filter(({ key }) => ORGANISATION_KEYS.includes(key));
  const outside = cells.filter(({ key }) => !ORGANISATION_KEYS.includes(key));
  const [firstInside] = inside;
  if (!firstInside || outside.some((cell) => cells.indexOf(cell) > cells.indexOf(firstInside)))
    return isOfficial(cells) ? [...cells] : null;
  const before = (cell: HeaderCell) =>
    cell.order < organisations.order || (cell.order === organisations.order && cell.from < organisations.from);
  if (!outside.some((cell) => cell.key === 'person' && before(cell))) return null;
  return [...outside.filter(before), ...inside, ...outside.filter((cell) => !before(cell))];
}

/** Table 4: one column per label, each under its block; null when a block is not complete or cannot be told. */
export function disputeColumns(header: readonly HeaderCell[], blocks: readonly HeaderCell[]): Column[] | null {
  return underBlocks(header, blocks) ?? inSequence(header, blocks);
}

function underBlocks(header: readonly HeaderCell[], blocks: readonly HeaderCell[]): Column[] | null {
  const cells = inGrid(header);
  if (!cells || blocks.some((block) => block.source !== cells[0]?.source)) return null;
  const columns: Column[] = [];
  const keys = new Map<string, string[]>();
  for (const cell of cells) {
    const above = blocks.filter((block) => overlaps(block, cell) && block.order < cell.order);
    const block = above.find(({ key }) => key !== LAWSUITS)?.key;
    if (block === undefined || new Set(above.filter(({ key }) => key !== LAWSUITS).map(({ key }) => key)).size > 1)
      return null;
    keys.set(block, [...(keys.get(block) ?? []), cell.key]);
    columns.push(column(`t4.${block}.${cell.key}`, cell, true));
  }
  return [...keys.values()].every((found) => isSameSet(found, DISPUTE_COLUMNS)) ? columns : null;
}

/** Where no block reaches over its columns, the labels come five by five, in the order of the blocks. */
function inSequence(header: readonly HeaderCell[], blocks: readonly HeaderCell[]): Column[] | null {
  const cells = inGrid(header);
  const placed = cells !== null && blocks.every(({ source }) => source === cells[0]?.source);
  const order = blockOrder(placed ? [...blocks].sort((one, other) => one.from - other.from) : blocks);
  if (!order || header.length !== order.length * DISPUTE_COLUMNS.length) return null;
  const fives = order.map((_, index) => (cells ?? header).slice(index * 5, index * 5 + 5));
  const keys = fives.map((five) => five.map(({ key }) => key));
  const [first] = keys;
  // Which five belong to which block is only sure when all are alike.
  if (!first || !isSameSet(first, DISPUTE_COLUMNS) || keys.some((five) => five.join() !== first.join())) return null;
  const isTold = placed && !isPacked(blocks);
  if (isTold && !order.every((key, index) => standsOver(blocks, key, fives[index] ?? []))) return null;
  return order.flatMap((block) => first.map((key): Column => ({ id: `t4.${block}.${key}`, stated: null, grid: null })));
}

/** Two blocks in cells next to each other: of merged cells, text keeps the words alone, and they stand over nothing. */
function isPacked(blocks: readonly HeaderCell[]): boolean {
  const single = blocks.filter(({ key, from, to }) => key !== LAWSUITS && to - from === 1);
  return single.some(({ to, order }) => single.some((next) => next.from === to && next.order === order));
}

/** Whether a block's words stand somewhere over its five columns. */
function standsOver(blocks: readonly HeaderCell[], key: string, five: readonly HeaderCell[]): boolean {
  const from = blocks.find((block) => block.key === key)?.from ?? -1;
  return from >= (five[0]?.from ?? Infinity) && from < (five.at(-1)?.to ?? -Infinity);
}

/** The blocks without 行政诉讼 over two of them, in the order of their columns; null when it cannot be told. */
export function blockOrder(blocks: readonly HeaderCell[]): string[] | null {
  const keys = blocks.map(({ key }) => key);
  if (new Set(keys).size !== keys.length) return null;
  const suits: string[] = keys.filter((key) => key === 'suit' || key === 'suit-after-review');
  const order = keys.includes(LAWSUITS)
    ? keys.flatMap((key) => (key === LAWSUITS ? suits : suits.includes(key) ? [] : [key]))
    : keys;
  const official = DISPUTE_BLOCKS.filter((block) => order.includes(block));
  return order.length > 0 && (keys.includes(LAWSUITS) || order.join() === official.join()) ? order : null;
}

/** Table 4 turned on its side: one row per block under the five columns. */
export function columnsOfBlock(header: readonly HeaderCell[], block: string): Column[] | null {
  const ordered = inGrid(header) ?? header;
  if (
    !isSameSet(
      ordered.map(({ key }) => key),
      DISPUTE_COLUMNS
    )
  )
    return null;
  return ordered.map((cell) => column(`t4.${block}.${cell.key}`, cell, inGrid(header) !== null));
}

function column(id: CellId, cell: HeaderCell, grid: boolean): Column {
  return {
    id,
    stated: moneyUnitIn(cell.text),
    grid: grid ? { source: cell.source, from: cell.from, to: cell.to } : null
  };
}

/** The cells by column, when all stand in one table and none above another. */
function inGrid(cells: readonly HeaderCell[]): HeaderCell[] | null {
  const source = cells[0]?.source ?? 0;
  if (source === 0 || cells.some((cell) => cell.source !== source)) return null;
  const ordered = [...cells].sort((one, other) => one.from - other.from);
  return ordered.every((cell, index) => cell.from >= (ordered[index - 1]?.to ?? 0)) ? ordered : null;
}

function overlaps(one: HeaderCell, other: HeaderCell): boolean {
  return one.from < other.to && other.from < one.to;
}

function sameGrid(one: HeaderCell, other: HeaderCell): boolean {
  return one.source !== 0 && one.source === other.source;
}

function isSameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && new Set(one).size === one.length && one.every((key) => other.includes(key));
}
