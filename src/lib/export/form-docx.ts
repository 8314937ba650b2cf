/** A Word document with the official tables in it, label for label as the form prints them. */
import type { CellId, Layout, TableNumber } from '../form/form.ts';
import { printTable, type PrintedLabelCell } from '../form/printed-form.ts';
import { printedLabel } from '../words/printed-label.ts';
import { docxPackage, paragraph, tableProperties, widthsOf } from './docx-parts.ts';

export interface FormDocument {
  readonly title: string;
  /** Paragraphs between the title and the tables. */
  readonly opening: readonly string[];
  readonly layout: Layout;
  readonly captions: Readonly<Record<TableNumber, string>>;
  /** What is written into a cell. */
  textOf(cell: CellId): string;
}

/** Of the text's width, by column. */
const SHARES: Readonly<Record<TableNumber, readonly number[]>> = {
  2: [34, 22, 22, 22],
  3: [7, 10, 27, ...Array.from({ length: 7 }, () => 8)],
  4: Array.from({ length: 15 }, () => 100 / 15)
};

export function formDocx({ title, opening, layout, captions, textOf }: FormDocument): Uint8Array<ArrayBuffer> {
  const tables = ([2, 3, 4] as const).map(
    // Table 3 fills a page, and is read best in one piece.
    (table) =>
      paragraph('Caption', captions[table], table === 3 ? '<w:pageBreakBefore/>' : '') + tableXml(layout, table, textOf)
  );
  return docxPackage(
    [
      paragraph('Title', title),
      ...opening.map((text) => paragraph('Opening', text)),
      ...tables,
      // Word wants a paragraph behind the last table.
      paragraph('Normal', '')
    ].join('')
  );
}

interface GridCell {
  readonly text: string;
  readonly style: 'Head' | 'Cell' | 'Figure';
  readonly rowSpan: number;
  readonly columnSpan: number;
}

function tableXml(layout: Layout, table: TableNumber, textOf: FormDocument['textOf']): string {
  const { header, rows } = printTable(layout, table);
  const label =
    (style: GridCell['style']) =>
    ({ label: of, rowSpan, columnSpan }: PrintedLabelCell): GridCell => ({
      text: printedLabel(of),
      style,
      rowSpan,
      columnSpan
    });
  const body = rows.map(({ labels, values }) => [
    ...labels.map(label(values.length === 0 ? 'Head' : 'Cell')),
    ...values.map(({ cell, columnSpan }): GridCell => ({ text: textOf(cell), style: 'Figure', rowSpan: 1, columnSpan }))
  ]);
  const widths = widthsOf(SHARES[table]);
  const lines = [...header.map((row) => row.map(label('Head'))), ...body];
  return `<w:tbl>${tableProperties(widths)}${rowsXml(lines, widths, header.length).join('')}</w:tbl>`;
}

/** A cell that reaches over several rows stands in each of them: the first begins it, the others go on with it. */
function rowsXml(lines: readonly (readonly GridCell[])[], widths: readonly number[], headerRows: number): string[] {
  const reaching: ({ cell: GridCell; left: number } | null)[] = widths.map(() => null);
  return lines.map((line, index) => {
    const waiting = [...line];
    const cells: string[] = [];
    for (let column = 0; column < widths.length;) {
      const above = reaching[column];
      const cell = above ? above.cell : waiting.shift();
      if (!cell) throw new Error(`row ${index} of the form ends at column ${column}`);
      const left = (above ? above.left : cell.rowSpan) - 1;
      const width = widths.slice(column, column + cell.columnSpan).reduce((sum, each) => sum + each, 0);
      cells.push(cellXml(cell, width, above ? 'continue' : cell.rowSpan > 1 ? 'restart' : null));
      reaching[column] = left > 0 ? { cell, left } : null;
      column += cell.columnSpan;
    }
    const properties = `<w:cantSplit/>${index < headerRows ? '<w:tblHeader/>' : ''}`;
    return `<w:tr><w:trPr>${properties}</w:trPr>${cells.join('')}</w:tr>`;
  });
}

function cellXml({ text, style, columnSpan }: GridCell, width: number, merge: 'restart' | 'continue' | null): string {
  const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '';
  const vertical = merge === null ? '' : `<w:vMerge w:val="${merge}"/>`;
  const content = paragraph(style, merge === 'continue' ? '' : text);
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${vertical}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
}
