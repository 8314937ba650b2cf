import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, TableCell } from '../../../src/lib/documents/block.ts';
import { blocksOfText } from '../../../src/lib/documents/txt.ts';
import { LAYOUTS, type CellId } from '../../../src/lib/form/form.ts';
import { recognise } from '../../../src/lib/recognition/recognise.ts';
import { asGrid, blocksOf, linesOf, printReport, TEXT_LAYOUTS, type PrintedReport } from './print-report.ts';
import { asText, randomValues } from './random-values.ts';

const RUNS = Number(process.env['MUTATIONS'] ?? 12);
const SPACE_PARTS_CELLS = ['rows with spaces', 'labels over rows with spaces', 'one line', 'glued'];
const TITLE = ['小沙街道2023年政府信息公开工作年度报告'];

/** Every value that comes back is the true one, or an issue or a note says that something is not as it should be. */
function expectNoSilentError(blocks: readonly Block[], printed: Record<CellId, string>): void {
  for (const report of recognise({ format: 'txt', blocks }, 'x.txt').reports) {
    const told = new Set(report.notes.map(({ cell }) => cell));
    // Table 4's one row is named t4, as a table.
    const named = report.issues.map(({ values }) => values?.['row']);
    const wrong = Object.entries(report.cells).filter(([id, value]) => {
      const truth = printed[id] === '' ? null : Number(printed[id]);
      return truth !== value && !told.has(id) && !named.some((row) => id.startsWith(`${row}.`));
    });
    expect(wrong).toEqual([]);
  }
}

const blanked = (values: Record<CellId, number>, blanks: readonly number[]): Record<CellId, string> => {
  const texts = asText(values);
  const ids = Object.keys(texts);
  for (const blank of blanks) texts[ids[blank % ids.length] ?? ''] = '';
  return texts;
};

interface Mutation {
  readonly kind: 'delete' | 'double' | 'glue' | 'spoil' | 'blank' | 'spread';
  readonly at: number;
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('delete', 'double', 'glue', 'spoil', 'blank', 'spread'),
  at: fc.nat()
});

/** One thing done to one of many texts: the ways in which copying, converting and typing lose a form's shape. */
export function mutate(texts: readonly string[], { kind, at }: Mutation, between = ''): string[] {
  if (texts.length === 0) return [];
  const index = at % texts.length;
  const text = texts[index] ?? '';
  const next = texts[index + 1] ?? '';
  const before = texts.slice(0, index);
  const after = texts.slice(index + 1);
  switch (kind) {
    case 'delete':
      return [...before, ...after];
    case 'double':
      return [...before, text, text, ...after];
    case 'glue':
      return [...before, `${text}${next}`, ...after.slice(1)];
    case 'spoil':
      return [...before, `${text.slice(0, 1)}〇X`, ...after];
    case 'blank':
      return [...before, between, text, ...after];
    case 'spread':
      return [...before, [...text].join(' '), ...after];
  }
}

const damage = fc.record({ seed: fc.nat(), blanks: fc.array(fc.nat(), { maxLength: 3 }), mutation });

/** 19 with a blank cell behind its tab, and an empty line before it that may be a blank cell as well. */
const EMPTY_LINE_BEFORE_A_BLANK_END = {
  seed: 0,
  blanks: [19],
  mutation: { kind: 'blank' as const, at: 26 }
};

describe.each(LAYOUTS)('the %s form, damaged in one place', (layout) => {
  it.each(Object.entries(TEXT_LAYOUTS))('never gives a wrong value in silence: lines of %s', (name, print) => {
    fc.assert(
      fc.property(damage, ({ seed, blanks, mutation }) => {
        // Where a space parts two cells, a space inside a figure cannot be told from it.
        fc.pre(!(mutation.kind === 'spread' && SPACE_PARTS_CELLS.includes(name)));
        const printed = blanked(randomValues(layout, seed), blanks);
        const lines = linesOf(printReport(layout, printed, TITLE), print);
        expectNoSilentError(blocksOfText(mutate(lines, mutation).join('\n')), printed);
      }),
      { numRuns: RUNS, examples: [[EMPTY_LINE_BEFORE_A_BLANK_END]] }
    );
  });

  const inLine = Object.entries(TEXT_LAYOUTS).filter(([name]) => /tabs|pipes|Markdown/.test(name));
  it.each(inLine)('never gives a wrong value in silence: cells of %s', (_, print) => {
    fc.assert(
      fc.property(damage, fc.nat(), ({ seed, blanks, mutation }, at) => {
        const printed = blanked(randomValues(layout, seed), blanks);
        const lines = linesOf(printReport(layout, printed, TITLE), print);
        const index = at % lines.length;
        const cells = (lines[index] ?? '').split(/(?=[\t|｜│])/);
        const [first = '', ...rest] = cells;
        lines[index] = [first, ...mutate(rest, mutation, '\t')].join('');
        expectNoSilentError(blocksOfText(lines.join('\n')), printed);
      }),
      { numRuns: RUNS }
    );
  });

  it('never gives a wrong value in silence: cells of a table with spans', () => {
    fc.assert(
      fc.property(damage, fc.nat(), fc.nat(), ({ seed, blanks, mutation }, part, at) => {
        const printed = blanked(randomValues(layout, seed), blanks);
        const report = printReport(layout, printed, TITLE);
        const table = report.parts[part % report.parts.length]?.table ?? [];
        const row = table[at % table.length] ?? [];
        const cells = mutate(
          row.map(({ text }) => text),
          mutation
        );
        // Where a cell went or came, spans stay with the cells before it.
        table[at % table.length] = cells.map((text, index) => ({ ...row[Math.min(index, row.length - 1)], text }));
        expectNoSilentError(blocksOf(report), printed);
      }),
      { numRuns: RUNS * 5 }
    );
  });

  it('never gives a wrong value in silence: rows and spans of a table', () => {
    fc.assert(
      fc.property(damage, fc.nat(), fc.nat(), fc.nat(), ({ seed, blanks, mutation }, part, at, which) => {
        const printed = blanked(randomValues(layout, seed), blanks);
        const report = printReport(layout, printed, TITLE);
        const table = report.parts[part % report.parts.length]?.table ?? [];
        const row = at % table.length;
        if (mutation.kind === 'delete') table.splice(row, 1);
        else if (mutation.kind === 'double') table.splice(row, 0, table[row] ?? []);
        else if (mutation.kind === 'blank') table.splice((which % table.length) + 1, 0, ...table.splice(row, 1));
        else spoilSpan(table[row]?.[which % (table[row]?.length ?? 1)], mutation);
        expectNoSilentError(withSplit(report, part, which, mutation), printed);
      }),
      { numRuns: RUNS * 5 }
    );
  });
});

function spoilSpan(cell: { columnSpan?: number; rowSpan?: number } | undefined, { kind, at }: Mutation): void {
  if (!cell) return;
  if (kind === 'glue') cell.columnSpan = 1 + (at % 4);
  if (kind === 'spread') cell.rowSpan = 1 + (at % 4);
}

/** Sometimes the table is cut in two, as a page break cuts it. */
function withSplit(report: PrintedReport, part: number, which: number, { kind }: Mutation): Block[] {
  const blocks = blocksOf(report);
  if (kind !== 'spoil') return blocks;
  const tables = blocks.filter((block) => block.kind === 'table');
  const table = tables[part % tables.length];
  if (!table) return blocks;
  const row = 1 + (which % Math.max(1, table.rows - 1));
  const upper: TableCell[] = table.cells
    .filter((cell) => cell.row < row)
    .map((cell) => ({ ...cell, rowSpan: Math.min(cell.rowSpan, row - cell.row) }));
  const lower = table.cells.filter((cell) => cell.row >= row).map((cell) => ({ ...cell, row: cell.row - row }));
  const halves = [
    { ...table, rows: row, cells: upper },
    { ...table, rows: table.rows - row, cells: lower }
  ];
  return blocks.flatMap((block): Block[] => (block === table ? halves : [block]));
}

it('prints tables that cover every place once', () => {
  const report = printReport('2021', {});
  for (const { table } of report.parts) {
    const grid = asGrid(table);
    if (grid.kind !== 'table') throw new Error('no table');
    const area = grid.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.columnSpan, 0);
    expect(area).toBe(grid.rows * grid.columns);
  }
});
