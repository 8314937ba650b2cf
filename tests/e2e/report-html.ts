import { cellsOfLayout } from '../../src/lib/form/form.ts';
import { printTable, type PrintedLabelCell } from '../../src/lib/form/printed-form.ts';

/** A report as a web page on the 2021 form: every cell 0, but for those given as they are to be printed. */
export function reportHtml(unit: string, year: number, printed: Readonly<Record<string, string>>): string {
  const texts = new Map(cellsOfLayout('2021').map(({ id }) => [id, printed[id] ?? '0']));
  const label = ({ label: { official }, rowSpan, columnSpan }: PrintedLabelCell) =>
    `<td rowspan="${rowSpan}" colspan="${columnSpan}">${official}</td>`;
  const table = (number: 2 | 3 | 4) => {
    const { header, rows } = printTable('2021', number);
    const lines = [
      ...header.map((cells) => cells.map(label).join('')),
      ...rows.map(
        ({ labels, values }) =>
          labels.map(label).join('') +
          values.map(({ cell, columnSpan }) => `<td colspan="${columnSpan}">${texts.get(cell) ?? ''}</td>`).join('')
      )
    ];
    return `<table border="1">${lines.map((line) => `<tr>${line}</tr>`).join('')}</table>`;
  };
  return `<!doctype html><meta charset="utf-8"><title>年报</title><body>
    <p>${unit}${year}年政府信息公开工作年度报告</p>
    <p>一、总体情况</p><p>全年按时公开了应当公开的信息。</p>
    <p>二、主动公开政府信息情况</p>${table(2)}
    <p>三、收到和处理政府信息公开申请情况</p>${table(3)}
    <p>四、政府信息公开行政复议、行政诉讼情况</p>${table(4)}
    <p>五、存在的主要问题及改进情况</p><p>栏目更新还不够及时，今后每月检查一次。</p>
    <p>六、其他需要报告的事项</p><p>无。</p></body>`;
}
