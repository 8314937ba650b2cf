/** The identities between cells, worked out here once more so that the project's rules have a second opinion. */
import {
  APPLICANT_COLUMNS,
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  outcomeRows,
  type CellId,
  type Layout
} from '../../../src/lib/form/form.ts';

/** `null`: blank, so nothing can be said. */
export type Values = ReadonlyMap<CellId, number | null>;

interface Side {
  readonly cells: readonly CellId[];
  /** Cells of the year before. */
  readonly before?: readonly CellId[];
}

export interface Identity {
  readonly rule: string;
  readonly exact: boolean;
  readonly left: Side;
  readonly right: Side;
}

export function identitiesOf(layout: Layout, layoutBefore: Layout | null): Identity[] {
  const outcomes = outcomeRows(layout);
  const rows = ['new', 'carried-in', ...outcomes, 'handled', 'carried-out'];
  const details = APPLICANT_COLUMNS.slice(0, -1);
  const exact = (rule: string, left: Side, right: Side): Identity => ({ rule, exact: true, left, right });
  const identities = [
    ...rows.map((row) =>
      exact(
        `t3.row-sum.${row}`,
        { cells: details.map((column) => `t3.${row}.${column}`) },
        { cells: [`t3.${row}.total`] }
      )
    ),
    ...APPLICANT_COLUMNS.flatMap((column) => [
      exact(
        `t3.handled-sum.${column}`,
        { cells: outcomes.map((row) => `t3.${row}.${column}`) },
        { cells: [`t3.handled.${column}`] }
      ),
      exact(
        `t3.balance.${column}`,
        { cells: [`t3.new.${column}`, `t3.carried-in.${column}`] },
        { cells: [`t3.handled.${column}`, `t3.carried-out.${column}`] }
      )
    ]),
    ...DISPUTE_BLOCKS.map((block) =>
      exact(
        `t4.sum.${block}`,
        { cells: DISPUTE_COLUMNS.slice(0, -1).map((column) => `t4.${block}.${column}`) },
        { cells: [`t4.${block}.total`] }
      )
    )
  ];
  if (layoutBefore === null) return identities;
  identities.push(
    ...APPLICANT_COLUMNS.map((column) =>
      exact(
        `carry-over.${column}`,
        { cells: [], before: [`t3.carried-out.${column}`] },
        { cells: [`t3.carried-in.${column}`] }
      )
    )
  );
  if (layout === '2019' || layoutBefore === '2019') return identities;
  const stock = ['rules', 'normative'].map((row): Identity => ({
    rule: `t2.stock.${row}`,
    exact: false,
    left: { cells: [`t2.${row}.issued`], before: [`t2.${row}.in-force`] },
    right: { cells: [`t2.${row}.repealed`, `t2.${row}.in-force`] }
  }));
  return [...identities, ...stock];
}

function sum(side: Side, values: Values, before: Values): number | null {
  const all = [...side.cells.map((cell) => values.get(cell)), ...(side.before ?? []).map((cell) => before.get(cell))];
  let total = 0;
  for (const value of all) {
    if (value === null || value === undefined) return null;
    total += value;
  }
  return total;
}

/** The identities that do not hold; one with a blank cell neither holds nor fails. */
export function broken(identities: readonly Identity[], values: Values, before: Values): Identity[] {
  return identities.filter(({ left, right }) => {
    const a = sum(left, values, before);
    const b = sum(right, values, before);
    return a !== null && b !== null && Math.abs(a - b) > 1e-9;
  });
}
