/** Word documents, made part by part, with the spans and merges of the official form. */
import { strToU8, zipSync } from 'fflate';
import type { DemoReport, DocxStyle } from '../model.ts';
import { Random } from '../random.ts';
import {
  CONTENT_TYPES,
  DOCUMENT_RELATIONSHIPS,
  RELATIONSHIPS,
  SETTINGS,
  STYLES,
  WORD_NAMESPACE
} from './docx-parts.ts';
import { hiddenNote, runs, trackedChange } from './docx-runs.ts';
import { gridOf, headings, type Grid, type GridCell } from './grid.ts';

const WIDTH = 9600;

/** Local time on purpose: a zip entry has no time zone, and so the bytes are the same everywhere. */
const ZIP_TIME = new Date(2020, 0, 2, 8, 0, 0);

function paragraph(style: string, content: string, random: Random): string {
  const bidi = random.chance(0.3) ? '<w:bidi w:val="0"/>' : '';
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${bidi}</w:pPr>${content}</w:p>`;
}

function widths(grid: Grid): number[] {
  if (grid.columns !== 10) return Array.from({ length: grid.columns }, () => Math.floor(WIDTH / grid.columns));
  return [900, 1100, 2400, 700, 750, 750, 800, 800, 700, 700];
}

function cellXml(
  cell: GridCell,
  width: number,
  merge: 'restart' | 'continue' | null,
  content: string,
  random: Random
): string {
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '';
  const vertical = merge === null ? '' : merge === 'restart' ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${vertical}<w:vAlign w:val="center"/></w:tcPr>${paragraph('a4', content, random)}</w:tc>`;
}

function tableXml(grid: Grid, tracked: boolean, random: Random): string {
  const columns = widths(grid);
  const widthOf = (cell: GridCell): number =>
    columns.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, width) => sum + width, 0);
  let changes = tracked ? 3 : 0;
  const content = (cell: GridCell): string => {
    if (changes > 0 && cell.value && /^[1-9]\d*$/.test(cell.text)) {
      changes -= 1;
      return changes === 1 ? runs(cell.text, random) + hiddenNote(random) : trackedChange(cell.text, random);
    }
    return runs(cell.text, random);
  };
  const rows = grid.rows.map((row, index) => {
    const continued = grid.rows
      .slice(0, index)
      .flatMap((above, at) => above.filter((cell) => at + cell.rowSpan > index));
    return [
      ...row.map((cell) => ({
        column: cell.column,
        xml: cellXml(cell, widthOf(cell), cell.rowSpan > 1 ? 'restart' : null, content(cell), random)
      })),
      ...continued.map((cell) => ({ column: cell.column, xml: cellXml(cell, widthOf(cell), 'continue', '', random) }))
    ]
      .sort((a, b) => a.column - b.column)
      .map(({ xml }) => xml)
      .join('');
  });
  const properties = `<w:tblPr><w:tblStyle w:val="a5"/><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>`;
  const gridColumns = columns.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl>${properties}<w:tblGrid>${gridColumns}</w:tblGrid>${rows.map((row) => `<w:tr><w:trPr><w:cantSplit/></w:trPr>${row}</w:tr>`).join('')}</w:tbl>`;
}

export function docxDocument(report: DemoReport, style: DocxStyle): Uint8Array {
  const random = new Random('docx', report.unit.code, report.year);
  const titles = headings(report);
  const say = (name: string, text: string): string => paragraph(name, runs(text, random), random);
  const body = [
    say('1', report.title),
    ...report.narrative.preface.map((text) => say('a3', text)),
    ...report.narrative.sections.flatMap((section, index) => [
      `<w:bookmarkStart w:id="${index}" w:name="_Toc${1000 + index}"/>`,
      say('2', titles[index] ?? ''),
      `<w:bookmarkEnd w:id="${index}"/>`,
      ...section.paragraphs.map((text) => say('a3', text)),
      ...(section.table === null
        ? []
        : [
            tableXml(gridOf(report, section.table), style.tracked && section.table === 3, random),
            paragraph('a3', '', random)
          ])
    ])
  ].join('');
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1134" w:bottom="1440" w:left="1134" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document xmlns:w="${WORD_NAMESPACE}"><w:body>${body}${page}</w:body></w:document>`;
  return zipSync(
    {
      '[Content_Types].xml': strToU8(CONTENT_TYPES),
      '_rels/.rels': strToU8(RELATIONSHIPS),
      'word/document.xml': strToU8(document),
      'word/_rels/document.xml.rels': strToU8(DOCUMENT_RELATIONSHIPS),
      'word/styles.xml': strToU8(STYLES),
      'word/settings.xml': strToU8(SETTINGS)
    },
    { level: 9, mtime: ZIP_TIME }
  );
}
