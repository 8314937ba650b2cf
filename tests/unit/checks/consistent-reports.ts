import fc from 'fast-check';
import {
  APPLICANT_COLUMNS,
  cellsOfLayout,
  DISPUTE_BLOCKS,
  outcomeRows,
  type CellId,
  type Layout
} from '../../../src/lib/form/form.ts';

export interface ConsistentReport {
  readonly year: number;
  readonly layout: Layout;
  readonly cells: Readonly<Record<CellId, number | null>>;
}

/** One unit's years: both forms, （六） printed in three rows and in one. */
const CHAIN: readonly { year: number; layout: Layout }[] = [
  { year: 2020, layout: '2019' },
  { year: 2021, layout: '2021' },
  { year: 2022, layout: '2021-closed-once' },
  { year: 2023, layout: '2021' }
];

/** Nine tenths zeros, as in life. */
const figure = fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 5000 }) });

const parts = APPLICANT_COLUMNS.filter((column) => column !== 'total');

/** Draws free figures one after the other and derives the rest from them. */
type Draw = () => number;

function requestCells(layout: Layout, draw: Draw, carriedIn: (column: string) => number): Record<CellId, number> {
  const cells: Record<CellId, number> = {};
  const rows = ['new', 'carried-in', ...outcomeRows(layout), 'handled', 'carried-out'];
  for (const row of rows) cells[`t3.${row}.total`] = 0;
  for (const column of parts) {
    const set = (row: string, value: number): void => {
      cells[`t3.${row}.${column}`] = value;
      cells[`t3.${row}.total`] = (cells[`t3.${row}.total`] ?? 0) + value;
    };
    const before = carriedIn(column);
    let handled = 0;
    for (const row of outcomeRows(layout)) {
      const value = draw();
      set(row, value);
      handled += value;
    }
    // Nobody can hand on fewer than were neither new nor handled.
    const carriedOut = Math.max(0, before - handled) + draw();
    set('carried-in', before);
    set('handled', handled);
    set('carried-out', carriedOut);
    set('new', handled + carriedOut - before);
  }
  return cells;
}

function disputeCells(draw: Draw): Record<CellId, number> {
  return Object.fromEntries(
    DISPUTE_BLOCKS.flatMap((block) => {
      const [upheld, corrected, other, pending] = [draw(), draw(), draw(), draw()];
      const total = upheld + corrected + other + pending;
      return Object.entries({ upheld, corrected, other, pending, total }).map(([column, value]) => [
        `t4.${block}.${column}`,
        value
      ]);
    })
  );
}

function stockCells(row: string, draw: Draw, before: number): Record<CellId, number> {
  const issued = draw();
  const repealed = Math.min(draw(), before + issued);
  return {
    [`t2.${row}.issued`]: issued,
    [`t2.${row}.repealed`]: repealed,
    [`t2.${row}.in-force`]: before + issued - repealed
  };
}

/** Reports of one unit over four years that satisfy every identity, within each year and between them. */
export const consistentYears: fc.Arbitrary<ConsistentReport[]> = fc.infiniteStream(figure).map((figures) => {
  const draw: Draw = () => figures.next().value ?? 0;
  let before: Readonly<Record<CellId, number>> = {};
  return CHAIN.map(({ year, layout }) => {
    const last = before;
    const known: Record<CellId, number> = {
      ...requestCells(layout, draw, (column) => last[`t3.carried-out.${column}`] ?? 0),
      ...disputeCells(draw),
      ...stockCells('rules', draw, last['t2.rules.in-force'] ?? 0),
      ...stockCells('normative', draw, last['t2.normative.in-force'] ?? 0)
    };
    const cells = Object.fromEntries(cellsOfLayout(layout).map(({ id }) => [id, known[id] ?? draw()]));
    before = cells;
    return { year, layout, cells };
  });
});
