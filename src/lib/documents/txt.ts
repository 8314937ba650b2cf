import { Refusal } from '../report/issue.ts';
import type { Block, DocumentContent, Paragraph, Table, TableCell } from './block.ts';
import { decodeText, undecodableIssues } from './decode-text.ts';
import { separatedBlocks } from './txt/separated.ts';
import { isPipeLine, pipeRows, type PipeLine, type PipeRow } from './txt/pipe-rows.ts';

/** A report as text has some 30 kB. One of 20 MB took more than its ten seconds, and 400 MB of memory. */
const MOST_BYTES = 2_000_000;

/**
 * Reads plain text, Markdown and sheets saved as text included. Each line is a paragraph; lines of cells are rows of a
 * table.
 */
export function readTxt(bytes: Uint8Array): DocumentContent {
  if (bytes.length > MOST_BYTES) {
    throw new Refusal({ code: 'document.too-large', values: { bytes: bytes.length, most: MOST_BYTES } });
  }
  const decoded = decodeText(bytes);
  const text = decoded.text.replace(/^\ufeff/, '');
  return { format: 'txt', blocks: separatedBlocks(text) ?? blocksOfText(text), issues: undecodableIssues(decoded) };
}

/**
 * The blocks of a text. Blank lines stay, as paragraphs without text, and so do tabs: in a form typed as text both
 * may be empty cells. `place.line` counts from 1.
 */
export function blocksOfText(text: string): Block[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|[\n\r\f\u2028]/);
  const blocks: Block[] = [];
  let tables = 0;
  for (let at = 0; at < lines.length;) {
    const kind = kindOf(lines[at] ?? '');
    if (kind === 'text') {
      blocks.push(paragraph(lines[at] ?? '', at + 1));
      at++;
      continue;
    }
    const end = endOfTable(lines, at, kind);
    const taken = lines.slice(at, end).map((line, index) => ({ text: line, line: at + index + 1 }));
    if (kind === 'pipes' && taken.every(({ text: own }) => own.trim() === '' || ALONE.test(own))) {
      // What parts cells that have a line of their own is no row; a blank line among it may be a blank cell.
      for (const { text: own, line } of taken) if (own.trim() === '') blocks.push(paragraph('', line));
      at = end;
      continue;
    }
    const rows = kind === 'pipes' ? pipeRows(taken.filter((line) => line.text.trim() !== '')) : tabRows(taken);
    if (rows.length > 0) blocks.push(table(rows, ++tables));
    at = end;
  }
  return blocks;
}

type LineKind = 'text' | 'pipes' | 'tabs';

function kindOf(line: string): LineKind {
  if (isPipeLine(line)) return 'pipes';
  return tabCells(line).filter((cell) => cell !== '').length > 1 ? 'tabs' : 'text';
}

/**
 * A table goes on over single blank lines, as some programs write one after every row, and over its rows that were left
 * empty but for their label.
 */
function endOfTable(lines: readonly string[], start: number, kind: LineKind): number {
  const widths = new Set([tabCells(lines[start] ?? '').length]);
  const isRow = (line: string) => kindOf(line) === kind || (kind === 'tabs' && isEmptyRow(line, widths));
  let end = start + 1;
  for (;;) {
    const next = lines[end]?.trim() === '' && !isRow(lines[end] ?? '') ? end + 1 : end;
    const line = lines[next];
    if (line === undefined || !isRow(line)) return end;
    widths.add(tabCells(line).length);
    end = next + 1;
  }
}

/**
 * A row of a table with tabs in which at most one cell is filled. It must be as wide as a row above it, for a line with
 * tabs before a single word is a cell of its own elsewhere.
 */
function isEmptyRow(line: string, widths: ReadonlySet<number>): boolean {
  const cells = tabCells(line);
  return widths.has(cells.length) && cells.length > (cells[0] === '' ? 2 : 1);
}

function tabRows(lines: readonly PipeLine[]): PipeRow[] {
  const rows = lines.map(({ text, line }) => ({ text, line, cells: tabCells(text) }));
  const widths = new Set(rows.filter(({ text }) => text.trim() !== '').map(({ cells }) => cells.length));
  return rows.filter(({ text }) => text.trim() !== '' || isEmptyRow(text, widths));
}

function tabCells(line: string): string[] {
  return line.split('\t').map((cell) => cell.trim());
}

/** A stroke alone in its line. */
const ALONE = /^\s*[|｜│┃]\s*$/;

/** The marks of a Markdown heading, or of a line in bold, are no part of its words. Each is looked for once in a line. */
const HEADING = /^ {0,3}#{1,6}\s+/;
const BOLD = /^\*\*([^*]*)\*\*$/;

function paragraph(text: string, line: number): Paragraph {
  const words = BOLD.exec(text)?.[1] ?? text.replace(HEADING, '');
  return { kind: 'paragraph', text: words, place: { line } };
}

function table(rows: readonly PipeRow[], number: number): Table {
  const cells = rows.flatMap((row, rowIndex) =>
    row.cells.map((text, column): TableCell => ({
      row: rowIndex,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text,
      place: { line: row.line, table: number, row: rowIndex + 1, column: column + 1 }
    }))
  );
  const columns = Math.max(...rows.map((row) => row.cells.length));
  return { kind: 'table', rows: rows.length, columns, cells, place: { line: rows[0]?.line ?? 1, table: number } };
}
