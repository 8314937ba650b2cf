import type { CellId, Layout } from '../../../src/lib/form/form.ts';
import { printTable, type PrintedLabelCell } from '../../../src/lib/form/printed-form.ts';

export interface PrintedReport {
  readonly unit?: string;
  readonly year?: number;
  readonly layout?: Layout;
  /** Texts of cells; all others are 0. */
  readonly cells?: Readonly<Record<CellId, string | number>>;
}

/** A small report as a web page, with the official tables in full. */
export function printedReport({ unit = '', year, layout = '2021', cells = {} }: PrintedReport): string {
  const label = ({ label: { official }, rowSpan, columnSpan }: PrintedLabelCell): string =>
    `<td rowspan="${rowSpan}" colspan="${columnSpan}">${official}</td>`;
  const table = (number: 2 | 3 | 4): string => {
    const { header, rows } = printTable(layout, number);
    const lines = [
      ...header.map((labels) => labels.map(label).join('')),
      ...rows.map(({ labels, values }) => {
        const printed = values.map(({ cell, columnSpan }) => `<td colspan="${columnSpan}">${cells[cell] ?? 0}</td>`);
        return labels.map(label).join('') + printed.join('');
      })
    ];
    return `<table>${lines.map((line) => `<tr>${line}</tr>`).join('\n')}</table>`;
  };
  return `<!doctype html><meta charset="utf-8"><h1>${unit}${year === undefined ? '' : `${year}年`}政府信息公开工作年度报告</h1>
<h2>一、总体情况</h2><p>本年工作平稳。</p>
<h2>二、主动公开政府信息情况</h2>${table(2)}
<h2>三、收到和处理政府信息公开申请情况</h2>${table(3)}
<h2>四、政府信息公开行政复议、行政诉讼情况</h2>${table(4)}
<h2>五、存在的主要问题及改进情况</h2><p>业务培训不够，将增加次数。</p>
<h2>六、其他需要报告的事项</h2><p>没有收取信息处理费。</p>`;
}
