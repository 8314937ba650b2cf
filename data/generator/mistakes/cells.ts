/** Ways to look at the cells of table 3 and 4 of a report. */
import { APPLICANT_COLUMNS, DISPUTE_COLUMNS, outcomeRows, type CellId } from '../../../src/lib/form/form.ts';
import { figure, type DemoReport } from '../model.ts';

export const DETAILS = APPLICANT_COLUMNS.slice(0, -1);

export function rowsOf(report: DemoReport): string[] {
  return ['new', 'carried-in', ...outcomeRows(report.layout), 'handled', 'carried-out'];
}

export function valueAt(report: DemoReport, row: string, column: string): number {
  return figure(report.figures, `t3.${row}.${column}`);
}

export function rowValues(report: DemoReport, row: string): number[] {
  return APPLICANT_COLUMNS.map((column) => valueAt(report, row, column));
}

/** All cells of table 3 whose value passes. */
export function cellsWhere(report: DemoReport, test: (value: number) => boolean): CellId[] {
  return rowsOf(report).flatMap((row) =>
    APPLICANT_COLUMNS.filter((column) => test(valueAt(report, row, column))).map((column) => `t3.${row}.${column}`)
  );
}

/** The cells that really change when a row prints these values. */
export function changedRow(report: DemoReport, row: string, values: readonly number[]): Map<CellId, string> {
  return changed(
    report,
    APPLICANT_COLUMNS.map((column, index) => [`t3.${row}.${column}`, values[index] ?? 0])
  );
}

export function changed(report: DemoReport, cells: Iterable<readonly [CellId, number]>): Map<CellId, string> {
  return new Map(
    [...cells]
      .filter(([cell, value]) => figure(report.figures, cell) !== value)
      .map(([cell, value]) => [cell, String(value)])
  );
}

export function blockCells(block: string): CellId[] {
  return DISPUTE_COLUMNS.map((column) => `t4.${block}.${column}`);
}

/** Some layouts lose an empty cell; a blank is only seeded where the document can show it. */
export function showsBlanks({ style }: DemoReport): boolean {
  return style.format !== 'txt' || style.layout === 'tab-cells' || style.layout === 'row-tabs';
}
