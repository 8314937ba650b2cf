/** Column separators as typed or drawn: ASCII, full-width, and the upright strokes of box drawing. */
const SEPARATOR = /[|｜│┃┆┇┊┋║]/;
/** A line of drawing alone: `+---+---+`, `├──┼──┤`, `|====|`. */
const BORDER = /^[\s|｜+=─━═\-│┃║┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╯╰╞╪╡]+$/u;
const DRAWN = /[+=─━═┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝╭╮╯╰╞╪╡]/u;

export interface PipeLine {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

export interface PipeRow {
  readonly cells: readonly string[];
  readonly line: number;
}

export function isBorder(text: string): boolean {
  return BORDER.test(text) && DRAWN.test(text) && text.trim().length > 2;
}

export function isPipeLine(text: string): boolean {
  return isBorder(text) || split(text).length > 1;
}

/**
 * The rows of one table's lines. Whether the outer strokes are there is a property of the whole table: in a table
 * without them a row may begin with a stroke because its first cell is empty.
 */
export function pipeRows(lines: readonly PipeLine[]): PipeRow[] {
  const content = lines.filter(({ text }) => !isBorder(text));
  const parts = content.map(({ text }) => split(text.trim()));
  const outerLeft = parts.every(([first]) => first?.trim() === '');
  const outerRight = parts.every((cells) => cells.at(-1)?.trim() === '');
  const rows = content.map(({ line }, index): PipeRow => {
    const cells = parts[index] ?? [];
    return {
      cells: cells.slice(outerLeft ? 1 : 0, outerRight ? -1 : undefined).map((cell) => unescape(cell)),
      line
    };
  });
  const wrapped = joinWrapped(lines, rows);
  return wrapped.filter(({ cells }) => !isMarkdownRule(cells));
}

/** `|---|:--:|` under a Markdown header. One dash alone is a value that stands for nothing, so three are asked for. */
function isMarkdownRule(cells: readonly string[]): boolean {
  return cells.length > 0 && cells.every((cell) => /^(:-+:?|-+:|-{3,})$/.test(cell));
}

/** In a drawn grid with a stroke under every row, several lines between two strokes are one row, wrapped. */
function joinWrapped(lines: readonly PipeLine[], rows: readonly PipeRow[]): PipeRow[] {
  const groups: PipeRow[][] = [[]];
  const byLine = new Map(rows.map((row) => [row.line, row]));
  for (const { text, line } of lines) {
    const row = byLine.get(line);
    if (row) groups.at(-1)?.push(row);
    else if (isBorder(text) && groups.at(-1)?.length) groups.push([]);
  }
  const filled = groups.filter((group) => group.length > 0);
  // A stroke only above, below and under the header says nothing about the rows between.
  if (filled.length < 4 || rows.length >= filled.length * 2) return [...rows];
  return filled.flatMap((group) => (isOneRow(group) ? [joined(group)] : group));
}

/** Words go on in the next line, figures never: with figures in two lines, a stroke between rows is missing. */
function isOneRow(group: readonly PipeRow[]): boolean {
  const withFigures = group.filter(({ cells }) => cells.some((cell) => cell !== '' && !/\p{Script=Han}/u.test(cell)));
  return withFigures.length <= 1;
}

function joined(group: readonly PipeRow[]): PipeRow {
  const width = Math.max(...group.map(({ cells }) => cells.length));
  const cells = Array.from({ length: width }, (_, column) =>
    group
      .map((row) => row.cells[column] ?? '')
      .filter((text) => text !== '')
      .join('\n')
  );
  return { cells, line: group[0]?.line ?? 1 };
}

function split(text: string): string[] {
  const cells: string[] = [];
  let cell = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '\\' && SEPARATOR.test(text.charAt(at + 1))) {
      cell += sign + text.charAt(at + 1);
      at++;
    } else if (SEPARATOR.test(sign)) {
      cells.push(cell);
      cell = '';
    } else cell += sign;
  }
  cells.push(cell);
  return cells;
}

function unescape(cell: string): string {
  return cell
    .replace(/\\([|｜│┃┆┇┊┋║])/g, '$1')
    .replace(/<br\s*\/?>/gi, '\n')
    .trim()
    .replace(/^\*\*([^*]*)\*\*$/, '$1');
}
