/** Mistakes as people make them, one by one, with the cells that each makes wrong. */
import { APPLICANT_COLUMNS, outcomeRows, type CellId, type Layout } from '../../../src/lib/form/form.ts';
import { mistyped, type Random, type Values } from '../../unit/repair/random-report.ts';

/** A figure mistyped, left out, or put where none belongs; figures that are not 0 are mistyped more often. */
export function mistypeOne(
  cells: Values,
  among: readonly CellId[],
  random: Random,
  taken: ReadonlySet<CellId>
): CellId {
  const free = among.filter((cell) => !taken.has(cell));
  const used = free.filter((cell) => cells[cell] !== 0);
  const cell = random.pick(used.length > 0 && random.isHit(0.9) ? used : free);
  const right = cells[cell] ?? 0;
  const isTotal = cell.endsWith('.total') || cell.startsWith('t3.handled.');
  if (isTotal && right > 0 && random.isHit(0.3))
    cells[cell] = right > 1 ? right - 1 - random.upTo(Math.min(4, right - 1)) : 0;
  else if (random.isHit(0.1)) cells[cell] = right > 0 ? 0 : 1 + random.upTo(9);
  else cells[cell] = mistyped(right, random);
  return cell;
}

export type LineMistake = (cells: Values, layout: Layout, random: Random) => readonly CellId[];

const rowsOf = (layout: Layout): string[] => ['new', 'carried-in', ...outcomeRows(layout), 'handled', 'carried-out'];
const lineOf = (row: string): CellId[] => APPLICANT_COLUMNS.map((column) => `t3.${row}.${column}`);

function write(cells: Values, ids: readonly CellId[], figures: readonly (number | null)[]): CellId[] {
  const before = ids.map((id) => cells[id]);
  ids.forEach((id, index) => {
    cells[id] = figures[index] ?? 0;
  });
  return ids.filter((id, index) => cells[id] !== before[index]);
}

const read = (cells: Values, ids: readonly CellId[]): (number | null)[] => ids.map((id) => cells[id] ?? null);

export const LINE_MISTAKES: Readonly<Record<string, LineMistake>> = {
  'row shifted': (cells, layout, random) => {
    const row = lineOf(random.pick(rowsOf(layout).filter((key) => (cells[`t3.${key}.total`] ?? 0) > 0)));
    return write(cells, row, [0, ...read(cells, row).slice(0, -1)]);
  },
  'column shifted': (cells, layout, random) => {
    const column = random.pick(['person', 'company', 'total']);
    const part = rowsOf(layout)
      .slice(random.upTo(4))
      .map((row) => `t3.${row}.${column}`);
    return write(cells, part, [0, ...read(cells, part).slice(0, -1)]);
  },
  'two rows exchanged': (cells, layout, random) => {
    const rows = rowsOf(layout);
    const place = random.upTo(rows.length - 2);
    const [one, other] = [lineOf(rows[place] ?? ''), lineOf(rows[place + 1] ?? '')];
    return write(cells, [...one, ...other], [...read(cells, other), ...read(cells, one)]);
  },
  'two cells of a row exchanged': (cells, layout, random) => {
    const row = lineOf(random.pick(rowsOf(layout).filter((key) => (cells[`t3.${key}.total`] ?? 0) > 0)));
    const place = random.upTo(4);
    const pair = row.slice(place, place + 2);
    return write(cells, pair, read(cells, pair).reverse());
  }
};
