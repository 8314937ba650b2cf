import { strToU8, zipSync } from 'fflate';
import { placed, type Paper, type PaperTable } from '../paper.ts';
import { escaped, linesOf } from './markup.ts';

const NAMESPACES = ['office', 'style', 'text', 'table', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
const RAISED =
  '<style:style style:name="R" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>';

const paragraph = (content: string): string => `<text:p text:style-name="P">${content}</text:p>`;

function tableXml(table: PaperTable): string {
  const { columns, rows } = placed(table);
  const lines = rows.map((row) => {
    let next = 0;
    const cells = row.map(({ cell, column, columnSpan, continued, rowsLeft }) => {
      const gap = '<table:table-cell/>'.repeat(Math.max(0, column - next));
      next = column + columnSpan;
      if (continued) return gap + '<table:covered-table-cell/>'.repeat(columnSpan);
      const content = linesOf(cell, escaped, (text) => `<text:span text:style-name="R">${escaped(text)}</text:span>`);
      return (
        `${gap}<table:table-cell table:number-columns-spanned="${columnSpan}" table:number-rows-spanned="${rowsLeft}">` +
        `${content.map(paragraph).join('')}${cell.table ? tableXml(cell.table) : ''}</table:table-cell>` +
        '<table:covered-table-cell/>'.repeat(columnSpan - 1)
      );
    });
    return `<table:table-row>${cells.join('')}</table:table-row>`;
  });
  return `<table:table><table:table-column table:number-columns-repeated="${columns}"/>${lines.join('')}</table:table>`;
}

/** An OpenDocument text. */
export function writeOdt(paper: Paper): Uint8Array {
  const body = paper.map((block) => (typeof block === 'string' ? paragraph(escaped(block)) : tableXml(block))).join('');
  const parts = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml':
      `${HEAD}<office:document-content ${NAMESPACES}><office:automatic-styles>${RAISED}</office:automatic-styles>` +
      `<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `${HEAD}<office:document-styles ${NAMESPACES}><office:styles/></office:document-styles>`,
    'META-INF/manifest.xml': `${HEAD}<manifest:manifest ${NAMESPACES}/>`
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}
