/** Columns a terminal needs for a text: Chinese characters and full-width signs take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    width += /[\p{Script=Han}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6“”‘’—]/u.test(character) ? 2 : 1;
  }
  return width;
}

/** Rows as lines, each column as wide as its widest text; figures stand to the right. */
export function textTable(rows: readonly (readonly string[])[], indent = ''): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((text, index) => (widths[index] = Math.max(widths[index] ?? 0, displayWidth(text))));
  }
  return rows
    .map((row) => `${indent}${row.map((text, index) => padStart(text, widths[index] ?? 0)).join('  ')}\n`)
    .join('');
}

function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}
