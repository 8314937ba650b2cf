/** Rules about single cells. Source: counts on the forms are whole numbers from 0 up; 规章 is a power of cities and provinces. */
import { ALL_CELLS, type CellId } from '../form/form.ts';
import type { FigureFault } from '../report/figure-faults.ts';
import { cellColumn } from '../database/schema.ts';

export const VALUE_RULE_IDS = [
  'value.negative',
  'value.not-whole',
  'value.too-large',
  'value.blank',
  'value.dash',
  'value.rules-at-street'
] as const;
export type ValueRuleId = (typeof VALUE_RULE_IDS)[number];

/** Of each fault of a figure the rule that names it. All are errors. */
export const RULE_OF_FAULT: Readonly<Record<FigureFault, ValueRuleId>> = {
  negative: 'value.negative',
  'not-whole': 'value.not-whole',
  'too-large': 'value.too-large'
};

/**
 * True of the reports with such a figure. They are counted when a report is loaded: that a figure is whole takes the
 * engine as long as all else that is asked of it, and the reading a tenth of a microsecond.
 */
export const HAS_FAULTS = `coalesce(report.faults <> 0, true)`;

/** Streets, towns and townships cannot make 规章: any figure but 0 in these cells is likely in the wrong row. */
export const RULES_CELLS: readonly CellId[] = ALL_CELLS.filter((cell) => cell.table === 2 && cell.row === 'rules').map(
  (cell) => cell.id
);
export const UNIT_KINDS_WITHOUT_RULES = ['街道', '镇', '乡'] as const;

/** The same in SQL, over `report` and `unit`: whom it is asked of, and whether it is violated. */
export const RULES_AT_STREET = {
  asked: `unit.kind IN (${UNIT_KINDS_WITHOUT_RULES.map((kind) => `'${kind}'`).join(', ')})`,
  violated: `(${RULES_CELLS.map((cell) => `report.${cellColumn(cell)} > 0`).join(' OR ')})`
} as const;
