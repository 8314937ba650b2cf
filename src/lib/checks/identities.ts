/**
 * The sums that a report's cells must satisfy, as data. Sources: the forms themselves (table 3 prints 一＋二＝三（七）＋四
 * and names （七） the total of （一）…（六）; 总计 is the last column of tables 3 and 4), and between years the meaning of
 * 上年结转 and 现行有效.
 */
import {
  APPLICANT_COLUMNS,
  cellsOfLayout,
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  LAYOUTS,
  outcomeRows,
  type CellId,
  type Layout
} from '../form/form.ts';
import type { Identity, Term } from './rule.ts';

const plus = (cell: CellId): Term => ({ cell, coefficient: 1, yearOffset: 0 });
const minus = (cell: CellId): Term => ({ cell, coefficient: -1, yearOffset: 0 });
const lastYear = (cell: CellId): Term => ({ cell, coefficient: 1, yearOffset: -1 });

/** Layouts that print the cell. */
export function layoutsWith(cell: CellId): Layout[] {
  return LAYOUTS.filter((layout) => cellsOfLayout(layout).some((each) => each.id === cell));
}

/** Rows of table 3 on any layout: those of the 2021 form and 2019's single （六）. */
const requestRows = [
  ...new Set(LAYOUTS.flatMap((layout) => ['new', 'carried-in', ...outcomeRows(layout)])),
  'handled',
  'carried-out'
];

/** 自然人 + the five 法人或其他组织 columns = 总计. */
const rowSums = requestRows.map((row): Identity => {
  const total = `t3.${row}.total`;
  const parts = APPLICANT_COLUMNS.filter((column) => column !== 'total');
  return {
    id: `t3.row-sum.${row}`,
    kind: 't3.row-sum',
    severity: 'error',
    layouts: layoutsWith(total),
    total,
    terms: [...parts.map((column) => plus(`t3.${row}.${column}`)), minus(total)]
  };
});

/** Leaf rows of （一）…（六） = （七）总计. The layouts differ in （六） only, so one id stands for two identities. */
const handledSums = (['2021', '2021-closed-once'] as const).flatMap((layout) =>
  APPLICANT_COLUMNS.map((column): Identity => {
    const total = `t3.handled.${column}`;
    return {
      id: `t3.handled-sum.${column}`,
      kind: 't3.handled-sum',
      severity: 'error',
      layouts: layout === '2021' ? ['2021'] : ['2021-closed-once', '2019'],
      total,
      terms: [...outcomeRows(layout).map((row) => plus(`t3.${row}.${column}`)), minus(total)]
    };
  })
);

/** 一 + 二 = 三（七） + 四. */
const balances = APPLICANT_COLUMNS.map((column): Identity => {
  const total = `t3.carried-out.${column}`;
  return {
    id: `t3.balance.${column}`,
    kind: 't3.balance',
    severity: 'error',
    layouts: LAYOUTS,
    total,
    terms: [plus(`t3.new.${column}`), plus(`t3.carried-in.${column}`), minus(`t3.handled.${column}`), minus(total)]
  };
});

/** 维持 + 纠正 + 其他 + 尚未审结 = 总计. */
const disputeSums = DISPUTE_BLOCKS.map((block): Identity => {
  const total = `t4.${block}.total`;
  const parts = DISPUTE_COLUMNS.filter((column) => column !== 'total');
  return {
    id: `t4.sum.${block}`,
    kind: 't4.sum',
    severity: 'error',
    layouts: LAYOUTS,
    total,
    terms: [...parts.map((column) => plus(`t4.${block}.${column}`)), minus(total)]
  };
});

/** 结转下年度 of the year before = 上年结转, across the forms too. */
const carryOvers = APPLICANT_COLUMNS.map((column): Identity => {
  const total = `t3.carried-in.${column}`;
  return {
    id: `carry-over.${column}`,
    kind: 'carry-over',
    severity: 'error',
    layouts: LAYOUTS,
    total,
    terms: [lastYear(`t3.carried-out.${column}`), minus(total)]
  };
});

/** 现行有效 of the year before + 制发 − 废止 = 现行有效. A warning: documents lapse and are recounted. */
const stocks = ['rules', 'normative'].map((row): Identity => {
  const total = `t2.${row}.in-force`;
  return {
    id: `t2.stock.${row}`,
    kind: 't2.stock',
    severity: 'warning',
    layouts: layoutsWith(total),
    total,
    terms: [lastYear(total), plus(`t2.${row}.issued`), minus(`t2.${row}.repealed`), minus(total)]
  };
});

/** In the order in which a report is read. An id is unique within a layout. */
export const IDENTITIES: readonly Identity[] = [
  ...stocks,
  ...rowSums,
  ...handledSums,
  ...balances,
  ...disputeSums,
  ...carryOvers
];

/** Whether the report's layout, and last year's if needed, print the cells; null: there is no report of last year. */
export function isAsked({ layouts, terms }: Identity, layout: Layout, previous: Layout | null): boolean {
  if (!layouts.includes(layout)) return false;
  return terms.every(({ cell, yearOffset }) => {
    return yearOffset === 0 || (previous !== null && layoutsWith(cell).includes(previous));
  });
}
