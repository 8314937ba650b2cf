/** Web pages: the same report in four kinds of markup and eight ways to be encoded. */
import type { DemoReport, HtmlStyle } from '../model.ts';
import { Random } from '../random.ts';
import { escapeXml } from './docx-runs.ts';
import { encode, type Encoding } from './encode.ts';
import { gridOf, headings, type Grid, type GridCell } from './grid.ts';
import { framed } from './html-frames.ts';

interface Markup {
  title(text: string): string;
  heading(text: string): string;
  paragraph(text: string): string;
  cell(cell: GridCell, random: Random): string;
  readonly table: readonly [open: string, close: string];
  readonly row: readonly [open: string, close: string];
}

const spans = (cell: GridCell, quote: '"' | ''): string =>
  (cell.rowSpan > 1 ? ` rowspan=${quote}${cell.rowSpan}${quote}` : '') +
  (cell.columnSpan > 1 ? ` colspan=${quote}${cell.columnSpan}${quote}` : '');

/** A figure as editors on sites leave it: spaces around, or a span for each half of it. */
function spanned(cell: GridCell, random: Random): string {
  const text = escapeXml(cell.text);
  if (!cell.value) return `<span>${text}</span>`;
  if (text === '') return '<span>&nbsp;</span>';
  if (/^\d{2,}$/.test(text) && random.chance(0.5))
    return `<span>${text.slice(0, 1)}</span><span>${text.slice(1)}</span>`;
  return random.pick([`<span>${text}</span>`, `<span>&nbsp;${text}</span>`, `<span>${text} </span>`]);
}

const MARKUPS: Readonly<Record<HtmlStyle['page'], Markup>> = {
  plain: {
    title: (text) => `<h1 align="center">${text}</h1>`,
    heading: (text) => `<h2>${text}</h2>`,
    paragraph: (text) => `<p style="text-indent:2em">${text}</p>`,
    cell: (cell) => `<td${spans(cell, '"')}>${escapeXml(cell.text)}</td>`,
    table: ['<table border="1" cellspacing="0" width="100%">', '</table>'],
    row: ['<tr>', '</tr>']
  },
  site: {
    title: (text) => `<div class="title"><strong>${text}</strong></div>`,
    heading: (text) => `<p><strong><span style="font-family:黑体">${text}</span></strong></p>`,
    paragraph: (text) => `<p><span>\u3000\u3000${text}</span></p>`,
    cell: (cell, random) => `<td${spans(cell, '"')}><p>${spanned(cell, random)}</p></td>`,
    table: ['<div class="hide">表格</div><table border="1" cellpadding="0"><tbody>', '</tbody></table>'],
    row: ['<tr class="firstRow">', '</tr>']
  },
  word: {
    title: (text) => `<p class=MsoNormal align=center><b><span lang=ZH-CN>${text}</span></b></p>`,
    heading: (text) => `<p class=MsoNormal><span style='font-family:黑体'>${text}</span></p>`,
    paragraph: (text) => `<p class=MsoNormal style='text-indent:21pt'><span>${text}</span></p>`,
    cell: (cell, random) =>
      `<td${spans(cell, '')} valign=top><p class=MsoNormal>${spanned(cell, random)}<o:p></o:p></p></td>`,
    table: ['<table class=MsoNormalTable border=1 cellspacing=0>', '</table>'],
    row: ["<tr style='height:14pt'>", '</tr>']
  },
  old: {
    title: (text) => `<CENTER><FONT SIZE="5"><B>${text}</B></FONT></CENTER>`,
    heading: (text) => `<P><FONT FACE="黑体">${text}</FONT>`,
    paragraph: (text) => `<P>&nbsp;&nbsp;&nbsp;&nbsp;${text}`,
    cell: (cell) =>
      `<TD ALIGN="center"${spans(cell, '"').toUpperCase()}>${cell.text === '' ? '&nbsp;' : escapeXml(cell.text).replace('不予', '不<BR>予')}`,
    table: ['<TABLE BORDER="1">', '</TABLE>'],
    row: ['<TR>', '']
  }
};

function tableHtml(grid: Grid, markup: Markup, random: Random): string {
  const rows = grid.rows.map(
    (row) => markup.row[0] + row.map((cell) => markup.cell(cell, random)).join('') + markup.row[1]
  );
  return [markup.table[0], ...rows, markup.table[1]].join('\n');
}

/** What the page says about its encoding, and what it is in truth. */
function encodings(style: HtmlStyle, random: Random): { charset: string | null; encoding: Encoding } {
  switch (style.encoding) {
    case 'utf-8':
      return { charset: 'utf-8', encoding: 'utf-8' };
    case 'utf-8-bom':
      return { charset: 'utf-8', encoding: 'utf-8-bom' };
    case 'utf-8-undeclared':
      return { charset: null, encoding: 'utf-8' };
    case 'utf-8-misdeclared':
      return { charset: 'gb2312', encoding: 'utf-8' };
    case 'gb18030':
      return { charset: random.pick(['gb2312', 'gbk', 'gb18030']), encoding: 'gb18030' };
    case 'gb18030-undeclared':
      return { charset: null, encoding: 'gb18030' };
    case 'gb18030-misdeclared':
      return { charset: 'utf-8', encoding: 'gb18030' };
    case 'utf-16le':
      return { charset: 'utf-16', encoding: 'utf-16le' };
  }
}

export function htmlDocument(report: DemoReport, style: HtmlStyle): Uint8Array {
  const random = new Random('html', report.unit.code, report.year);
  const markup = MARKUPS[style.page];
  const titles = headings(report);
  const { charset, encoding } = encodings(style, random);
  const body = [
    markup.title(escapeXml(report.title)),
    ...report.narrative.preface.map((text) => markup.paragraph(escapeXml(text))),
    ...report.narrative.sections.flatMap((section, index) => [
      markup.heading(titles[index] ?? ''),
      ...section.paragraphs.map((text) => markup.paragraph(escapeXml(text))),
      ...(section.table === null ? [] : [tableHtml(gridOf(report, section.table), markup, random)])
    ])
  ].join('\n');
  return encode(framed({ charset, title: escapeXml(report.title), body }, style.page, report), encoding);
}
