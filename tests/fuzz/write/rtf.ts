import { edgesOf, placed, type Paper, type PaperCell, type PaperTable, type Placed } from '../paper.ts';
import { linesOf } from './markup.ts';

const WIDTH = 9600;

function characters(text: string): string {
  return Array.from({ length: text.length }, (_, at) => {
    const code = text.charCodeAt(at);
    if (code < 0x80) return /[\\{}]/.test(text.charAt(at)) ? `\\${text.charAt(at)}` : text.charAt(at);
    return `\\u${code > 0x7fff ? code - 0x10000 : code}?`;
  }).join('');
}

function definition(row: readonly Placed[], edges: readonly number[]): string {
  const cells = row.map(({ column, columnSpan, continued, rowsLeft }) => {
    const merge = continued ? '\\clvmrg' : rowsLeft > 1 ? '\\clvmgf' : '';
    return `${merge}\\cellx${Math.round(edges[column + columnSpan] ?? WIDTH)}`;
  });
  return `\\trowd\\trgaph0\\trleft0${cells.join('')}`;
}

const content = (cell: PaperCell): string =>
  linesOf(cell, characters, (text) => `{\\super ${characters(text)}}`).join('\\par ');

/** A cell at the given depth of tables, and the tables inside it. */
function cellRtf({ cell, continued }: Placed, depth: number): string {
  const start = `\\pard\\intbl\\itap${depth} `;
  const end = depth > 1 ? '\\nestcell' : '\\cell';
  const text = continued ? '' : content(cell);
  return cell.table && !continued
    ? `${start}${text}\\par ${nested(cell.table, depth + 1)}${start}${end}`
    : `${start}${text}${end}`;
}

function nested(table: PaperTable, depth: number): string {
  const { columns, rows } = placed(table);
  const edges = edgesOf(columns, WIDTH / 4 ** (depth - 1));
  return rows
    .map((row) => {
      const cells = row.map((cell) => cellRtf(cell, depth));
      return `${cells.join('')}{\\*\\nesttableprops${definition(row, edges)}\\nestrow}{\\nonesttables\\par}`;
    })
    .join('');
}

function tableRtf(table: PaperTable): string {
  const { columns, rows } = placed(table);
  const edges = edgesOf(columns, WIDTH);
  return rows.map((row) => `${definition(row, edges)}${row.map((cell) => cellRtf(cell, 1)).join('')}\\row\n`).join('');
}

/** A Rich Text document. */
export function writeRtf(paper: Paper): Uint8Array {
  const body = paper.map((block) =>
    typeof block === 'string' ? `\\pard ${characters(block)}\\par\n` : `${tableRtf(block)}\\pard `
  );
  const fonts = String.raw`{\fonttbl{\f0\fnil\fcharset134 SimSun;}}`;
  return new TextEncoder().encode(`{\\rtf1\\ansi\\ansicpg936\\deff0\\uc1${fonts}\n${body.join('')}}`);
}
