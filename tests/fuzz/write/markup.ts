import type { PaperCell } from '../paper.ts';

/** Text as it stands in HTML and XML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The lines of a cell's text, the last with what is raised behind it. */
export function linesOf(
  cell: PaperCell,
  plain: (text: string) => string,
  raised: (text: string) => string
): readonly string[] {
  const lines = cell.text.split('\n').map(plain);
  if (cell.raised !== undefined) lines.push((lines.pop() ?? '') + raised(cell.raised));
  return lines;
}
