/** Rules about single cells. Source: counts on the forms are whole numbers from 0 up; 规章 is a power of cities and provinces. */
import { ALL_CELLS, type Cell, type CellId } from '../form/form.ts';
import { cellColumn } from '../database/schema.ts';
import type { Severity } from './rule.ts';

export const VALUE_RULE_IDS = [
  'value.negative',
  'value.not-whole',
  'value.too-large',
  'value.blank',
  'value.dash',
  'value.rules-at-street'
] as const;
export type ValueRuleId = (typeof VALUE_RULE_IDS)[number];

/** A rule that a number in a cell satisfies or not. `fails` in SQL and in TypeScript say the same. */
export interface FigureRule {
  readonly id: ValueRuleId;
  readonly severity: Severity;
  readonly cells: readonly CellId[];
  fails(value: number): boolean;
  failsSql(column: string): string;
}

/** No office counts so many; up to here sums of all cells stay exact in a double. */
export const LARGEST_COUNT = 1e14;

const idsOf = (kept: (cell: Cell) => boolean): CellId[] => ALL_CELLS.filter(kept).map((cell) => cell.id);

export const FIGURE_RULES: readonly FigureRule[] = [
  {
    id: 'value.negative',
    severity: 'error',
    cells: idsOf((cell) => cell.kind !== 'change'),
    fails: (value) => value < 0,
    failsSql: (column) => `${column} < 0`
  },
  {
    id: 'value.not-whole',
    severity: 'error',
    cells: idsOf((cell) => cell.kind !== 'amount'),
    fails: (value) => !Number.isInteger(value),
    failsSql: (column) => `${column} <> trunc(${column})`
  },
  {
    id: 'value.too-large',
    severity: 'error',
    cells: idsOf(() => true),
    fails: (value) => Math.abs(value) > LARGEST_COUNT,
    // Plain comparisons: where a column's largest figure is known to be smaller, the engine reads none of it.
    failsSql: (column) => `${column} > ${LARGEST_COUNT} OR ${column} < -${LARGEST_COUNT}`
  }
];

/** Streets, towns and townships cannot make 规章: any figure but 0 in these cells is likely in the wrong row. */
export const RULES_CELLS: readonly CellId[] = idsOf((cell) => cell.table === 2 && cell.row === 'rules');
export const UNIT_KINDS_WITHOUT_RULES = ['街道', '镇', '乡'] as const;

/** The same in SQL, over `report` and `unit`: whom it is asked of, and whether it is violated. */
export const RULES_AT_STREET = {
  asked: `unit.kind IN (${UNIT_KINDS_WITHOUT_RULES.map((kind) => `'${kind}'`).join(', ')})`,
  violated: `(${RULES_CELLS.map((cell) => `report.${cellColumn(cell)} > 0`).join(' OR ')})`
} as const;

/** Whether any of the cells fails: true, false, or NULL when none fails and one has no number. */
export function anyFailsSql(rule: FigureRule): string {
  return `(${rule.cells.map((cell) => rule.failsSql(cellColumn(cell))).join(' OR ')})`;
}
