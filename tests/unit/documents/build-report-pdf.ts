import { cellsOfLayout, type Layout } from '../../../src/lib/form/form.ts';
import { printTable, type PrintedLabelCell } from '../../../src/lib/form/printed-form.ts';
import { pdf, type PdfParts } from './build-pdf.ts';

/** How a program writes a report: the lines of one cell, and one line of text. */
export interface Pen {
  readonly parts?: PdfParts;
  box(x: number, y: number, width: number, height: number): string;
  text(content: string, x: number, y: number, size: number): string;
  /** What becomes of the texts of one cell; left out, they stay as they are. */
  inCell?(texts: string, x: number, y: number, width: number, height: number): string;
}

export interface PrintedReport {
  readonly unit: string;
  readonly year: number;
  readonly layout: Layout;
  /** Every cell is 0 but for those given as they are to be printed. */
  readonly printed: Readonly<Record<string, string>>;
}

const LEFT = 40;
const ROW = 20;
const SIZE = 7;
const COLUMNS = {
  2: [128, 128, 128, 128],
  3: [44, 66, 156, ...Array<number>(7).fill(36)],
  4: Array<number>(15).fill(34)
};

/** A report of three pages, its tables drawn cell by cell. */
export function reportPdf({ unit, year, layout, printed }: PrintedReport, pen: Pen): Uint8Array {
  const texts = new Map(cellsOfLayout(layout).map(({ id }) => [id, printed[id] ?? '0']));
  const line = (content: string, y: number, size = 12) => pen.text(content, LEFT, y, size);
  const table = (number: 2 | 3 | 4, top: number) => drawTable(layout, number, top, texts, pen);
  const pages = [
    line(`${unit}${year}年政府信息公开工作年度报告`, 790, 16) +
      line('一、总体情况', 760) +
      line('全年按时公开了应当公开的信息。', 735) +
      line('二、主动公开政府信息情况', 710) +
      table(2, 695),
    line('三、收到和处理政府信息公开申请情况', 800) + table(3, 785),
    line('四、政府信息公开行政复议、行政诉讼情况', 800) +
      table(4, 785) +
      line('五、存在的主要问题及改进情况', 660) +
      line('栏目更新还不够及时，今后每月检查一次。', 635) +
      line('六、其他需要报告的事项', 610) +
      line('没有收取信息处理费。', 585)
  ];
  return pdf(pages, pen.parts);
}

function drawTable(
  layout: Layout,
  number: 2 | 3 | 4,
  top: number,
  texts: ReadonlyMap<string, string>,
  pen: Pen
): string {
  const { header, rows } = printTable(layout, number);
  const widths = COLUMNS[number];
  const reach: number[] = [];
  const xOf = (column: number) => LEFT + widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const lines = [
    ...header.map((labels) => labels.map(labelOf)),
    ...rows.map(({ labels, values }) => [
      ...labels.map(labelOf),
      ...values.map(({ cell, columnSpan }) => ({ text: texts.get(cell) ?? '', rowSpan: 1, columnSpan }))
    ])
  ];
  return lines
    .flatMap((cells, row) => {
      let column = 0;
      return cells.map(({ text, rowSpan, columnSpan }) => {
        while ((reach[column] ?? 0) > row) column++;
        for (let each = 0; each < columnSpan; each++) reach[column + each] = row + rowSpan;
        const [x, width] = [xOf(column), xOf(column + columnSpan) - xOf(column)];
        const [bottom, height] = [top - (row + rowSpan) * ROW, rowSpan * ROW];
        column += columnSpan;
        const texts = drawText(text, x, bottom + height, width, pen);
        return pen.box(x, bottom, width, height) + (pen.inCell?.(texts, x, bottom, width, height) ?? texts);
      });
    })
    .join('');
}

const labelOf = ({ label: { official }, rowSpan, columnSpan }: PrintedLabelCell) => ({
  text: official,
  rowSpan,
  columnSpan
});

/** Words broken into lines that fit the cell; a number stands on one. */
function drawText(text: string, x: number, top: number, width: number, pen: Pen): string {
  const room = Math.max(1, Math.floor((width - 6) / SIZE));
  const lines = /^[\d.]*$/.test(text) ? [text] : (text.match(new RegExp(`.{1,${room}}`, 'gu')) ?? []);
  return lines
    .filter((line) => line !== '')
    .map((line, index) => pen.text(line, x + 3, top - (index + 1) * (SIZE + 1.5), SIZE))
    .join('');
}

/** Texts in a font that the file does not hold, its codes those of GBK: what older programs in China write. */
export function gbkPen(): Pen {
  const codes = gbkCodes();
  const hex = (content: string) =>
    [...content]
      .map((character) => codes.get(character) ?? character.charCodeAt(0).toString(16).padStart(2, '0'))
      .join('');
  return {
    box: (x, y, width, height) => `${x} ${y} ${width} ${height} re S\n`,
    text: (content, x, y, size) => `BT /Gbk ${size} Tf ${x} ${y} Td <${hex(content)}> Tj ET\n`
  };
}

function gbkCodes(): Map<string, string> {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, string>();
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(high, low));
      if (!codes.has(character)) codes.set(character, high.toString(16) + low.toString(16));
    }
  }
  return codes;
}

/**
 * Texts as Word writes them: each edge of a cell a thin filled area of its own, a font of the document's own numbering
 * with a table of what it means, marked content, words and numbers in several pieces with shifts between, and each
 * cell's texts, a blank at their end, clipped to the cell.
 */
export function wordPen(content: string): Pen {
  const glyphs = new Map([...new Set(content)].map((character, index) => [character, index + 3]));
  const code = (character: string) => (glyphs.get(character) ?? 0).toString(16).padStart(4, '0');
  const map = [...glyphs].map(
    ([character, number]) =>
      `<${number.toString(16).padStart(4, '0')}> <${character.charCodeAt(0).toString(16).padStart(4, '0')}>`
  );
  const cmap =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /W def /CMapType 2 def\n' +
    `1 begincodespacerange <0000> <ffff> endcodespacerange\n${map.map((entry) => `1 beginbfchar ${entry} endbfchar`).join('\n')}\n` +
    'endcmap CMapName currentdict /CMap defineresource pop end end';
  const widths = [...glyphs].map(([character, number]) => `${number} [${isNarrow(character) ? 500 : 1000}]`).join(' ');
  const descendant =
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /BCDEEE+SimSun /CIDToGIDMap /Identity /DW 1000 ' +
    `/W [${widths}] /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << ` +
    '/Type /FontDescriptor /FontName /BCDEEE+SimSun /Flags 32 /FontBBox [-8 -145 1000 859] /ItalicAngle 0 /Ascent 859 ' +
    '/Descent -141 /CapHeight 683 /StemV 40 >> >>';
  let mark = 0;
  const run = (piece: string, x: number, y: number, size: number) =>
    `/P <</MCID ${mark++}>> BDC q 0.00000912 0 595.32 841.92 re W* n BT /Word ${size} Tf 1 0 0 1 ${x} ${y} Tm 0 g 0 G ` +
    `[${[...piece].map((character) => `<${code(character)}>`).join('1 ')}] TJ ET Q EMC\n`;
  const edge = (x: number, y: number, width: number, height: number) => `0 g ${x} ${y} ${width} ${height} re f*\n`;
  return {
    parts: {
      fonts: {
        Word: `<< /Type /Font /Subtype /Type0 /BaseFont /BCDEEE+SimSun /Encoding /Identity-H /DescendantFonts [${descendant}] /ToUnicode 20 0 R >>`
      },
      objects: [
        `<< /Length ${cmap.length} >>\nstream\n${cmap}\nendstream`,
        '<< /Type /StructTreeRoot /K [] /ParentTree << /Nums [] >> >>'
      ],
      catalogue: '/MarkInfo << /Marked true >> /StructTreeRoot 21 0 R /Lang (zh-CN)'
    },
    box: (x, y, width, height) =>
      edge(x, y + height, 0.48, 0.48) +
      edge(x + 0.48, y + height, width - 0.48, 0.48) +
      edge(x, y, 0.48, height) +
      edge(x + width, y, 0.48, height + 0.48) +
      edge(x + 0.48, y, width - 0.48, 0.48),
    inCell: (texts, x, y, width, height) =>
      `q ${x + 0.48} ${y + 0.48} ${width - 0.48} ${height - 0.48} re W* n\n${texts}${run(' ', x + 5, y + 5, 7)}Q\n`,
    text(text, x, y, size) {
      let at = x;
      return (
        piecesOf(text)
          .map((piece) => {
            const placed = run(piece, at, y, size);
            at += [...piece].reduce((sum, character) => sum + (isNarrow(character) ? 0.5 : 1) * size, 0);
            return placed;
          })
          .join('') + run(' ', at, y, size)
      );
    }
  };
}

/** A run ends where Latin letters or digits begin, and digits themselves are typed in two runs. */
function piecesOf(text: string): string[] {
  return (text.match(/[0-9]{1,2}|[^0-9]+/gu) ?? []).filter((piece) => piece !== '');
}

function isNarrow(character: string): boolean {
  return character.charCodeAt(0) < 0x80;
}
