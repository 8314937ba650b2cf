/** The official tables of one report as grids of cells, ready for any format. */
import { printTable, type PrintedLabelCell } from '../../../src/lib/form/printed-form.ts';
import type { DemoReport, LabelStyle } from '../model.ts';

export interface GridCell {
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** A figure, not a label. */
  readonly value: boolean;
}

export interface Grid {
  readonly columns: number;
  readonly rows: readonly (readonly GridCell[])[];
}

/** The form's wording as this unit types it. */
export function typed(label: string, style: LabelStyle): string {
  let text = label;
  if (style.shortNormative) text = text.replace('行政规范性文件', '规范性文件');
  if (style.shortClosed) {
    text = text
      .replace('申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请', '申请人无正当理由逾期不补正')
      .replace(
        '申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
        '申请人逾期未按收费通知要求缴纳费用'
      );
  }
  text = text.replace(/^(\d)\./, `$1${style.point}`);
  if (style.quotes === 'straight') text = text.replace(/[“”]/g, '"');
  return style.brackets === 'half' ? text.replaceAll('（', '(').replaceAll('）', ')') : text;
}

interface Unplaced {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly value: boolean;
}

/** Gives each cell its column: cells that reach down from rows above are already there. */
function place(rows: readonly (readonly Unplaced[])[]): Grid {
  const reach: number[] = [];
  const placed = rows.map((row, index) => {
    let column = 0;
    return row.map((cell): GridCell => {
      while ((reach[column] ?? 0) > index) column += 1;
      const here = { ...cell, column };
      for (let each = 0; each < cell.columnSpan; each += 1) reach[column + each] = index + cell.rowSpan;
      column += cell.columnSpan;
      return here;
    });
  });
  return { columns: reach.length, rows: placed };
}

export function gridOf(report: DemoReport, table: 2 | 3 | 4): Grid {
  const { labels } = report.style;
  const printed = printTable(report.layout, table);
  const label = ({ label: { official }, columnSpan, rowSpan }: PrintedLabelCell): Unplaced => ({
    text: typed(official, labels),
    columnSpan,
    rowSpan,
    value: false
  });
  return place([
    ...printed.header.map((row) => row.map(label)),
    ...printed.rows.map((row) => [
      ...row.labels.map(label),
      ...row.values.map(({ cell, columnSpan }): Unplaced => ({
        text: report.printed.get(cell) ?? '',
        columnSpan,
        rowSpan: 1,
        value: true
      }))
    ])
  ]);
}

const NUMERALS = '一二三四五六七八';

/** 一、总体情况 and so on. */
export function headings(report: DemoReport): string[] {
  return report.narrative.sections.map((section, index) => `${NUMERALS.charAt(index)}、${section.title}`);
}
