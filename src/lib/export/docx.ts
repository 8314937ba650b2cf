/** A Word document of titles, paragraphs and tables of even rows. */
import { docxPackage, paragraph, tableProperties, widthsOf } from './docx-parts.ts';

export interface DocxTable {
  /** `share` of the text's width; all of them 100. */
  readonly columns: readonly { readonly label: string; readonly share: number }[];
  readonly rows: readonly (readonly string[])[];
}

/** Begins on a page of its own. */
export interface DocxPage extends DocxTable {
  readonly title: string;
  readonly opening: readonly string[];
  readonly closing: readonly string[];
}

export function docxFile(pages: readonly DocxPage[]): Uint8Array<ArrayBuffer> {
  return docxPackage(pages.map((page, index) => pageXml(page, index > 0)).join(''));
}

function pageXml({ title, opening, closing, ...table }: DocxPage, breaks: boolean): string {
  return [
    paragraph('Title', title, breaks ? '<w:pageBreakBefore/>' : ''),
    ...opening.map((text) => paragraph('Opening', text)),
    tableXml(table, closing.length > 0),
    // Word wants a paragraph between a table and what comes next.
    paragraph('Normal', '', closing.length > 0 ? KEEP : ''),
    ...closing.map((text, index) => paragraph('Closing', text, index < closing.length - 1 ? KEEP : ''))
  ].join('');
}

/** On the page of what comes next: who signs and when stand together, and not alone on a page. */
const KEEP = '<w:keepNext/>';

/** `kept`: the last row stays with what comes after the table. */
function tableXml({ columns, rows }: DocxTable, kept: boolean): string {
  const widths = widthsOf(columns.map(({ share }) => share));
  const row = (cells: readonly string[], properties: string, style: string, keep: string): string =>
    `<w:tr><w:trPr><w:cantSplit/>${properties}</w:trPr>${cells
      .map(
        (text, index) =>
          `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/></w:tcPr>${text
            .split('\n')
            .map((part) => paragraph(style, part, keep))
            .join('')}</w:tc>`
      )
      .join('')}</w:tr>`;
  const head = row(
    columns.map(({ label }) => label),
    '<w:tblHeader/>',
    'Head',
    ''
  );
  const body = rows.map((cells, index) => row(cells, '', 'Cell', kept && index === rows.length - 1 ? KEEP : ''));
  return `<w:tbl>${tableProperties(widths)}${head}${body.join('')}</w:tbl>`;
}
