import { encoded } from './encoded.ts';
import type { Paper, PaperTable } from '../paper.ts';
import { escaped, linesOf } from './markup.ts';

function tableMarkup(table: PaperTable): string {
  const rows = table.map((row) => {
    const cells = row.map((cell) => {
      const spans =
        (cell.rowSpan === undefined ? '' : ` rowspan="${cell.rowSpan}"`) +
        (cell.columnSpan === undefined ? '' : ` colspan="${cell.columnSpan}"`);
      const lines = linesOf(cell, escaped, (text) => `<sup>${escaped(text)}</sup>`);
      return `<td${spans}>${lines.join('<br>')}${cell.table ? tableMarkup(cell.table) : ''}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table border="1">\n${rows.join('\n')}\n</table>`;
}

export function htmlMarkup(paper: Paper, charset: string): string {
  const body = paper.map((block) => (typeof block === 'string' ? `<p>${escaped(block)}</p>` : tableMarkup(block)));
  return `<!DOCTYPE html>\n<html><head>${charset === '' ? '' : `<meta charset="${charset}">`}</head><body>\n${body.join('\n')}\n</body></html>`;
}

/** A web page; `variant` chooses the encoding. */
export function writeHtml(paper: Paper, variant = 0): Uint8Array {
  // Undeclared, as on many sites: the reader tells the encoding by the bytes.
  return encoded(htmlMarkup(paper, variant % 2 === 0 ? 'utf-8' : ''), variant % 2 === 0 ? 'utf-8' : 'gb18030');
}
