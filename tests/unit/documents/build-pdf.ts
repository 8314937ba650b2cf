import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { watchUnheld } from '../../../src/cli/watch-unheld.ts';
import { configurePdf } from '../../../src/lib/documents/pdf.ts';

const pdfFolder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** Lets the reader work as it does in the command. */
export function useCharacterMaps(): void {
  configurePdf({
    loadCharacterMap: async (name) => new Uint8Array(await readFile(path.join(pdfFolder, 'cmaps', name))),
    watchUnheld
  });
}

/** Text at a place, in points from the page's bottom left. `before` are operators set only for it. */
export function text(content: string, x: number, y: number, { size = 10, before = '' } = {}): string {
  return `q ${before} BT /Song ${size} Tf ${x} ${y} Td <${utf16(content)}> Tj ET Q\n`;
}

function utf16(content: string): string {
  return [...content].map((character) => character.charCodeAt(0).toString(16).padStart(4, '0')).join('');
}

export function line(x1: number, y1: number, x2: number, y2: number): string {
  return `${x1} ${y1} m ${x2} ${y2} l S\n`;
}

/** A filled rectangle; `colour` as `r g b`. */
export function area(x: number, y: number, width: number, height: number, colour = '0 0 0'): string {
  return `q ${colour} rg ${x} ${y} ${width} ${height} re f Q\n`;
}

/** All lines of a regular grid, from its top left corner. */
export function grid(left: number, top: number, widths: readonly number[], rows: number, height = 20): string {
  const xs = widths.reduce((edges, width) => [...edges, (edges.at(-1) ?? 0) + width], [left]);
  const right = xs.at(-1) ?? left;
  const levels = Array.from({ length: rows + 1 }, (_, row) => top - row * height);
  return [...levels.map((y) => line(left, y, right, y)), ...xs.map((x) => line(x, top, x, top - rows * height))].join(
    ''
  );
}

/** Texts in the cells of such a grid, `null` for a blank one. */
export function fill(
  left: number,
  top: number,
  widths: readonly number[],
  texts: readonly (readonly (string | null)[])[],
  height = 20
): string {
  return texts
    .flatMap((row, index) => {
      let x = left;
      return row.map((content, column) => {
        const at = x + 5;
        x += widths[column] ?? 0;
        return content === null ? '' : text(content, at, top - (index + 1) * height + 6);
      });
    })
    .join('');
}

/** Fonts by the name used in content: how programs in China leave theirs out, and one that tells nothing. */
const FONTS: Readonly<Record<string, string>> = {
  Song: composite('STSong-Light', 'UniGB-UCS2-H', 'GB1'),
  Gbk: composite('SimSun', 'GBK-EUC-H', 'GB1'),
  Dumb: composite('ABCDEF+Subset', 'Identity-H', 'Identity'),
  Latin: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>'
};

function composite(name: string, encoding: string, ordering: string): string {
  return (
    `<< /Type /Font /Subtype /Type0 /BaseFont /${name} /Encoding /${encoding} /DescendantFonts [ << /Type /Font ` +
    `/Subtype /CIDFontType0 /BaseFont /${name} /DW 1000 /W [1 95 500 814 907 500] /CIDSystemInfo << /Registry (Adobe) ` +
    `/Ordering (${ordering}) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /${name} /Flags 4 ` +
    '/FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >> ] >>'
  );
}

export interface PdfParts {
  /** Entries of the pages' resources beside the fonts. */
  readonly resources?: string;
  /** Entries of the document's catalogue. */
  readonly catalogue?: string;
  /** Further objects, numbered from 20. */
  readonly objects?: readonly string[];
  readonly pageEntries?: string;
  /** Further fonts of the pages, by the name used in content. */
  readonly fonts?: Readonly<Record<string, string>>;
}

/** A PDF of these pages' operators, A4 unless told otherwise. */
export function pdf(pages: readonly string[], parts: PdfParts = {}): Uint8Array {
  const { resources = '', catalogue = '', objects = [], pageEntries = '', fonts: more = {} } = parts;
  const bodies = new Map<number, string>();
  const fonts = Object.entries({ ...FONTS, ...more }).map(([name, font], index) => {
    bodies.set(10 + index, font);
    return `/${name} ${10 + index} 0 R`;
  });
  objects.forEach((object, index) => bodies.set(20 + index, object));
  pages.forEach((content, index) => {
    bodies.set(
      100 + index * 2,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${101 + index * 2} 0 R ${pageEntries} ` +
        `/Resources << /Font << ${fonts.join(' ')} >> ${resources} >> >>`
    );
    bodies.set(101 + index * 2, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  bodies.set(1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`);
  const kids = pages.map((_, index) => `${100 + index * 2} 0 R`).join(' ');
  bodies.set(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  return serialise(bodies);
}

function serialise(bodies: ReadonlyMap<number, string>): Uint8Array {
  let file = '%PDF-1.7\n';
  const numbers = [...bodies.keys()].sort((a, b) => a - b);
  const last = numbers.at(-1) ?? 0;
  const table = Array.from({ length: last + 1 }, () => '0000000000 65535 f \n');
  for (const number of numbers) {
    table[number] = `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${number} 0 obj\n${bodies.get(number)}\nendobj\n`;
  }
  const start = file.length;
  file += `xref\n0 ${last + 1}\n${table.join('')}trailer\n<< /Size ${last + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}
