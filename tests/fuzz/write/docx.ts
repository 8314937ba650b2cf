import { cell, docx, paragraph, row, run, table } from '../../unit/documents/build-docx.ts';
import { edgesOf, placed, type Paper, type PaperTable } from '../paper.ts';
import { escaped, linesOf } from './markup.ts';

const WIDTH = 9600;

function tableXml(paperTable: PaperTable): string {
  const { columns, rows } = placed(paperTable);
  const edges = edgesOf(columns, WIDTH);
  const widthOf = (column: number, span = 1) => Math.round((edges[column + span] ?? 0) - (edges[column] ?? 0));
  return table(
    rows.map((line) => {
      let next = 0;
      const cells = line.map(({ cell: own, column, columnSpan, continued, rowsLeft }) => {
        // A place that no cell takes is one without text.
        const gap = column > next ? cell(paragraph(''), `<w:gridSpan w:val="${column - next}"/>`) : '';
        next = column + columnSpan;
        const span = columnSpan > 1 ? `<w:gridSpan w:val="${columnSpan}"/>` : '';
        const merge = continued ? '<w:vMerge/>' : rowsLeft > 1 ? '<w:vMerge w:val="restart"/>' : '';
        const properties = `<w:tcW w:w="${widthOf(column, columnSpan)}" w:type="dxa"/>${span}${merge}`;
        if (continued) return gap + cell(paragraph(''), properties);
        const lines = linesOf(
          own,
          (text) => run(escaped(text)),
          (text) => run(escaped(text), '<w:vertAlign w:val="superscript"/>')
        );
        const nested = own.table ? tableXml(own.table) + paragraph('') : '';
        return gap + cell(lines.map((text) => paragraph(text)).join('') + nested, properties);
      });
      return row(cells);
    }),
    Array.from({ length: columns }, (_, column) => widthOf(column))
  );
}

/** A Word document. */
export function writeDocx(paper: Paper): Uint8Array {
  return docx(
    paper.map((block) => (typeof block === 'string' ? paragraph(run(escaped(block))) : tableXml(block))).join('')
  );
}
