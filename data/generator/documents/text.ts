/** Plain text, in the ways a report's tables end up in it. */
import type { DemoReport, TextStyle } from '../model.ts';
import { Random } from '../random.ts';
import { encode } from './encode.ts';
import { gridOf, headings, type Grid } from './grid.ts';

/** Rows with an empty text where a cell from above reaches down; `wide`: and one for each further column of a span. */
function rowsWithGaps(grid: Grid, wide: boolean): string[][] {
  const below: string[][] = grid.rows.map(() => []);
  const rows: string[][] = grid.rows.map(() => []);
  grid.rows.forEach((row, index) => {
    for (const cell of row) {
      for (let down = 0; down < cell.rowSpan; down += 1) {
        const texts = wide ? Array.from({ length: cell.columnSpan }, (_, each) => each) : [0];
        for (const each of texts) {
          const target = below[index + down];
          if (target) target[cell.column + each] = down === 0 && each === 0 ? cell.text : '';
        }
      }
    }
  });
  below.forEach((row, index) => {
    // A sparse row: only columns where a cell begins or is continued have a text.
    row.forEach((text) => rows[index]?.push(text));
  });
  return rows;
}

function tableLines(grid: Grid, layout: TextStyle['layout'], random: Random): string[] {
  const cells = grid.rows.map((row) => row.map((cell) => cell.text));
  switch (layout) {
    case 'tab-cells':
      return rowsWithGaps(grid, false).flatMap((row) => [...row.map((text) => `\t${text}`), '']);
    case 'bare-lines':
      return cells.flat();
    case 'spaced-lines':
      return cells.flat().flatMap((text) => [text, '']);
    case 'row-tabs': {
      const wide = random.chance(0.5);
      return rowsWithGaps(grid, wide).map((row) => row.join('\t'));
    }
    case 'pipes': {
      const dialect = random.pick(['| x |', '|x|', 'x | x']);
      return rowsWithGaps(grid, random.chance(0.5)).map((row) => {
        if (dialect === '|x|') return `|${row.join('|')}|`;
        return dialect === '| x |' ? `| ${row.join(' | ')} |` : row.join(' | ');
      });
    }
    case 'markdown': {
      const [header = [], ...body] = rowsWithGaps(grid, true);
      const line = (row: readonly string[]): string => `| ${row.join(' | ')} |`;
      return [line(header), `|${header.map(() => ' --- |').join('')}`, ...body.map(line)];
    }
  }
}

export function textDocument(report: DemoReport, style: TextStyle): Uint8Array {
  const random = new Random('text', report.unit.code, report.year);
  const markdown = style.layout === 'markdown';
  const titles = headings(report);
  const between = style.layout === 'bare-lines' ? [] : [''];
  const lines = [markdown ? `# ${report.title}` : report.title, ...between];
  const indent = markdown || random.chance(0.4) ? '' : '　　';
  const say = (paragraphs: readonly string[]): string[] =>
    paragraphs.flatMap((text) => [indent + text, ...(markdown ? [''] : [])]);
  lines.push(...say(report.narrative.preface));
  report.narrative.sections.forEach((section, index) => {
    lines.push(...between, (markdown ? '## ' : '') + (titles[index] ?? ''), ...between, ...say(section.paragraphs));
    if (section.table !== null)
      lines.push(...tableLines(gridOf(report, section.table), style.layout, random), ...between);
  });
  return encode(`${lines.join(style.lineEnd)}${style.lineEnd}`, style.encoding);
}
